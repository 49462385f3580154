/** What must be reported, what ends and what begins, in short rows on the one page: what, and by when. */
import type { EventNoteView } from '../../intake/model.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import { block } from '../sheet-frame.ts'
import { untilWords } from './guide-deadline.ts'
import { noteText } from './guide-notes.ts'

interface Shown {
  readonly notes: readonly EventNoteView[]
  readonly most: number
  /** Also where, and by which phone; else what and by when alone. */
  readonly where?: boolean
  /** Of what does not stand here, how many stand nowhere else on the page. */
  readonly left: number
}

/** The soonest last day first, what has none last. */
export const bySoonest = (notes: readonly EventNoteView[]): EventNoteView[] =>
  notes.toSorted((left, right) => (left.deadline?.lastDay ?? '9').localeCompare(right.deadline?.lastDay ?? '9'))

/** @param shown `notes` in the order in which they are left out, the last first */
export function shortNoteBlocks(says: Speaker, kind: EventNoteView['kind'], { notes, most, where = false, left }: Shown): Block[] {
  const { t } = says
  const shown = notes.slice(0, most)
  if (shown.length === 0)
    return []
  const dated = shown.some(({ deadline }) => deadline !== undefined)
  const what = (note: EventNoteView): string => noteText(says, note)
  const until = ({ deadline }: EventNoteView): string => deadline ? untilWords(says, deadline) : ''
  return [
    block.heading(t(`notes.${kind}`), 2),
    where
      ? block.table([t('notes.what'), t('notes.until'), t('notes.where')], shown.map(note => [what(note), until(note), placeOf(says, note)]), [54, 22, 24])
      : dated
        ? block.table([t('notes.what'), t('notes.until')], shown.map(note => [what(note), until(note)]), [72, 28])
        : block.list(shown.map(what)),
    ...moreBlocks(says, left),
  ]
}

const placeOf = ({ pick }: Speaker, { where, phone }: EventNoteView): string => [...(where ? [pick(where)] : []), ...(phone ? [phone] : [])].join(' · ')

/** Below what stands here: how many more there are. */
export const moreBlocks = ({ t }: Speaker, count: number): Block[] => count > 0 ? [block.say(t('brief.rest', { count }), 'meta')] : []

/** What has no row at all on the page: each kind with its number, in a line. */
export function elsewhereBlocks({ t, list }: Speaker, kinds: readonly (readonly [what: string, count: number])[]): Block[] {
  const there = kinds.filter(([, count]) => count > 0)
  return there.length === 0 ? [] : [block.say(t('brief.elsewhere', { what: list(there.map(([what, count]) => t('brief.counted', { what, count }))) }), 'meta')]
}
