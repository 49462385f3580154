import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeIncident } from '#server/report'
import { call, operations } from '../support/contract-operations.ts'
import { openCounter } from '../support/open-counter'
import { consentedVisit } from '../support/visit-at-desk'

const secret = '비밀표본이름'

describe('the operator\'s log', () => {
  it('names the kind of error and the place in the code, never what a resident said', () => {
    const inner = Object.assign(new Error(`UNIQUE constraint failed: ${secret}`), { code: 'SQLITE_CONSTRAINT' })
    const text = describeIncident('abc', new Error(`could not save ${secret}\n  second line ${secret}`, { cause: inner }))
    expect(text).toContain('SQLITE_CONSTRAINT')
    expect(text).toContain('nothing-leaks.test')
    expect(text).not.toContain(secret)
  })
})

describe('a refusal', () => {
  it('names fields and never values', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk)
    const refusal = await clerk.households.saveMember({ ...visit.seen(), name: secret.repeat(40), relation: secret as never, birth: secret as never, sex: null, livingTogether: null }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'MALFORMED', data: { fields: expect.arrayContaining(['name', 'relation', 'birth']) } })
    expect(JSON.stringify([refusal, (refusal as Error).message])).not.toContain(secret)
  })

  it('cuts the name of a field that does not belong there', async () => {
    const { as } = await openCounter()
    const refusal = await as('clerk').intake.open({ event: 'birth', channel: 'counter', [`${secret} <b>${'x'.repeat(500)}`]: 1 } as never).catch((error: unknown) => error)
    const { fields } = (refusal as { data: { fields: string[] } }).data
    expect(fields.every(field => field.length <= 60 && !/[<>\s]/.test(field))).toBe(true)
  })
})

describe('whatever is sent to whichever operation', () => {
  const tried = operations.filter(({ name, path: [feature] }) => !name.endsWith('.watch') && feature !== 'setup' && feature !== 'staff')

  it('is refused by a code of the contract, breaks nothing and changes no row', async () => {
    const { as, db, reports } = await openCounter()
    await consentedVisit(as('clerk'))
    const rows = async () => Promise.all((['visit', 'household', 'person', 'consent', 'fact', 'welfare_case', 'hand_over'] as const).map(table => db.selectFrom(table).selectAll().execute()))
    const before = JSON.stringify(await rows())
    const client = as('lead')
    const garbage = fc.oneof(fc.anything({ withNullPrototype: true }), fc.dictionary(fc.constantFrom('visitId', 'seenVersion', 'caseId', '__proto__', 'constructor', 'text', 'event', 'name'), fc.anything()), fc.constant('x'.repeat(1_000_000)))
    await fc.assert(fc.asyncProperty(fc.constantFrom(...tried), garbage, async (operation, input) => {
      const outcome = await call(client, operation, input).then(() => 'answered', (error: { code?: string }) => error.code)
      expect(['answered', ...operation.refusals]).toContain(outcome)
    }), { numRuns: 300 })
    expect(JSON.stringify(await rows())).toBe(before)
    expect(reports).toEqual([])
  }, 60_000)
})
