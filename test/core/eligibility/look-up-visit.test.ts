import { describe, expect, it } from 'vitest'
import { openCounter } from '../../support/open-counter'
import { consentedVisit } from '../../support/visit-at-desk'

describe('the lookup of a visit', () => {
  const newborn = async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await consentedVisit(as('clerk'), 'birth', '표본엄마', '1990-05-01')
    await visit.member({ name: '표본아기', relation: 'child', birth: '2026-11-10', sex: 'male' })
    const look = async () => (await as('clerk').eligibility.lookup({ visitId: visit.visitId })).lookup
    return { client: as('clerk'), visit, look }
  }

  it('settles the newborn’s child allowance with one answer for the whole family', async () => {
    const { client, visit, look } = await newborn()
    const child = visit.page().household!.members[1]!.id
    const allowance = async () => (await look()).verdicts.find(({ serviceId, memberId }) => serviceId === 'child-allowance' && memberId === child)?.verdict
    expect(await allowance()).toBe('ask-first')
    await client.households.saveFactForAll({ ...visit.seen(), fact: 'nationality', value: 'korean' })
    expect(await allowance()).toBe('likely')
  })

  it('asks the four benefits at once, and none of them again after "none"', async () => {
    const { client, visit, look } = await newborn()
    const asked = (await look()).questions.find(({ question }) => question.service?.startsWith('bl-'))
    expect(asked?.together).toHaveLength(4)
    for (const { service } of asked!.together!) {
      await client.households.saveReceives({ ...visit.seen(), personId: null, service: service!, receives: false })
      await visit.reload()
    }
    expect((await look()).questions.filter(({ question, together }) => [question, ...together ?? []].some(({ service }) => service?.startsWith('bl-')))).toEqual([])
  })

  it('does not ask again what the family did not know', async () => {
    const { visit, look } = await newborn()
    const isAsked = async () => (await look()).questions.some(({ question }) => question.fact === 'near-poor')
    expect(await isAsked()).toBe(true)
    await visit.fact('near-poor', null)
    expect(await isAsked()).toBe(false)
  })
})
