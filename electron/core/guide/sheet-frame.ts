/** What every sheet has around its content: title, center, footer, the words of the drawing. */
import type * as z from 'zod'
import type { CenterName } from '../setup/contract.ts'
import type { Block, Edition, Sheet, SheetWords } from './sheet.ts'
import type { Speaker } from './speaker.ts'
import { Mark } from './sheet.ts'

/** The office as paper names it. */
export interface Office {
  readonly name: z.infer<typeof CenterName>
  readonly phone: string | null
}

/** `null` where no office is known, as on the command line. */
export const centerLine = ({ t }: Speaker, office: Office | null): string => office ? t('center', office.name) : ''

export const sheetWords = ({ t }: Speaker): SheetWords => ({
  marks: Object.fromEntries(Mark.options.map(mark => [mark, t(`mark.${mark}`)])) as SheetWords['marks'],
  action: { deadline: t('label.deadline'), place: t('label.place'), bring: t('label.bring'), phone: t('label.phone') },
})

interface Around {
  readonly edition: Edition
  readonly office: Office | null
  readonly title: string
  readonly footer: string
}

/** Empty groups fall out, so that whoever builds them need not ask whether there is something to say. */
export const sheetOf = (speaker: Speaker, { edition, office, title, footer }: Around, groups: readonly (readonly Block[])[]): Sheet => ({
  title,
  language: speaker.language,
  edition,
  center: centerLine(speaker, office),
  groups: groups.filter(group => group.length > 0).map(group => [...group]),
  footer,
  words: sheetWords(speaker),
})

/** Blocks with the fields that a schema fills in by itself written out. */
export const block = {
  title: (text: string, sub?: string): Block => ({ kind: 'title', text, ...(sub ? { sub } : {}) }),
  heading: (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', text, level }),
  say: (text: string, tone: 'plain' | 'meta' | 'strong' | 'speech' = 'plain'): Block => ({ kind: 'paragraph', text, tone }),
  list: (items: readonly string[], boxes = false): Block => ({ kind: 'list', items: [...items], boxes }),
  table: (head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Block =>
    ({ kind: 'table', head: [...head], rows: rows.map(row => [...row]), numeric: [], widths: [...widths] }),
  fields: (rows: readonly (readonly [string, string])[]): Block => ({ kind: 'fields', rows: rows.map(([label, value]) => [label, value]) }),
}
