/** What must be reported, what ends and what begins with the event, as tables; no place for a cheerful word. */
import type { EventNoteView } from '../../intake/model.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import { block } from '../sheet-frame.ts'
import { deadlineWords, untilWords } from './guide-deadline.ts'

/** @param short the last day alone and more room for the text, where the page is needed for more */
export function noteBlocks(speaker: Speaker, notes: readonly EventNoteView[], kind: EventNoteView['kind'], short = false): Block[] {
  const { t, pick } = speaker
  const those = notes.filter(note => note.kind === kind)
  if (those.length === 0)
    return []
  const dated = those.some(({ deadline }) => deadline !== undefined)
  return [
    block.heading(t(`notes.${kind}`)),
    block.table(
      [t('notes.what'), ...(dated ? [t('notes.until')] : []), t('notes.where')],
      those.map(note => [
        noteText(speaker, note),
        ...(dated ? [note.deadline ? (short ? untilWords : deadlineWords)(speaker, note.deadline) : ''] : []),
        [...(note.where ? [pick(note.where)] : []), ...(note.phone ? [note.phone] : [])].join(' · '),
      ]),
      !dated ? (short ? [74, 26] : [68, 32]) : short ? [54, 22, 24] : [46, 30, 24],
    ),
  ]
}

export const noteText = ({ t, pick }: Speaker, { text, toCheck }: EventNoteView): string =>
  toCheck ? t('notes.toCheck', { text: pick(text) }) : pick(text)
