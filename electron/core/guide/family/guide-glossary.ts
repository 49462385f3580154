/** "Words explained" (낱말 풀이): official words that stand in this guide and that nobody needs to know. The words are in `guide.json`. */
import type { Texts } from '../../host.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import { block } from '../sheet-frame.ts'

/** The keys of the words, in the order in which they explain each other. */
export function glossaryKeys(texts: Texts): string[] {
  const { glossary } = texts.ko.guide ?? {}
  const words = typeof glossary === 'object' ? glossary.word : undefined
  return typeof words === 'object' ? Object.keys(words) : []
}

/** @param original everything that stands in the guide, in Korean: what a word means does not depend on the language */
export function glossaryBlocks({ t }: Speaker, texts: Texts, korean: Speaker, original: readonly (readonly Block[])[]): Block[] {
  const said = JSON.stringify(original)
  const keys = glossaryKeys(texts)
  const used = new Set(keys.filter(key => said.includes(korean.t(`glossary.word.${key}.term`))))
  // What explains one word may use another: two turns reach all of them.
  for (const key of [...used, ...used])
    keys.filter(other => korean.t(`glossary.word.${key}.meaning`).includes(korean.t(`glossary.word.${other}.term`))).forEach(other => used.add(other))
  const rows = keys.filter(key => used.has(key)).map(key => [t(`glossary.word.${key}.term`), t(`glossary.word.${key}.meaning`)])
  return rows.length === 0 ? [] : [block.heading(t('glossary.heading')), block.table([t('glossary.term'), t('glossary.meaning')], rows, [26, 74])]
}
