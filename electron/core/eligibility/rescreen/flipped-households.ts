/**
 * Who it is: a page of the households of one direction, those told no first, masked as in every list.
 *
 * Read anew when shown: whoever withdrew since the run is left out. Each household shown is a line in the access log.
 */
import type { Host, Store } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Finding } from '../verdict.ts'
import type { KeptHousehold } from './gather-flips.ts'
import type { Direction, FlippedHousehold } from './model.ts'
import type { Run } from './runs.ts'
import { appendLine } from '../../audit/append-line.ts'
import { tryService } from '../../catalogue/editor/try/verdicts-of.ts'
import { door } from '../../door.ts'
import { CaseId, VisitId } from '../../kernel/ids.ts'
import { maskName } from '../../kernel/mask.ts'
import { eligibilityTexts } from '../texts-of-host.ts'
import { findStanding } from './find-standing.ts'
import { householdsShown } from './model.ts'
import { findRun } from './runs.ts'

export const flippedHouseholds = door.eligibility.rescreen.households.handler(async ({ input, errors, context }) => {
  const { host, caller, connection, now, today, about, transact } = context
  const { run: id, direction, offset } = input
  const run = findRun(host, id)
  if (!run)
    throw errors.RUN_NOT_FOUND()
  if (run.comparison.services.includes(direction.serviceId))
    about('service', direction.serviceId)
  const kept = run.gathered.kept(direction)
  return transact(async (db) => {
    const shown: FlippedHousehold[] = []
    for (const each of kept.slice(offset, offset + householdsShown)) {
      const household = await shownHousehold(db, host, run, direction, each, today)
      if (!household)
        continue
      shown.push(household)
      await appendLine(db, host.hash, { at: now, staffId: caller.staffId, operation: 'eligibility.rescreen.households', outcome: 'done', subject: `household:${each.householdId}`, place: connection.place })
    }
    return { total: kept.length, shown }
  })
})

async function shownHousehold(db: Store, host: Host, { comparison }: Run, { serviceId }: Direction, { householdId, memberIds, toldNo }: KeptHousehold, today: PlainDate): Promise<FlippedHousehold | undefined> {
  const standing = await findStanding(db, host, householdId, today)
  const concerned = standing?.spokenOf.filter(({ id, visitor }) => memberIds[0] === null ? visitor : memberIds.includes(id)) ?? []
  if (!standing || concerned.length === 0)
    return undefined
  const { household, visit, facts } = standing
  const { catalogue, on } = comparison.after
  const said = tryService(catalogue.services.get(serviceId), catalogue, on, eligibilityTexts(host.texts))(facts, true)
  return {
    householdId,
    who: concerned.map(({ name }) => maskName(name)),
    dong: household.address.dong,
    toldNo,
    mark: await markOf(db, visit.id, serviceId),
    why: decidingFirst(said.get(memberIds[0] ?? '')?.findings ?? []).slice(0, sentencesShown).map(({ sentence }) => sentence),
    visitId: VisitId.parse(visit.id),
    case: await caseOf(db, householdId),
  }
}

const sentencesShown = 2

/** What is still open, or was not met, before what is met: of a likely one everything is. */
const decidingFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings.filter(({ outcome }) => outcome !== 'met'), ...findings.filter(({ outcome }) => outcome === 'met')]

async function markOf(db: Store, visitId: string, serviceId: string): Promise<FlippedHousehold['mark']> {
  const rows = await db.selectFrom('service_mark').select('mark').where('visit_id', '=', visitId).where('service_id', '=', serviceId).execute()
  return (['already-receives', 'not-wanted'] as const).find(mark => rows.some(row => row.mark === mark)) ?? null
}

async function caseOf(db: Store, householdId: string): Promise<FlippedHousehold['case']> {
  const row = await db.selectFrom('welfare_case').innerJoin('staff', 'staff.id', 'welfare_case.planner_id')
    .select(['welfare_case.id', 'staff.name'])
    .where('welfare_case.household_id', '=', householdId)
    .where('welfare_case.status', 'not in', ['closed', 'withdrawn'])
    .orderBy('welfare_case.opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: CaseId.parse(row.id), planner: row.name } : null
}
