/** What every sheet has around its content: title, center, footer, the words of the drawing. */
import type * as z from 'zod'
import type { BilingualText } from '../kernel/text.ts'
import type { CenterName } from '../setup/contract.ts'
import type { Block, Edition, Emblem, Paper, Sheet, SheetWords } from './sheet.ts'
import type { Speaker } from './speaker.ts'
import { Mark } from './sheet.ts'

/** The office as paper names it. */
export interface Office {
  readonly name: z.infer<typeof CenterName>
  readonly phone: string | null
  /** What the office has in its own version, see `core/paper-texts`. */
  readonly paper?: OfficePaper
}

export interface OfficePaper {
  readonly emblem?: Emblem
  /** Stands before the small print of every page. */
  readonly footer?: BilingualText
  /** Who signs at the top of papers of the office (결재란), from left to right. */
  readonly approvers: readonly BilingualText[]
}

/** The paper that an edition is printed on. */
export const paperOf = (edition: Edition): Paper => edition === 'portable-a5' ? 'a5' : 'a4'

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
  /** Where it is not the edition's own. */
  readonly paper?: Paper
}

/** Empty groups fall out, so that whoever builds them need not ask whether there is something to say. */
export const sheetOf = (speaker: Speaker, { edition, office, title, footer, paper = paperOf(edition) }: Around, groups: readonly (readonly Block[])[]): Sheet => ({
  title,
  language: speaker.language,
  edition,
  paper,
  ...(office?.paper?.emblem ? { emblem: office.paper.emblem } : {}),
  center: centerLine(speaker, office),
  groups: groups.filter(group => group.length > 0).map(group => [...group]),
  footer: office?.paper?.footer ? `${speaker.pick(office.paper.footer)} · ${footer}` : footer,
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

/** Boxes for those who approve (결재란), on papers that stay in the office; none where the office set nobody down. */
export const approvalBlocks = ({ t, pick }: Speaker, { paper }: Office): Block[] =>
  paper && paper.approvers.length > 0 ? [{ kind: 'approvals', label: t('approvals'), boxes: paper.approvers.map(title => ({ title: pick(title) })) }] : []
