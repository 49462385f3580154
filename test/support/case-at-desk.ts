/** A case as a test needs it: assigned at the counter to one of the planners. */
import type { CaseSummary } from '#core/cases/model'
import type { Paperwork } from '#core/intake/model'
import type { CaseId } from '#core/kernel/ids'
import type { Counter, Seat } from './open-counter'
import type { Consenting } from './visit-at-desk'
import { consentedVisit } from './visit-at-desk'

export interface NewCase extends Consenting {
  readonly event?: Paperwork['event']
  readonly planner?: Seat
  readonly urgency?: 'normal' | 'soon' | 'crisis'
  readonly birth?: string
  readonly difficulty?: number
  readonly road?: string
  readonly detail?: string
  readonly phone?: string
}

export async function openCase(counter: Counter, { event = 'counselling', planner = 'planner', urgency = 'normal', birth = '1974-05-01', difficulty, road = '', detail = '', phone, ...consenting }: NewCase = {}): Promise<CaseSummary> {
  const clerk = counter.as('clerk')
  const visit = await consentedVisit(clerk, event, consenting.name, birth, consenting)
  if (road !== '' || phone)
    await visit.household({ road, detail, ...(phone ? { phone } : {}) })
  const page = await clerk.cases.assign({ ...visit.seen(), urgency, kind: 'counselling', plannerId: counter.ids[planner], why: '표본' })
  const found = await caseNow(counter, page.case!.id)
  return difficulty === undefined ? found : counter.as('lead').team.setDifficulty({ caseId: found.id, seenVersion: found.version, difficulty })
}

/** As it stands: the counter's answer says less. The lead reads it, so that it stays unread. */
export const caseNow = async (counter: Counter, caseId: CaseId): Promise<CaseSummary> => (await counter.as('lead').cases.page({ caseId })).case

/** As it stands in the store. */
export const rowOf = ({ db }: Pick<Counter, 'db'>, caseId: string) => db.selectFrom('welfare_case').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()

/** Puts two planners into teams; both are in none until then. */
export async function inTeams(counter: Counter, teams: Partial<Record<Seat, string | null>>): Promise<void> {
  for (const [seat, team] of Object.entries(teams) as [Seat, string | null][])
    await counter.db.updateTable('staff').set({ team }).where('id', '=', counter.ids[seat]).execute()
}

export const offer = (counter: Counter, found: { id: never, version: number } | { id: string, version: number }, to: 'planner' | 'secondPlanner' = 'secondPlanner', by: 'planner' | 'lead' | 'secondPlanner' = 'planner') =>
  counter.as(by).team.offer({ caseId: found.id as never, seenVersion: found.version, toStaffId: counter.ids[to], why: '표본 사정' })
