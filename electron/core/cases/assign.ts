/** Giving a case to a planner: from then on it stands on the planner's list, at once. */
import { startClock } from '../clocks/run-clocks.ts'
import { door } from '../door.ts'
import { readLookup } from '../eligibility/look-up-visit.ts'
import { holdWithConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { CaseId } from '../kernel/ids.ts'
import { readPlanners } from '../staff/read-staff.ts'
import { refreshArea } from '../worklist/area-of.ts'
import { suggestionFor } from './suggest.ts'
import { tell } from './tell-case.ts'
import { writeEvent } from './write-event.ts'

export const assign = door.cases.assign.handler(async ({ input, errors, context }) => {
  const { db, host, now, about } = context
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  const existing = await db.selectFrom('welfare_case').select('id').where('visit_id', '=', visit.id).executeTakeFirst()
  if (existing)
    throw errors.ALREADY_ASSIGNED()
  if (!(await readPlanners(db)).some(({ id }) => id === input.plannerId))
    throw errors.NOT_A_PLANNER()
  const suggestion = await suggestionFor(context, visit)
  if (suggestion.planners.some(({ id, conflict }) => id === input.plannerId && conflict))
    throw errors.CONFLICT_OF_INTEREST()
  const asProposed = suggestion.urgency === input.urgency && suggestion.kind === input.kind && suggestion.planners[0]?.id === input.plannerId
  if (!asProposed && !input.why)
    throw errors.REASON_NEEDED()

  const caseId = CaseId.parse(host.newId())
  about('case', caseId)
  const lookup = await readLookup(db, visit.id)
  await db.insertInto('welfare_case').values({
    id: caseId,
    visit_id: visit.id,
    household_id: visit.household_id,
    event: visit.event,
    status: 'assigned',
    urgency: input.urgency,
    kind: input.kind,
    stage: 'first-contact',
    difficulty: 1,
    planner_id: input.plannerId,
    opened_at: now,
    first_contact_due: suggestion.dueDays[input.urgency].due,
    first_contact_at: null,
    unread: 1,
    likely: lookup?.verdicts.filter(({ verdict }) => verdict === 'likely').length ?? 0,
    version: 1,
  }).execute()
  await refreshArea(db, visit.household_id)
  await startClock(context, caseId, 'first-contact', { days: suggestion.dueDays[input.urgency].days, unit: 'working', dueOn: suggestion.dueDays[input.urgency].due })
  await writeEvent(context, { caseId, kind: 'opened', note: input.why ?? null })
  tell(context, caseId, input.plannerId, 'opened')
  return visitPage(context, input.visitId)
})
