/** Official services on paper: only what the clerk marked, in a section of its own, with publisher and date. */
import type { Block, Sheet } from '#core/guide/sheet'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadRecords } from '#server/load-records'
import { openCounter, realCatalogue } from '../../support/open-counter'
import { consentedVisit } from '../../support/visit-at-desk'

const { records } = await loadRecords(join(import.meta.dirname, '../../../resources/catalogue'))
const catalogue = { ...await realCatalogue(), records }
const [explained, left, unmarked] = [...records.values()].filter(({ publisher, district, forWhom }) => publisher === 'bokjiro-local' && district === '동작구' && forWhom)

const textOf = (block: Block): string => JSON.stringify(block)
const headingsOf = ({ groups }: Sheet) => groups.flat().flatMap(block => block.kind === 'heading' ? [block.text] : [])

async function atTheCounter() {
  const { as } = await openCounter({ moment: '2026-11-23T10:00', catalogue })
  const client = as('clerk')
  const visit = await consentedVisit(client)
  await visit.household({})
  const guide = (language: 'ko' | 'en' = 'ko') => client.guide.sheet({ request: { document: 'family-guide', visitId: visit.visitId }, language, edition: 'standard' })
  return { client, visit, guide }
}

describe('the family guide', () => {
  it('prints marked official services under a heading of their own, and nothing unmarked', async () => {
    const { client, visit, guide } = await atTheCounter()
    await client.eligibility.markRecord({ visitId: visit.visitId, recordId: explained!.id, mark: 'explain' })
    await client.eligibility.markRecord({ visitId: visit.visitId, recordId: left!.id, mark: 'for-planner' })
    const sheet = await guide()
    const headings = headingsOf(sheet)
    const at = headings.indexOf('관련 서비스, 조건 확인 필요')
    expect(headings.slice(at + 1, at + 3).toSorted()).toEqual([explained!.name, left!.name].toSorted())
    const text = sheet.groups.flat().map(textOf).join('\n')
    expect(text).toContain('복지로(한국사회보장정보원)')
    expect(text).not.toContain(unmarked!.name)
  })

  it('never prints help after violence, though it is marked', async () => {
    const { client, visit, guide } = await atTheCounter()
    const refuge = [...records.values()].find(({ name }) => name.includes('가정폭력'))!
    expect((await client.eligibility.record({ recordId: refuge.id })).discreet).toBe(true)
    await client.eligibility.markRecord({ visitId: visit.visitId, recordId: refuge.id, mark: 'explain' })
    await client.eligibility.markRecord({ visitId: visit.visitId, recordId: explained!.id, mark: 'explain' })
    const text = JSON.stringify((await guide()).groups)
    expect(text).toContain(explained!.name)
    expect(text).not.toContain(refuge.name)
  })

  it('has no such section without a mark, and says in English whose words these are', async () => {
    const { client, visit, guide } = await atTheCounter()
    expect(headingsOf(await guide())).not.toContain('관련 서비스, 조건 확인 필요')
    await client.eligibility.markRecord({ visitId: visit.visitId, recordId: explained!.id, mark: 'explain' })
    const sheet = await guide('en')
    expect(headingsOf(sheet)).toContain('Related services, conditions to be checked')
    expect(sheet.groups.flat().map(textOf).join('\n')).toContain('in Korean')
  })
})
