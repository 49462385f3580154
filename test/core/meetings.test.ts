/** A case meeting under way: writing on its items, its minutes, its names, and what a withdrawal takes out of it. */
import { describe, expect, it } from 'vitest'
import { assignedCase, candidate, draftOf, plannedMeeting } from '../support/case-at-meeting'
import { decided, itemOf, open, reload, seen, underWay, written } from '../support/meeting-at-table'
import { day } from '../support/visit-at-desk'

describe('writing on an item', () => {
  it('writes over nobody: the second from the same version gets the first one\'s words back', async () => {
    const counter = await open()
    const { item } = await underWay(counter)
    await written(counter, item, { discussion: '팀장이 적음' })
    const second = await counter.as('planner').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { discussion: '플래너가 적음' }) })
    expect(second).toMatchObject({ outcome: 'conflict', item: { draft: { discussion: '팀장이 적음' } } })
  })

  it('warns when the text for outside tells a name, a number, an address or a birth day, and not otherwise', async () => {
    const counter = await open()
    const caseId = await candidate(counter, { name: '표본순이', birth: '1958-04-02', road: '표본로 12', detail: '101동 1203호', phone: '010-0000-4321' })
    const page = await plannedMeeting(counter)
    let item = itemOf(page, caseId)
    const told = async (forOutside: string) => {
      item = (await counter.as('lead').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { forOutside }) })).item
      return item.personal.forOutside ?? []
    }
    expect(await told('혼자 지내며 끼니를 거르는 60대. 도시락 연계가 가능할까요?')).toEqual([])
    expect(await told('표본 순이 님 도시락')).toEqual(['name'])
    expect(await told('본순이 어머니')).toEqual(['name'])
    expect(await told('연락처 010 0000 4321')).toEqual(['phone'])
    expect(await told('표본로12 사시는 분')).toEqual(['address'])
    expect(await told('1203호라고만 하면')).toEqual([])
    for (const birth of ['1958-04-02생', '1958년 4월 2일', '58.4.2.', '580402'])
      expect(await told(birth)).toEqual(['birth'])
    expect(await told('580402-2000000')).toContain('id-number')
  })
})

describe('ending a meeting', () => {
  it('waits until every item is decided or put off, which then stands first on the next agenda with its question', async () => {
    const counter = await open()
    const caseId = await candidate(counter)
    await assignedCase(counter, { name: '표본하나', urgency: 'crisis' })
    let page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
    await expect(counter.as('lead').meetings.close(seen(page))).rejects.toMatchObject({ code: 'AGENDA_OPEN', data: { count: 2 } })
    page = await decided(counter, page.items.find(item => item.caseId !== caseId)!, 'service-link')
    const asked = await written(counter, itemOf(page, caseId), { question: '누가 맡을까요?' })
    page = await counter.as('lead').meetings.putOff({ itemId: asked.id, seenVersion: asked.version, why: '가족을 더 만나 본 뒤에' })
    expect(itemOf(page, caseId)).toMatchObject({ state: 'put-off', putOffWhy: '가족을 더 만나 본 뒤에' })
    page = await counter.as('lead').meetings.close(seen(page))
    expect(page.meeting).toMatchObject({ status: 'closed', closedBy: { id: counter.ids.lead } })
    counter.at('2026-11-26T09:00')
    const next = await plannedMeeting(counter, { day: day('2026-12-02') })
    expect(next.items).toMatchObject([{ caseId, reason: 'put-off', also: ['selection'], draft: { question: '누가 맡을까요?' } }])
  })

  it('fixes the minutes: only additions with who and when come after', async () => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    let page = await decided(counter, item, 'information')
    await expect(counter.as('lead').meetings.add({ meetingId: page.meeting.id, itemId: null, text: '아직' })).rejects.toMatchObject({ code: 'MEETING_NOT_CLOSED' })
    page = await counter.as('lead').meetings.close(seen(page))
    const closed = itemOf(page, caseId)
    const write = { itemId: closed.id, seenVersion: closed.version }
    for (const refused of [
      counter.as('lead').meetings.saveItem({ ...write, draft: closed.draft }),
      counter.as('lead').meetings.takeBack(write),
      counter.as('lead').meetings.leaveOut({ ...write, why: '표본' }),
      counter.as('lead').meetings.attend({ meetingId: page.meeting.id, staffId: counter.ids.lead, was: 'invited', presence: 'present' }),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'MEETING_CLOSED' })
    page = await counter.as('lead').meetings.add({ meetingId: page.meeting.id, itemId: closed.id, text: '날짜를 27일로 바로잡음' })
    page = await counter.as('planner').meetings.add({ meetingId: page.meeting.id, itemId: null, text: '늦게 온 사람 있음' })
    expect(itemOf(page, caseId)).toMatchObject({ draft: closed.draft, additions: [{ name: '표본팀장', text: '날짜를 27일로 바로잡음' }] })
    expect(page.additions).toMatchObject([{ name: '표본플래너', text: '늦게 온 사람 있음' }])
  })

  it('marks who is there, and tells whoever marked from an old screen', async () => {
    const counter = await open()
    const page = await plannedMeeting(counter)
    const mark = { meetingId: page.meeting.id, staffId: counter.ids.planner, was: 'invited' as const }
    await counter.as('lead').meetings.attend({ ...mark, presence: 'present' })
    await expect(counter.as('lead').meetings.attend({ ...mark, presence: 'absent' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await reload(counter, page)).attendees.find(({ staffId }) => staffId === counter.ids.planner)?.presence).toBe('present')
  })

  it('tells an open screen of those who were called, and nobody else', async () => {
    const counter = await open()
    const page = await plannedMeeting(counter, { attendees: [counter.ids.lead, counter.ids.planner] })
    const [called, other] = [await counter.as('planner').meetings.watch(), await counter.as('secondPlanner').meetings.watch()]
    const [heard, nothing] = [called.next(), other.next()]
    const second = await plannedMeeting(counter, { attendees: [counter.ids.secondPlanner] })
    await counter.as('lead').meetings.begin(seen(page))
    expect((await heard).value).toEqual({ meetingId: page.meeting.id })
    expect((await nothing).value).toEqual({ meetingId: second.meeting.id })
    await called.return?.(undefined)
    await other.return?.(undefined)
  })
})

describe('the names of a meeting', () => {
  it('are other ones in each meeting and say nothing of the person', async () => {
    const counter = await open()
    const cases = [await candidate(counter, { name: '표본하나' }), await candidate(counter, { name: '표본두리' })]
    const named = async () => {
      const page = await plannedMeeting(counter)
      return cases.map(caseId => itemOf(page, caseId).pseudonym)
    }
    const meetings = [await named(), await named(), await named(), await named()]
    for (const names of meetings) {
      expect(new Set(names).size).toBe(2)
      expect(names.every(name => /^[가-힣]-\d{1,2}$/.test(name))).toBe(true)
    }
    for (const place of [0, 1])
      expect(new Set(meetings.map(names => names[place])).size).toBe(4)
  })

  it('are never one that the case had before', async () => {
    const counter = await open()
    const caseId = await candidate(counter)
    const first = await plannedMeeting(counter)
    const every = [...'가나다라마바사아자차카타파하'].flatMap(letter => Array.from({ length: 39 }, (_, at) => `${letter}-${at + 1}`))
    const had = itemOf(first, caseId).pseudonym
    const left = every.find(name => name !== had)!
    await counter.db.insertInto('meeting_item').values(every.filter(name => name !== had && name !== left).map(pseudonym => ({ id: counter.host.newId(), meeting_id: counter.host.newId(), case_id: caseId, reason: 'by-hand', body: '{}', pseudonym, place: 1, decision: null, decided_at: null, decided_by: null, version: 1 }))).execute()
    expect(itemOf(await plannedMeeting(counter), caseId).pseudonym).toBe(left)
  })

  it('stay within the meeting', async () => {
    const counter = await open()
    const { caseId, page, item } = await underWay(counter)
    expect(itemOf(await reload(counter, page), caseId).pseudonym).toBe(item.pseudonym)
  })
})

describe('withdrawal', () => {
  it('takes a case off what is still to come, and destruction off the minutes', async () => {
    const counter = await open()
    const { caseId, page } = await underWay(counter)
    const { consents } = await counter.as('planner').cases.page({ caseId })
    await counter.as('clerk').consent.withdraw({ consentId: consents[0]!.id, items: ['collect'] })
    expect((await reload(counter, page)).items).toMatchObject([{ caseId, card: { members: 0, needs: [] } }])
    const later = await plannedMeeting(counter, { day: day('2026-12-02') })
    expect(later.items).toEqual([])
    counter.at('2026-12-01T09:00')
    const { destroyDue } = await import('#core/households/destroy-household')
    await counter.host.inTurn(() => destroyDue(counter.db, day('2026-12-01')) as Promise<unknown>)
    expect(await counter.db.selectFrom('meeting_item').select('id').where('case_id', '=', caseId).execute()).toEqual([])
  })
})
