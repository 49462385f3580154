/** Every release is kept: compared with any other, gone back to, and found again by an old case. */
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogueInForce } from '#core/catalogue/read-in-force'
import { aRecord, aServiceLike, end, propose, put, release } from '../../support/catalogue-at-desk.ts'
import { fixture } from '../../support/engine.ts'
import { openCounter } from '../../support/open-counter.ts'
import { consentedVisit } from '../../support/visit-at-desk.ts'

const grant = fixture.services.get('fixture-child-grant')!
const help = fixture.services.get('fixture-household-help')!
const line = fixture.parameters.get('fixture-line')!
const moving = aServiceLike(help)

let counter: Awaited<ReturnType<typeof openCounter>>
beforeEach(async () => {
  counter = await openCounter({ catalogue: fixture })
  await propose(counter, 'lead', [put('service', moving), put('service', { ...grant, worth: 3 }), put('record', aRecord(1))])
  await release(counter.as('admin'), '둘')
  await propose(counter, 'lead', [end('service', 'moving-costs'), put('service', { ...grant, worth: 1 }), put('parameter', { ...line, reviewBy: '2027-12-31' as never })])
  await release(counter.as('admin'), '셋')
})
const releases = () => counter.as('lead').catalogue.releases
const inForce = () => catalogueInForce(counter.db, counter.host)

describe('comparing two releases', () => {
  it('counts what is new, changed and ended in each', async () => {
    const { releases: all } = await releases().list()
    expect(all.map(({ number, counts }) => [number, counts])).toEqual([
      [3, { new: 0, changed: 2, ended: 1 }],
      [2, { new: 2, changed: 1, ended: 0 }],
      [1, { new: 5, changed: 0, ended: 0 }],
    ])
  })

  it('tells what differs between any two, in both directions', async () => {
    const sorts = async (from: number, to: number) => Object.fromEntries((await releases().compare({ from, to })).items.map(({ itemId, sort }) => [itemId, sort]))
    expect(await sorts(1, 3)).toEqual({ [grant.id]: 'changed', [line.id]: 'changed', [aRecord(1).id]: 'new' })
    expect(await sorts(2, 3)).toEqual({ 'moving-costs': 'ended', [grant.id]: 'changed', [line.id]: 'changed' })
    expect(await sorts(3, 2)).toEqual({ 'moving-costs': 'new', [grant.id]: 'changed', [line.id]: 'changed' })
    expect(await sorts(3, 3)).toEqual({})
    expect((await releases().compare({ from: 2, to: 3, sort: 'ended' })).total).toBe(1)
    expect((await releases().compare({ from: 2, to: 3, text: '이사' })).items.map(({ itemId }) => itemId)).toEqual(['moving-costs'])
    await expect(releases().compare({ from: 1, to: 9 })).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
  })

  it('says the difference of one item in words', async () => {
    const { fields } = await releases().difference({ from: 2, to: 3, kind: 'service', itemId: grant.id })
    expect(fields).toEqual([{ field: 'worth', label: { ko: '다음 질문에서의 무게', en: 'Weight of its questions' }, change: { as: 'value', before: { ko: '몇 달치 생활비나 집세', en: 'Rent or food for months' }, after: { ko: '작은 도움·정보', en: 'Small or informative' } } }])
    await expect(releases().difference({ from: 2, to: 3, kind: 'service', itemId: help.id })).rejects.toMatchObject({ code: 'CHANGE_NOT_FOUND' })
  })
})

describe('rolling back', () => {
  it('takes one who asks and another who confirms, is a release of its own, and leaves the draft alone', async () => {
    await propose(counter, 'lead', [end('service', help.id)])
    await expect(releases().rollBack({ number: 2, seenRelease: 3, why: '표본' })).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED', data: { names: '표본관리자' } })
    await releases().askRollBack({ number: 2, why: '이사비는 아직 지급해요' })
    await expect(releases().rollBack({ number: 2, seenRelease: 3 })).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    await expect(counter.as('admin').catalogue.releases.askRollBack({ number: 1, why: '또' })).rejects.toMatchObject({ code: 'ROLLBACK_ASKED' })
    expect((await counter.as('admin').catalogue.releases.list()).asked).toMatchObject({ number: 2, by: { name: '표본팀장' }, why: '이사비는 아직 지급해요', right: { may: 'freely' } })
    const back = await counter.as('admin').catalogue.releases.rollBack({ number: 2, seenRelease: 3 })
    expect(back).toMatchObject({ number: 4, origin: 'rollback', title: '둘', why: '이사비는 아직 지급해요', rolledBackTo: 2, preparedBy: [{ name: '표본팀장' }], releasedBy: { name: '표본관리자' }, alone: false, counts: { new: 1, changed: 2, ended: 0 } })
    expect((await releases().compare({ from: 2, to: 4 })).total).toBe(0)
    const catalogue = await inForce()
    expect(catalogue.services.get('moving-costs')).toEqual(moving)
    expect(catalogue.services.get(grant.id)?.worth).toBe(3)
    expect(catalogue.parameters.get(line.id)).toEqual(line)
    expect((await counter.as('lead').catalogue.draft.list({})).total).toBe(1)
    expect((await releases().list()).asked).toBeNull()
  })

  it('is refused to the release in force, to one that never was, and after another release', async () => {
    await expect(releases().askRollBack({ number: 3, why: '표본' })).rejects.toMatchObject({ code: 'RELEASE_IN_FORCE' })
    await expect(releases().askRollBack({ number: 9, why: '표본' })).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
    await releases().askRollBack({ number: 1, why: '표본' })
    await expect(counter.as('admin').catalogue.releases.rollBack({ number: 1, seenRelease: 2 })).rejects.toMatchObject({ code: 'RELEASED_MEANWHILE' })
    await expect(counter.as('admin').catalogue.releases.rollBack({ number: 2, seenRelease: 3, why: '다른 것' })).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    await releases().dropRollBack()
    await expect(releases().dropRollBack()).rejects.toMatchObject({ code: 'ROLLBACK_NOT_ASKED' })
  })
})

describe('a request to roll back', () => {
  it('is looked at again when its turn comes: withdrawn and asked anew by the caller, it takes somebody else', async () => {
    await releases().askRollBack({ number: 2, why: '표본' })
    let goOn = () => undefined as void
    const held = counter.host.inTurn(() => new Promise<void>((resolve) => { goOn = resolve }))
    const going = counter.as('admin').catalogue.releases.rollBack({ number: 2, seenRelease: 3, why: '표본' })
    const refused = expect(going).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    await new Promise(resolve => setTimeout(resolve, 100))
    await counter.db.updateTable('catalogue_rollback' as never).set({ staff_id: counter.ids.admin } as never).execute()
    goOn()
    await held
    await refused
    expect((await releases().list()).releases).toHaveLength(3)
  })

  it('is told in the access log by the same name as the release', async () => {
    const { releases: all } = await releases().list()
    await releases().askRollBack({ number: 2, why: '표본' })
    await releases().dropRollBack()
    const lines = (await counter.as('admin').audit.list({ limit: 100 })).filter(({ operation }) => operation.endsWith('RollBack'))
    expect(lines.map(({ subject }) => subject)).toEqual(Array.from({ length: 2 }, () => `release:${all.find(({ number }) => number === 2)!.id}`))
  })
})

describe('an old case', () => {
  it('shows a service that ended since as it was in the release that the lookup used', async () => {
    await releases().askRollBack({ number: 2, why: '표본' })
    await counter.as('admin').catalogue.releases.rollBack({ number: 2, seenRelease: 3 })
    const clerk = counter.as('clerk')
    const visit = await consentedVisit(clerk)
    const { lookup } = await clerk.eligibility.lookup({ visitId: visit.visitId })
    const { urgency, kind, planners } = await clerk.cases.suggest({ visitId: visit.visitId })
    const page = await clerk.cases.assign({ ...visit.seen(), urgency, kind, plannerId: planners[0]!.id })
    await propose(counter, 'lead', [put('service', { ...moving, name: { ko: '다른 이름', en: 'Another name' } })])
    await release(counter.as('admin'))
    await propose(counter, 'lead', [end('service', 'moving-costs')])
    await release(counter.as('admin'))
    const opened = await counter.as('lead').cases.page({ caseId: page.case!.id })
    expect(opened.lookup?.release).toBe(lookup.release)
    expect(opened.services['moving-costs']?.name.ko).toBe('표본 이사비 지원')
  })
})

describe('the marks of the year', () => {
  it('tell what the office released, held against the beginning of the year', async () => {
    const marks = (await inForce()).marks
    expect(marks.get(grant.id)).toEqual({ mark: 'changed', on: '2026-11-23' })
    // The first records of a publisher are known to the office anew, but nothing new.
    expect(marks.has(aRecord(1).id)).toBe(false)
    await propose(counter, 'lead', [put('record', aRecord(2)), put('service', { ...moving, from: '2026-05-01' as never })])
    await release(counter.as('admin'))
    const after = (await inForce()).marks
    expect(after.get(aRecord(2).id)).toEqual({ mark: 'new', on: '2026-11-23' })
    expect(after.get('moving-costs')).toEqual({ mark: 'new', on: '2026-05-01' })
    expect(after.has(help.id)).toBe(false)
  })

  it('come on the day on which something begins, also while Maji runs', async () => {
    await propose(counter, 'lead', [put('record', aRecord(1, { from: '2026-12-01' })), put('record', aRecord(2, { from: '2026-12-03' }))])
    await release(counter.as('admin'))
    const begun = async () => {
      const { marks } = await inForce()
      return [1, 2].flatMap(number => marks.get(aRecord(number).id)?.on ?? []).filter(on => on >= '2026-12-01')
    }
    expect(await begun()).toEqual([])
    counter.at('2026-12-02T09:00')
    expect(await begun()).toEqual(['2026-12-01'])
    const same = await inForce()
    counter.at('2026-12-02T17:00')
    expect(await inForce()).toBe(same)
    counter.at('2026-12-03T09:00')
    expect(await begun()).toEqual(['2026-12-01', '2026-12-03'])
  })

  it('go with a roll-back to what was, and with the year', async () => {
    await releases().askRollBack({ number: 1, why: '표본' })
    await counter.as('admin').catalogue.releases.rollBack({ number: 1, seenRelease: 3 })
    expect((await inForce()).marks.size).toBe(0)
    await propose(counter, 'lead', [put('service', moving)])
    await release(counter.as('admin'))
    expect((await inForce()).marks.get('moving-costs')?.mark).toBe('new')
    counter.at('2027-01-02T10:00')
    expect((await inForce()).marks.size).toBe(0)
  })
})
