/** A case as a test needs it: assigned at the counter to one of the planners. */
import type { CaseSummary } from '#core/cases/model'
import type { CaseId } from '#core/kernel/ids'
import type { Counter, Seat } from './open-counter'
import { consentedVisit } from './visit-at-desk'

export interface NewCase {
  readonly planner?: Seat
  readonly urgency?: 'normal' | 'soon' | 'crisis'
  readonly name?: string
  readonly difficulty?: number
}

export async function openCase(counter: Counter, { planner = 'planner', urgency = 'normal', name = '표본순', difficulty }: NewCase = {}): Promise<CaseSummary> {
  const visit = await consentedVisit(counter.as('clerk'), 'counselling', name, '1974-05-01')
  const page = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency, kind: 'counselling', plannerId: counter.ids[planner], why: '표본' })
  const found = await caseNow(counter, page.case!.id)
  return difficulty === undefined ? found : counter.as('lead').team.setDifficulty({ caseId: found.id, seenVersion: found.version, difficulty })
}

/** As it stands: the counter's answer says less. The lead reads it, so that it stays unread. */
export const caseNow = async (counter: Counter, caseId: CaseId): Promise<CaseSummary> => (await counter.as('lead').cases.page({ caseId })).case

/** Puts two planners into teams; both are in none until then. */
export async function inTeams(counter: Counter, teams: Partial<Record<Seat, string | null>>): Promise<void> {
  for (const [seat, team] of Object.entries(teams) as [Seat, string | null][])
    await counter.db.updateTable('staff').set({ team }).where('id', '=', counter.ids[seat]).execute()
}
