/** What a further language of paper still lacks, or says of something that is not there any more. */
import type { Translation } from '#core/guide/languages/translation'
import type { TextTree } from '#core/host'

/** The parts of the text files that papers for residents are written from. */
export const partsOfPaper = [
  ...['guide', 'reasons', 'facts', 'terms', 'official.words', 'consent', 'booklet', 'linking.form', 'casework.areas'],
  ...['sheet', 'goalStates', 'measureStates', 'terms', 'kinds', 'by', 'review.results', 'agree.methods'].map(part => `plan.${part}`),
]

export interface LanguageGaps {
  /** "guide: contact.planner", "words: 기초연금". */
  readonly missing: readonly string[]
  /** No Korean sentence has this key, or is this original, any more. */
  readonly stale: readonly string[]
  /** Another set of `{places}` than the original. */
  readonly places: readonly string[]
  /** Korean letters outside of brackets. */
  readonly korean: readonly string[]
}

/**
 * @param korean every file of `resources/texts/ko`
 * @param data everything with texts of two languages that comes onto paper: entries, figures, papers to bring, event notes
 */
export function gapsOf({ texts, words }: Translation, korean: Readonly<Record<string, TextTree>>, data: readonly unknown[]): LanguageGaps {
  const pairs = partsOfPaper.map((file) => {
    const [ours, theirs] = [partOf(korean, file), partOf(texts, file)].map(tree => new Map(leavesOf(tree ?? {})))
    return { file, ours: ours!, theirs: theirs! }
  })
  const originals = new Set(data.flatMap(originalsIn))
  pairs.push({ file: 'words', ours: new Map([...originals].map(text => [text, text])), theirs: new Map(Object.entries(words)) })
  const told = (wrong: (ours: string | undefined, theirs: string | undefined) => boolean): string[] =>
    pairs.flatMap(({ file, ours, theirs }) => [...new Set([...ours.keys(), ...theirs.keys()])]
      .filter(key => wrong(ours.get(key), theirs.get(key))).map(key => `${file}: ${key}`))
  return {
    missing: told((ours, theirs) => ours !== undefined && (theirs === undefined || (theirs.trim() === '' && ours.trim() !== ''))),
    stale: told(ours => ours === undefined),
    places: told((ours, theirs) => ours !== undefined && theirs !== undefined && placesIn(ours) !== placesIn(theirs)),
    korean: told((_, theirs) => theirs !== undefined && hangul.test(theirs.replaceAll(/[(（][^()（）]*[)）]/g, ''))),
  }
}

/** Whether a language says of itself that nothing is missing. */
export const isComplete = ({ texts }: Translation): boolean => (texts.language as { readonly complete?: unknown } | undefined)?.complete === true

/** The first of them, so that the message can be read. */
export const firstOf = (gaps: readonly string[]): readonly string[] =>
  gaps.length > 20 ? [...gaps.slice(0, 20), `and ${gaps.length - 20} more`] : gaps

const hangul = /\p{Script=Hangul}/u

const placesIn = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')

function partOf(files: Readonly<Record<string, TextTree>>, path: string): TextTree | undefined {
  const found = path.split('.').reduce<string | TextTree | undefined>((tree, step) => typeof tree === 'object' ? tree[step] : undefined, files)
  return typeof found === 'object' ? found : undefined
}

function leavesOf(tree: TextTree, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : leavesOf(value, `${before}${key}.`))
}

/** Every Korean original of a text in two languages. */
function originalsIn(value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap(originalsIn)
  if (value instanceof Map)
    return [...value.values()].flatMap(originalsIn)
  if (typeof value !== 'object' || value === null)
    return []
  const { ko, en } = value as { ko?: unknown, en?: unknown }
  return typeof ko === 'string' && typeof en === 'string' ? [ko] : Object.values(value).flatMap(originalsIn)
}
