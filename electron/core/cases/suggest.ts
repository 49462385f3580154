/** Urgency, kind and planner proposed for a visit, and the due day of the first contact for each urgency. */
import type { Desk } from '../door.ts'
import type { VisitRow } from '../intake/find-visit.ts'
import type { Suggestion, Urgency } from './model.ts'
import { ORPCError } from '@orpc/server'
import { holidaysInForce } from '../center/read-holidays.ts'
import { readSettings } from '../center/read-settings.ts'
import { door } from '../door.ts'
import { readLookup } from '../eligibility/look-up-visit.ts'
import { readMarks } from '../eligibility/read-marks.ts'
import { readHousehold } from '../households/read-household.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { withConsent } from '../intake/hold-visit.ts'
import { paperworkOf } from '../intake/paperwork.ts'
import { addWorkingDays, holidaySet } from '../policy/working-days.ts'
import { proposePlanners } from './propose-planners.ts'
import { proposeUrgency } from './propose-urgency.ts'
import { readCandidates, readFamily, readSetting } from './read-candidates.ts'

export const suggest = door.cases.suggest.handler(async ({ input, errors, context }) => {
  context.about('visit', input.visitId)
  const visit = await findVisitRow(context.db, input.visitId)
  if (!visit)
    throw errors.VISIT_NOT_FOUND()
  return suggestionFor(context, visit)
})

export async function suggestionFor({ db, host, today }: Pick<Desk, 'db' | 'host' | 'today'>, visit: VisitRow): Promise<Suggestion> {
  const { household_id } = withConsent(visit)
  const household = await readHousehold(db, household_id, today)
  if (!household)
    throw new ORPCError('CONSENT_MISSING')
  const settings = await readSettings(db)
  const proposal = proposeUrgency({
    household,
    paperwork: paperworkOf(host, visit),
    lookup: await readLookup(db, visit.id),
    marks: await readMarks(db, visit.id),
    today,
  }, host.texts)
  const holidays = holidaySet(await holidaysInForce(db, host.catalogue().holidays))
  const due = (urgency: Urgency) => {
    const days = settings.firstContactDays[urgency]
    return { days, due: addWorkingDays(today, days, holidays) }
  }
  return {
    ...proposal,
    planners: proposePlanners(await readCandidates({ db, today }, household_id), await readFamily(db, household_id), await readSetting({ db, today }), host.texts),
    dueDays: { crisis: due('crisis'), soon: due('soon'), normal: due('normal') },
  }
}
