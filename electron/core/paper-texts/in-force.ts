/** What the office has of its papers in its own version, as makers of sheets need it. */
import type { OfficePaper } from '../guide/sheet-frame.ts'
import type { Host, Store, Texts, TextTree } from '../host.ts'
import { readOfficeText } from '../office-texts/read-office-text.ts'
import { PaperTexts } from './model.ts'

export async function paperOfOffice(db: Store): Promise<OfficePaper> {
  const own = (await readOfficeText(db, 'paper', PaperTexts))?.body
  return own ? officePaper(own) : { approvers: [] }
}

export const officePaper = ({ emblem, footer, approvers }: PaperTexts): OfficePaper =>
  ({ approvers, ...(emblem ? { emblem } : {}), ...(footer ? { footer } : {}) })

/** The sentences of paper with those that the office changed; in another language than English they stay as they ship. */
export async function textsOfOffice({ db, host }: { readonly db: Store, readonly host: Host }): Promise<Texts> {
  const own = (await readOfficeText(db, 'paper', PaperTexts))?.body
  return own ? withSentences(host.texts, own.sentences, host.translation === undefined) : host.texts
}

export function withSentences(texts: Texts, sentences: PaperTexts['sentences'], both = true): Texts {
  const changed = (language: 'ko' | 'en'): Texts['ko'] =>
    Object.entries(sentences).reduce((tree, [key, text]) => put(tree, key.split('.'), text[language]) as Texts['ko'], texts[language])
  return { ko: changed('ko'), en: both ? changed('en') : texts.en }
}

/** A key that does not ship any more is left out. */
function put(tree: TextTree, [step, ...rest]: readonly string[], text: string): TextTree {
  const below = step === undefined ? undefined : tree[step]
  if (step === undefined || below === undefined)
    return tree
  if (rest.length === 0)
    return typeof below === 'string' ? { ...tree, [step]: text } : tree
  return typeof below === 'object' ? { ...tree, [step]: put(below, rest, text) } : tree
}
