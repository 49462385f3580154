/**
 * What belongs on the agenda of a meeting, by itself: new candidates for selection, plans that wait for approval,
 * reviews due until a week after the meeting, closings asked for, crises since the last meeting, and what was put off.
 */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { AgendaReason, Attendee, Meeting } from './model.ts'
import { endedStatuses } from '../cases/model.ts'
import { addDays } from '../kernel/dates.ts'
import { readShareable } from './coverage.ts'
import { AgendaReason as Reasons } from './model.ts'
import { readItems } from './read-items.ts'
import { findMeeting } from './read-meetings.ts'

/** Days after the meeting until which a review that falls due is spoken of. */
const reviewAhead = 7

interface Candidate { readonly id: string, readonly household_id: string }

/** Open cases that the meeting is about. */
function casesOf(db: Store, { scope }: Pick<Meeting, 'scope'>) {
  const open = db.selectFrom('welfare_case').leftJoin('staff', 'staff.id', 'welfare_case.planner_id')
    .select(['welfare_case.id', 'welfare_case.household_id'])
    .where('welfare_case.status', 'not in', [...endedStatuses])
  return scope.of === 'office' ? open : scope.of === 'team' ? open.where('staff.team', '=', scope.team) : open.where('welfare_case.planner_id', '=', scope.staffId)
}

const sameScope = (one: Meeting['scope'], other: Meeting['scope']): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The last meeting of the same kind about the same cases that was held before this one. */
export async function lastHeld(db: Store, meeting: Meeting): Promise<Meeting | undefined> {
  const rows = await db.selectFrom('meeting').select('id').where('kind', '=', meeting.kind).where('status', '=', 'closed').where('id', '!=', meeting.id).orderBy('closed_at', 'desc').limit(50).execute()
  for (const { id } of rows) {
    const held = await findMeeting(db, id)
    if (held && sameScope(held.meeting.scope, meeting.scope))
      return held.meeting
  }
  return undefined
}

async function candidatesFor(db: Store, meeting: Meeting, last: Meeting | undefined): Promise<Record<Exclude<AgendaReason, 'by-hand'>, Candidate[]>> {
  const asked = (kind: string) => db.selectFrom('case_approval').select('case_id').where('kind', '=', kind).where('status', '=', 'asked')
  const due = db.selectFrom('case_clock').select('case_id').where('clock', '=', 'review').where('done_on', 'is', null).where('due_on', '<=', addDays(meeting.day, reviewAhead))
  const crises = casesOf(db, meeting).where('urgency', '=', 'crisis')
  const since = last?.closedAt
  const raised = db.selectFrom('case_event').select('case_id').where('case_event.kind', 'in', ['urgency-changed', 'alert']).where('at', '>', since ?? '')
  const putOff = last ? (await readItems(db, last.id)).filter(({ body }) => body.putOff).map(({ caseId }) => caseId) : []
  return {
    'put-off': await casesOf(db, meeting).where('welfare_case.id', 'in', ['', ...putOff]).execute(),
    'crisis': await (since ? crises.where(eb => eb.or([eb('opened_at', '>', since), eb('welfare_case.id', 'in', raised)])) : crises).execute(),
    'selection': await casesOf(db, meeting).where('stage', '=', 'selection').execute(),
    'plan-approval': await casesOf(db, meeting).where('welfare_case.id', 'in', asked('plan')).execute(),
    'review': await casesOf(db, meeting).where('welfare_case.id', 'in', due).execute(),
    'closing': await casesOf(db, meeting).where(eb => eb.or([eb('stage', '=', 'closing'), eb('welfare_case.id', 'in', asked('closing'))])).execute(),
  }
}

/** With outside agencies only what at least one of those called may be shown is gathered; the rest comes by hand. */
async function shareableWith({ db, today }: Pick<Desk, 'db' | 'today'>, householdId: string, attendees: readonly Attendee[]): Promise<boolean> {
  const shareable = await readShareable(db, householdId, today)
  return attendees.some(({ outside, agency }) => outside && shareable?.coverageFor(agency).shown)
}

/** @returns for each case why, the most pressing first; in the order of the agenda */
export async function gatherAgenda(context: Pick<Desk, 'db' | 'today'>, meeting: Meeting, attendees: readonly Attendee[]): Promise<Map<string, AgendaReason[]>> {
  const candidates = await candidatesFor(context.db, meeting, await lastHeld(context.db, meeting))
  const gathered = new Map<string, AgendaReason[]>()
  // A household with several reasons or cases is asked about once.
  const known = new Map<string, boolean>()
  const shareable = async (householdId: string): Promise<boolean> => {
    const found = known.get(householdId) ?? await shareableWith(context, householdId, attendees)
    known.set(householdId, found)
    return found
  }
  for (const reason of Reasons.exclude(['by-hand']).options) {
    for (const { id, household_id } of candidates[reason]) {
      if (gathered.has(id) || meeting.kind === 'internal' || await shareable(household_id))
        gathered.set(id, [...gathered.get(id) ?? [], reason])
    }
  }
  return gathered
}
