import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Paperwork } from '#core/intake/model'
import { PlainDate } from '#core/kernel/dates'
import { notesForEvent } from '#core/policy/notes-for-event'
import { holidaySet } from '#core/policy/working-days'
import { loadEventNotes } from '#server/load-event-notes'

const folder = join(import.meta.dirname, '../../../resources/policy')
const notes = await loadEventNotes(folder)
const holidays = holidaySet((parse(readFileSync(join(folder, 'holidays.yaml'), 'utf8')) as { date: PlainDate }[]))
const on = PlainDate.parse('2026-11-22')
const forPaperwork = (paperwork: unknown) => notesForEvent(notes, Paperwork.parse(paperwork), on, holidays)
const lastDay = (paperwork: unknown, id: string) => forPaperwork(paperwork).find(note => note.id === id)?.deadline?.lastDay

describe('what ends, must be reported or begins with an event', () => {
  it('counts the birth itself as the first day of the month for the birth report', () => {
    expect(lastDay({ event: 'birth', bornOn: '2026-11-10' }, 'birth-report')).toBe('2026-12-09')
  })

  it('moves a last day on a Saturday or holiday to the next working day', () => {
    // 1 month from 26 November, that day included, ends on Christmas, a Friday.
    expect(lastDay({ event: 'birth', bornOn: '2026-11-26' }, 'birth-report')).toBe('2026-12-28')
  })

  it('leaves the first day out for the move-in report', () => {
    expect(lastDay({ event: 'move-in', movedOn: '2026-11-16' }, 'move-in-report')).toBe('2026-11-30')
  })

  it('gives three whole months for refusing an inheritance', () => {
    expect(lastDay({ event: 'death', diedOn: '2026-11-11' }, 'inheritance-choice')).toBe('2027-02-11')
  })

  it.each([
    ['2026-11-05', '2027-05-31'],
    // From the end of February the six months run to the end of August, not to the 28th.
    ['2027-02-10', '2027-08-31'],
    // 28 February 2027 is a Sunday and 1 March a holiday.
    ['2026-08-20', '2027-03-02'],
  ])('counts six months from the end of the month of death on %s', (diedOn, expected) => {
    for (const id of ['inheritance-tax', 'acquisition-tax', 'car-transfer'])
      expect(lastDay({ event: 'death', diedOn }, id)).toBe(expected)
  })

  it('says the last day inside the sentence, in both languages', () => {
    const note = forPaperwork({ event: 'death', diedOn: '2026-11-11' }).find(({ id }) => id === 'inheritance-choice')
    expect(note?.deadline).toMatchObject({ daysLeft: 81, sentence: { ko: '사망을 안 날부터 3개월 이내, 2027-02-11까지', en: 'Within 3 months of learning of the death, by 2027-02-11' } })
  })

  it('counts nothing while the day is not known', () => {
    expect(forPaperwork({ event: 'death' }).every(({ deadline }) => deadline === undefined)).toBe(true)
  })

  it('keeps a note whose condition was not asked, and drops it once the answer is no', () => {
    const ids = (paperwork: unknown) => forPaperwork(paperwork).map(({ id }) => id)
    expect(ids({ event: 'death' })).toContain('emergency-support')
    expect(ids({ event: 'death', wasEarner: true })).toContain('emergency-support')
    expect(ids({ event: 'death', wasEarner: false })).not.toContain('emergency-support')
    expect(ids({ event: 'death', remaining: ['spouse'] })).not.toContain('minor-heirs')
    expect(ids({ event: 'death', remaining: ['spouse', 'minor-children'] })).toContain('minor-heirs')
    expect(ids({ event: 'birth', multiple: 'twins' })).toContain('maternity-leave-multiple')
    expect(ids({ event: 'birth', multiple: 'twins' })).not.toContain('maternity-leave')
  })

  it('puts what must be reported first, the soonest first', () => {
    const shown = forPaperwork({ event: 'death', diedOn: '2026-11-11', wasHead: true, remaining: ['spouse'] })
    expect(shown.map(({ kind }) => kind)).toEqual([...shown.map(({ kind }) => kind)].sort((left, right) => 'report ends begins'.indexOf(left) - 'report ends begins'.indexOf(right)))
    expect(shown[0]?.id).toBe('head-of-household-report')
  })

  it('marks what was not read in an official text as to be checked', () => {
    expect(forPaperwork({ event: 'death' }).filter(({ toCheck }) => toCheck).map(({ id }) => id)).toEqual(['names-on-bills', 'safe-inheritance'])
  })
})

describe('the notes themselves', () => {
  it('exist for every event, each with a source and both languages', () => {
    for (const event of ['death', 'birth', 'move-in', 'counselling'] as const)
      expect(notes.filter(note => note.event === event).length).toBeGreaterThanOrEqual(4)
    for (const note of notes)
      expect(note.source.title && note.text.ko && note.text.en && note.basis).toBeTruthy()
  })

  it('meet a death without a celebrating word', () => {
    for (const { text } of notes.filter(({ event }) => event === 'death'))
      expect(`${text.ko} ${text.en}`).not.toMatch(/축하|기쁨|행복|congratul|happy|celebrat|!/i)
  })
})
