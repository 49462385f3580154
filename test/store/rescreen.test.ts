/** Stored households are looked at again page by page on SQLite, on PGlite and on PostgreSQL: each once, few at a time. */
import type { Comparison, StoredHousehold } from '#core/eligibility/rescreen/screen-page'
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparedRules } from '#core/eligibility/rescreen/compared-rules'
import { gatherFlips } from '#core/eligibility/rescreen/gather-flips'
import { lookAgain } from '#core/eligibility/rescreen/look-again'
import { PlainDate } from '#core/kernel/dates'
import { propose, put } from '../support/catalogue-at-desk.ts'
import { fixture } from '../support/engine.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { consentedVisit } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

const newYear = PlainDate.parse('2027-01-01')
const copies = 350
const tables = ['household', 'person', 'fact', 'consent', 'visit'] as const
/** Another id for each row of each copy, still of version 7. */
const idOf = (copy: number, row: number): string => `01900000-${copy.toString(16).padStart(4, '0')}-7${row.toString(16).padStart(3, '0')}-8000-000000000000`

/** One household through the door, and the same again so many times. */
async function fill({ db, as }: Counter): Promise<void> {
  const visit = await consentedVisit(as('clerk'))
  await visit.fact('recognised-income', 1_050_000)
  await visit.fact('single-parent', true)
  for (const [copy] of Array.from({ length: copies }).entries()) {
    const ids = new Map<unknown, string>()
    for (const table of tables) {
      const rows: Record<string, unknown>[] = await db.selectFrom(table).selectAll().where(table === 'household' ? 'id' : 'household_id' as never, '=', visit.page().household!.id as never).execute()
      for (const { id } of rows)
        ids.set(id, ids.get(id) ?? idOf(copy + 1, ids.size))
      await db.insertInto(table).values(rows.map(row => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, column === 'ticket' ? copy + 100 : ids.get(value) ?? value]))) as never).execute()
    }
  }
}

describe.each(storeKinds)('what changes on %s', (kind) => {
  let counter: Counter
  let comparison: Comparison
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind), catalogue: fixture, moment: '2026-11-25T10:00' })
    await fill(counter)
    const line = fixture.parameters.get('fixture-line')!
    await propose(counter, 'admin', [put('parameter', { ...line, values: [...line.values, { ...line.values.at(-1)!, from: newYear, value: { 1: 1_100_000, beyond: 500_000 } }] })])
    comparison = await comparedRules(counter.db, counter.host, { with: 'draft', on: newYear }, PlainDate.parse('2026-11-25'))
  }, 120_000)

  it('reaches every household once, and counts each', async () => {
    const gathered = gatherFlips()
    const looked = { looked: 0, leftOut: 0 }
    const told: number[] = []
    for await (const { done } of lookAgain(counter.db, counter.host, comparison, gathered, looked))
      told.push(done)
    expect(looked).toEqual({ looked: copies + 1, leftOut: 0 })
    expect([told[0], told.at(-1)]).toEqual([0, copies + 1])
    const [group] = gathered.groups(id => ({ ko: id, en: id }))
    expect(group).toMatchObject({ before: 'unlikely', after: 'likely', households: copies + 1, verdicts: copies + 1 })
    expect(new Set(gathered.kept(group!).map(({ householdId }) => householdId)).size).toBe(copies + 1)
  })

  it('asks the store only as fast as the threads look, and shows them no name', async () => {
    let underWay = 0
    let most = 0
    const seen: StoredHousehold[] = []
    const openScreening = () => ({
      threads: 2,
      screen: async (page: readonly StoredHousehold[]) => {
        most = Math.max(most, ++underWay)
        seen.push(...page)
        await new Promise(resolve => setTimeout(resolve, 30))
        underWay--
        return { looked: page.length, leftOut: 0, flips: [] }
      },
      close: () => Promise.resolve(),
    })
    const steps = []
    for await (const step of lookAgain(counter.db, { ...counter.host, openScreening }, comparison, gatherFlips(), { looked: 0, leftOut: 0 }))
      steps.push(step)
    expect(steps.length).toBeGreaterThan(3)
    expect(most).toBeLessThanOrEqual(3)
    expect(seen).toHaveLength(copies + 1)
    expect(JSON.stringify(seen)).not.toContain('표본')
  })
})
