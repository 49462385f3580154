/** Written records of a case: saved as typed, every version kept, nothing of anybody written over. */
import type { Client } from '#core/contract'
import type { RecordView } from '#core/records/model'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { destroyDue } from '#core/households/destroy-household'
import { openCounter } from '../support/open-counter'
import { seenOf as seen } from '../support/planned-case'
import { openVisitAt } from '../support/visit-at-desk'

const seconds = (counter: Counter, moment: string) => counter.at(moment)

async function aCase(counter: Counter, { sensitive = true }: { readonly sensitive?: boolean } = {}) {
  const { as, ids } = counter
  const visit = await openVisitAt(as('clerk'), 'move-in')
  await visit.sayYes()
  await visit.consent({ sensitive })
  await visit.member({ personId: visit.visitor()!.id, name: '표본순', birth: '1944-05-01', sex: 'female' })
  const page = await as('clerk').cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: ids.planner, why: '표본' })
  const caseId = page.case!.id
  return { caseId, consentId: page.consents[0]!.id, householdId: page.household!.id, begun: await as('planner').records.begin({ caseId, kind: 'first-counselling' }) }
}

/** What the form holds is sent whole, as the page does. */
async function save(client: Client, record: RecordView, change: Record<string, unknown>): Promise<RecordView> {
  const answer = await client.records.save({ ...seen(record), body: { ...record.body, ...change } })
  expect(answer.outcome).toBe('saved')
  return answer.record
}
const versionsOf = (counter: Counter, { id }: RecordView) => counter.as('planner').records.history({ recordId: id })

describe('saving a record as it is typed', () => {
  it('makes one version of one sitting, and another after a pause', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { begun } = await aCase(counter)
    const first = await save(counter.as('planner'), begun, { complaint: '월세가' })
    const second = await save(counter.as('planner'), first, { complaint: '월세가 밀렸어요', opinion: '주거' })
    expect((await versionsOf(counter, second)).map(({ fields }) => fields)).toEqual([['complaint', 'opinion'], []])
    seconds(counter, '2026-11-23T10:02')
    const third = await save(counter.as('planner'), second, { talk: '둘째 통화' })
    expect((await versionsOf(counter, third)).map(({ fields }) => fields)).toEqual([['talk'], ['complaint', 'opinion'], []])
    expect(third).toMatchObject({ savedBy: { id: counter.ids.planner }, status: 'open' })
  })

  it('keeps each version of two people who take turns, however quickly', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    const mine = await save(counter.as('planner'), begun, { complaint: '플래너가 적음' })
    const leads = await save(counter.as('lead'), mine, { opinion: '팀장이 적음' })
    const again = await save(counter.as('planner'), leads, { complaint: '플래너가 다시 적음' })
    expect((await versionsOf(counter, again)).map(({ staff, body }) => [staff.id, body.complaint, body.opinion])).toEqual([
      [counter.ids.planner, '플래너가 다시 적음', '팀장이 적음'],
      [counter.ids.lead, '플래너가 적음', '팀장이 적음'],
      [counter.ids.planner, '플래너가 적음', ''],
      [counter.ids.planner, '', ''],
    ])
  })

  it('writes nothing over: who saved second is shown what the first one wrote', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    await save(counter.as('lead'), begun, { complaint: '팀장이 적음' })
    const answer = await counter.as('planner').records.save({ ...seen(begun), body: { ...begun.body, complaint: '플래너가 적음' } })
    expect(answer).toMatchObject({ outcome: 'conflict', record: { version: 2, body: { complaint: '팀장이 적음' }, savedBy: { id: counter.ids.lead } } })
    expect((await versionsOf(counter, begun))).toHaveLength(2)
    expect(await counter.as('planner').records.read({ recordId: begun.id })).toMatchObject({ version: 2, body: { complaint: '팀장이 적음' } })
  })

  it('makes no version where nothing changed', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    const same = await save(counter.as('planner'), begun, {})
    expect(same.version).toBe(1)
  })

  it('names the fields of a malformed body and never what stands in them', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    const refused = await counter.as('planner').records.save({ ...seen(begun), body: { ...begun.body, on: '2026-02-30', complaint: 'x'.repeat(8001) } }).catch(error => error)
    expect(refused).toMatchObject({ code: 'RECORD_MALFORMED', data: { fields: ['on', 'complaint'] } })
    expect(JSON.stringify(refused)).not.toContain('2026-02-30')
  })

  it('tells open screens which record was written, and lists only what concerns them', async () => {
    const counter = await openCounter()
    const { begun, caseId } = await aCase(counter)
    const heard: unknown[] = []
    const stop = new AbortController()
    const listening = (async () => {
      for await (const news of counter.host.news.subscribe('case', { signal: stop.signal }))
        heard.push(news)
    })().catch(() => undefined)
    await save(counter.as('planner'), begun, { complaint: '새로' })
    await new Promise(resolve => setTimeout(resolve, 10))
    stop.abort()
    await listening
    expect(heard).toEqual([{ caseId, plannerId: counter.ids.planner, change: 'changed', record: { id: begun.id, version: 2 } }])
  })
})

describe('the history of a record', () => {
  it('makes an earlier version the newest and keeps what came after', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    const first = await save(counter.as('planner'), begun, { complaint: '처음' })
    const second = await save(counter.as('lead'), first, { complaint: '바꿈' })
    const back = await counter.as('lead').records.takeBack({ ...seen(second), toVersion: first.version })
    expect(back.body.complaint).toBe('처음')
    expect((await versionsOf(counter, back)).map(({ body }) => body.complaint)).toEqual(['처음', '바꿈', '처음', ''])
  })

  it('refuses a version that is not there and a screen that saw an older one', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    const next = await save(counter.as('planner'), begun, { complaint: '처음' })
    await expect(counter.as('planner').records.takeBack({ ...seen(next), toVersion: 9 })).rejects.toMatchObject({ code: 'VERSION_NOT_FOUND' })
    await expect(counter.as('planner').records.takeBack({ ...seen(begun), toVersion: 1 })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })
})

const filled = { complaint: '월세가 밀렸어요', method: 'call', result: 'visit-booked', nextContactOn: '2026-11-24' }

describe('finishing a record', () => {
  it('names what is missing, then stands: a later save is refused', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    await expect(counter.as('planner').records.finish(seen(begun))).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['method', 'complaint', 'result', 'nextContactOn'] } })
    const ready = await save(counter.as('planner'), begun, filled)
    const finished = await counter.as('planner').records.finish(seen(ready))
    expect(finished).toMatchObject({ status: 'finished', finishedBy: { id: counter.ids.planner } })
    await expect(counter.as('planner').records.save({ ...seen(finished), body: { ...finished.body, complaint: '뒤늦게' } })).rejects.toMatchObject({ code: 'RECORD_FINISHED' })
    await expect(counter.as('planner').records.takeBack({ ...seen(finished), toVersion: 1 })).rejects.toMatchObject({ code: 'RECORD_FINISHED' })
  })

  it('does not finish what somebody changed meanwhile', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    const ready = await save(counter.as('planner'), begun, filled)
    await save(counter.as('lead'), ready, { opinion: '더 물어볼 것' })
    await expect(counter.as('planner').records.finish(seen(ready))).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('is opened again with the reason on the trail, and what was finished stays a version of its own', async () => {
    const counter = await openCounter()
    const { begun, caseId } = await aCase(counter)
    const finished = await counter.as('planner').records.finish(seen(await save(counter.as('planner'), begun, filled)))
    const open = await counter.as('lead').records.reopen({ ...seen(finished), why: '월세 금액을 고침' })
    expect(open).toMatchObject({ status: 'open', finishedAt: null, finishedBy: null })
    const changed = await save(counter.as('planner'), open, { complaint: '월세가 석 달 밀렸어요' })
    expect((await versionsOf(counter, changed)).map(({ body }) => body.complaint)).toEqual(['월세가 석 달 밀렸어요', '월세가 밀렸어요', ''])
    const { events } = await counter.as('planner').cases.page({ caseId })
    expect(events.filter(({ kind }) => kind.startsWith('record-')).map(({ kind, note }) => [kind, note])).toEqual([
      ['record-reopened', '월세 금액을 고침'],
      ['record-finished', 'first-counselling'],
      ['record-begun', 'first-counselling'],
    ])
  })

  it('of two who finish or reopen at once the second is told', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter)
    const ready = await save(counter.as('planner'), begun, filled)
    const finished = await counter.as('planner').records.finish(seen(ready))
    await expect(counter.as('lead').records.finish(seen(ready))).rejects.toMatchObject({ code: 'RECORD_FINISHED' })
    await counter.as('lead').records.reopen({ ...seen(finished), why: '고침' })
    await expect(counter.as('planner').records.reopen({ ...seen(finished), why: '고침' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })
})

describe('whose record it is', () => {
  it('is nobody else’s: another team, clerks and outsiders see nothing and write nothing', async () => {
    const counter = await openCounter()
    const { begun, caseId } = await aCase(counter)
    for (const seat of ['secondPlanner', 'clerk', 'admin'] as const) {
      const { records } = counter.as(seat)
      const code = seat === 'secondPlanner' ? 'CASE_NOT_FOUND' : 'NOT_PERMITTED'
      await expect(records.list({ caseId })).rejects.toMatchObject({ code })
      await expect(records.read({ recordId: begun.id })).rejects.toMatchObject({ code })
      await expect(records.history({ recordId: begun.id })).rejects.toMatchObject({ code })
      await expect(records.begin({ caseId, kind: 'plan' })).rejects.toMatchObject({ code })
      await expect(records.save({ ...seen(begun), body: begun.body })).rejects.toMatchObject({ code })
      await expect(records.finish(seen(begun))).rejects.toMatchObject({ code })
      await expect(records.reopen({ ...seen(begun), why: '보려고' })).rejects.toMatchObject({ code })
      await expect(records.takeBack({ ...seen(begun), toVersion: 1 })).rejects.toMatchObject({ code })
    }
  })

  it('is the team’s together', async () => {
    const counter = await openCounter()
    await counter.db.updateTable('staff').set({ team: '가팀' }).where('id', 'in', [counter.ids.planner, counter.ids.secondPlanner]).execute()
    const { begun } = await aCase(counter)
    expect(await save(counter.as('secondPlanner'), begun, { complaint: '동료가 적음' })).toMatchObject({ savedBy: { id: counter.ids.secondPlanner } })
  })

  it('cannot be written once the case has ended, and is still read', async () => {
    const counter = await openCounter()
    const { begun, caseId } = await aCase(counter)
    await counter.db.updateTable('welfare_case').set({ status: 'closed' }).where('id', '=', caseId).execute()
    await expect(counter.as('planner').records.save({ ...seen(begun), body: { ...begun.body, talk: '더' } })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await expect(counter.as('planner').records.begin({ caseId, kind: 'needs-survey' })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    expect(await counter.as('planner').records.read({ recordId: begun.id })).toMatchObject({ id: begun.id })
  })

  it('is begun once, whoever begins', async () => {
    const counter = await openCounter()
    const { begun, caseId } = await aCase(counter)
    expect((await counter.as('lead').records.begin({ caseId, kind: 'first-counselling' })).id).toBe(begun.id)
    expect(await counter.as('planner').records.list({ caseId })).toHaveLength(1)
  })
})

describe('what only the consent to sensitive data allows', () => {
  it('is refused with its place, so that the rest can still be saved', async () => {
    const counter = await openCounter()
    const { begun } = await aCase(counter, { sensitive: false })
    await expect(counter.as('planner').records.save({ ...seen(begun), body: { ...begun.body, health: '당뇨', complaint: '아파요' } }))
      .rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING', data: { places: ['health'] } })
    expect((await save(counter.as('planner'), begun, { complaint: '아파요' })).body.complaint).toBe('아파요')
  })

  it('goes from every record and every version when it is withdrawn, and the open screen cannot bring it back', async () => {
    const counter = await openCounter()
    const { begun, consentId } = await aCase(counter)
    const first = await save(counter.as('planner'), begun, { health: '비밀스러운 병', complaint: '아파요' })
    const second = await save(counter.as('lead'), first, { health: '비밀스러운 병, 입원', householdTypes: ['one-person', 'disability'] })
    const visitRecord = await counter.as('planner').records.begin({ caseId: begun.caseId, kind: 'home-visit' })
    await save(counter.as('planner'), visitRecord, { health: '비밀스러운 병', observations: '집이 추움' })
    await counter.as('clerk').consent.withdraw({ consentId, items: ['sensitive'] })

    const rows = [...await counter.db.selectFrom('case_record').select('body').execute(), ...await counter.db.selectFrom('case_record_version').select('body').execute()]
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter(({ body }) => body.includes('비밀스러운') || body.includes('disability'))).toEqual([])
    const after = await counter.as('planner').records.read({ recordId: begun.id })
    expect(after.body).toMatchObject({ health: '', complaint: '아파요', householdTypes: ['one-person'] })
    // What stands on a screen that was open is older now.
    const answer = await counter.as('planner').records.save({ ...seen(second), body: { ...second.body, talk: '이어서' } })
    expect(answer).toMatchObject({ outcome: 'conflict', record: { body: { health: '' } } })
    await expect(counter.as('planner').records.save({ ...seen(after), body: { ...after.body, health: '다시' } })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
  })

  it('goes whoever of the household withdrew, and nothing else does', async () => {
    const counter = await openCounter()
    const other = await aCase(counter)
    const kept = await save(counter.as('planner'), other.begun, { health: '다른 집의 병' })
    const { consentId, begun } = await aCase(counter)
    await save(counter.as('planner'), begun, { health: '이 집의 병', talk: '이야기' })
    await counter.as('clerk').consent.withdraw({ consentId, items: ['sensitive'] })
    expect((await counter.as('planner').records.read({ recordId: begun.id })).body).toMatchObject({ health: '', talk: '이야기' })
    expect((await counter.as('planner').records.read({ recordId: kept.id })).body.health).toBe('다른 집의 병')
  })
})

describe('records and the end of a household', () => {
  it('are destroyed on the day after the consent to collect was withdrawn, with every version', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { begun, consentId, householdId } = await aCase(counter)
    await save(counter.as('planner'), begun, { complaint: '없어질 말' })
    const { destroyOn } = await counter.as('clerk').consent.withdraw({ consentId, items: ['collect'] })
    await expect(counter.as('planner').records.save({ ...seen(begun), body: begun.body })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await destroyDue(counter.db, destroyOn!)
    expect(await counter.db.selectFrom('household').selectAll().where('id', '=', householdId).execute()).toEqual([])
    expect(await counter.db.selectFrom('case_record').selectAll().execute()).toEqual([])
    expect(await counter.db.selectFrom('case_record_version').selectAll().execute()).toEqual([])
  })
})
