/** Reading what the counter left for a case: visit, paperwork, household, marks, and the words for it. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { HouseholdView } from '../households/model.ts'
import type { Paperwork, Visit } from '../intake/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CounterWords } from './counter-words.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { readMarks } from '../eligibility/read-marks.ts'
import { readHousehold } from '../households/read-household.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { Channel } from '../intake/model.ts'
import { paperworkOf } from '../intake/paperwork.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { counterWords } from './counter-words.ts'

export interface CounterKnowledge {
  readonly household: HouseholdView
  readonly visit: (Pick<Visit, 'channel' | 'event'> & { readonly on: PlainDate }) | undefined
  readonly paperwork: Paperwork | undefined
  /** Names of the services the counter left to the planner. */
  readonly forPlanner: readonly string[]
  readonly today: PlainDate
  readonly words: CounterWords
}

/** `undefined` where the household is gone. */
export async function readCounter({ db, host, today }: Pick<Desk, 'db' | 'host' | 'today'>, { householdId, visitId }: CaseSummary): Promise<CounterKnowledge | undefined> {
  const household = await readHousehold(db, householdId, today)
  if (!household)
    return undefined
  const row = visitId === null ? undefined : await findVisitRow(db, visitId)
  const marks = row ? await readMarks(db, row.id) : {}
  const { services } = await catalogueInForce(db, host)
  const nameOf = (id: string): string | undefined => services.get(id as never)?.name.ko
  const forPlanner = Object.entries(marks).filter(([, mark]) => mark === 'for-planner').map(([key]) => key.split('/')[0] ?? '')
  const paperwork = row && paperworkOf(host, row)
  return {
    household,
    visit: row && paperwork ? { channel: Channel.parse(row.channel), event: paperwork.event, on: seoulDayOf(row.opened_at as never) } : undefined,
    paperwork,
    forPlanner: [...new Set(forPlanner)].flatMap(id => nameOf(id) ?? []),
    today,
    words: counterWords(host.texts, nameOf),
  }
}
