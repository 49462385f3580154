/** A case as a meeting finds it: assigned through the door, and as far as its stage and clocks go already. */
import type { CaseId } from '#core/kernel/ids'
import type { MeetingProposal } from '#core/meetings/contract'
import type { AgendaItem, ItemDraft } from '#core/meetings/model'
import type { NewCase } from './case-at-desk.ts'
import type { Counter } from './open-counter.ts'
import { openCase } from './case-at-desk.ts'
import { day } from './visit-at-desk.ts'

export type CaseOptions = Omit<NewCase, 'difficulty' | 'event'>

export const assignedCase = async (counter: Counter, options: CaseOptions = {}): Promise<CaseId> =>
  (await openCase(counter, { birth: '1958-04-02', ...options })).id

interface Clock { readonly clock: string, readonly started: string, readonly due: string }

/** As the records before would have left it; those have tests of their own. */
export async function standAt({ db }: Counter, caseId: string, stage: string, { track = null, clock }: { readonly track?: string | null, readonly clock?: Clock } = {}): Promise<void> {
  await db.updateTable('case_clock').set({ done_on: '2026-11-23' }).where('case_id', '=', caseId).where('done_on', 'is', null).execute()
  if (clock)
    await db.insertInto('case_clock').values({ case_id: caseId, clock: clock.clock, started_on: clock.started, due_on: clock.due, unit: 'calendar', days: 5, paused_days: 0, done_on: null }).execute()
  await db.updateTable('welfare_case').set({ stage, track, status: 'in-contact', due_on: clock?.due ?? null, due_clock: clock?.clock ?? null }).where('id', '=', caseId).execute()
}

export async function candidate(counter: Counter, options: CaseOptions = {}): Promise<CaseId> {
  const caseId = await assignedCase(counter, options)
  await standAt(counter, caseId, 'selection', { clock: { clock: 'selection', started: '2026-11-23', due: '2026-11-28' } })
  return caseId
}

/** A meeting of the office on a day, planned by the lead. */
export async function plannedMeeting({ as, ids }: Counter, changed: Partial<MeetingProposal> = {}) {
  return as('lead').meetings.plan({
    kind: 'internal',
    scope: { of: 'office' },
    day: day('2026-11-25'),
    starts: '10:00',
    minutes: 60,
    place: '2층 회의실',
    weekly: true,
    attendees: [ids.lead, ids.planner],
    ...changed,
  })
}

export const draftOf = (item: AgendaItem, changed: Partial<ItemDraft>): ItemDraft => ({ ...item.draft, ...changed })
