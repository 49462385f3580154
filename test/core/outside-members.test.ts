/** Outside members of meetings: what comes out to them, looked at by content, and everything else that stays shut. */
import type { MeetingPage } from '#core/meetings/contract'
import type { AgendaItem, ItemDraft } from '#core/meetings/model'
import type { NeedArea } from '#core/records/bodies/need-areas'
import type { CaseOptions } from '../support/case-at-meeting'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { NeedsSurvey } from '#core/records/bodies/needs-survey'
import { candidate, draftOf, plannedMeeting } from '../support/case-at-meeting'
import { call, operations } from '../support/contract-operations'
import { openCounter } from '../support/open-counter'

const agency = '표본종합사회복지관'
const secrets = { name: '표본가려', birth: '1958-04-02', road: '표본비밀로 77', detail: '305호', phone: '010-0000-9876' } as const
const allWords = ['표본가려', '본가려', '표**려', '1958', '04-02', '표본비밀로', '305호', '9876', '표본플래너', '상담에서한말', '판단에쓴말', '안건내부논의']

async function office(recipients: readonly string[] = [agency]): Promise<Counter> {
  const counter = await openCounter({ moment: '2026-11-23T10:00' })
  const { version, phone, idleMinutes, firstContactDays, plannerLimit, destroyAfterDays } = await counter.as('lead').center.settings()
  await counter.as('lead').center.change({ seenVersion: version, phone, idleMinutes, firstContactDays, plannerLimit, destroyAfterDays, recipients: [...recipients] })
  return counter
}

/** A candidate whose survey tells of health and of money, in words that must not come out. */
async function surveyed(counter: Counter, options: CaseOptions = {}) {
  const caseId = await candidate(counter, { ...secrets, thirdParty: true, ...options })
  const record = await counter.as('planner').records.begin({ caseId, kind: 'needs-survey' })
  const body = NeedsSurvey.parse(record.body)
  const need = (area: NeedArea, level: number) => ({ ...body.needs[area], level, words: '상담에서한말', judgement: '판단에쓴말' })
  const needs = { ...body.needs, economy: need('economy', 3), social: need('social', 4), ...options.sensitive === false ? {} : { health: need('health', 2) } }
  await counter.as('planner').records.save({ recordId: record.id, seenVersion: record.version, body: { ...body, needs } })
  return caseId
}

async function meeting(counter: Counter, caseId: string, draft: Partial<ItemDraft> = {}) {
  let page = await plannedMeeting(counter, { kind: 'outside', attendees: [counter.ids.lead, counter.ids.planner, counter.ids.outside] })
  if (!page.items.some(item => item.caseId === caseId))
    page = await counter.as('lead').meetings.addItem({ meetingId: page.meeting.id, caseId: caseId as never, question: '안건내부논의' })
  const item = page.items.find(one => one.caseId === caseId)!
  const saved = await counter.as('lead').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { question: '안건내부논의 표본가려', discussion: '안건내부논의', why: '안건내부논의', forOutside: '끼니를 거르는 60대 1인가구, 도시락을 맡을 곳이 있을까요?', ...draft }) })
  return { page, item: saved.item, meetingId: page.meeting.id }
}
const outsideOf = (counter: Counter, meetingId: MeetingPage['meeting']['id']) => counter.as('outside').meetings.outside.page({ meetingId })
const consentOf = async (counter: Counter, caseId: string) => (await counter.as('planner').cases.page({ caseId: caseId as never })).consents[0]!.id

describe('what an outside member sees', () => {
  it('is pseudonym, age band, kind of household, needs with level and the words written for outside', async () => {
    const counter = await office()
    const { item, meetingId } = await meeting(counter, await surveyed(counter))
    const { items } = await outsideOf(counter, meetingId)
    expect(items).toEqual([{
      state: 'shown',
      itemId: item.id,
      number: 1,
      pseudonym: item.pseudonym,
      profile: {
        ageBand: 60,
        householdTypes: ['one-person'],
        needs: [{ area: 'social', level: 4 }, { area: 'economy', level: 3 }, { area: 'health', level: 2 }],
        question: '끼니를 거르는 60대 1인가구, 도시락을 맡을 곳이 있을까요?',
        questionWithheld: false,
      },
      decision: null,
      leads: false,
      roles: [],
      tasks: [],
      opinion: null,
    }])
  })

  it('holds no name, birth day, address, number, and no word of the records or of the discussion', async () => {
    const counter = await office()
    const { meetingId } = await meeting(counter, await surveyed(counter))
    const told = JSON.stringify([await counter.as('outside').meetings.outside.list(), await outsideOf(counter, meetingId)])
    expect(allWords.filter(word => told.includes(word))).toEqual([])
  })

  it('has nothing of a case on no agenda of theirs, and nothing of a meeting they were not called to', async () => {
    const counter = await office()
    const { page } = await meeting(counter, await surveyed(counter))
    const internal = await plannedMeeting(counter)
    const uncalled = await plannedMeeting(counter, { kind: 'outside', attendees: [counter.ids.lead] })
    expect((await counter.as('outside').meetings.outside.list()).map(({ id }) => id)).toEqual([page.meeting.id])
    for (const { meeting: { id } } of [internal, uncalled])
      await expect(outsideOf(counter, id)).rejects.toMatchObject({ code: 'MEETING_NOT_FOUND' })
  })

  it('lacks health and kinds of household that tell of it without the consent to sensitive data', async () => {
    const counter = await office()
    const caseId = await surveyed(counter)
    const record = await counter.as('planner').records.begin({ caseId, kind: 'first-counselling' })
    await counter.as('planner').records.save({ recordId: record.id, seenVersion: record.version, body: { ...record.body, householdTypes: ['elderly', 'disability', 'defector'] } })
    const { meetingId } = await meeting(counter, caseId)
    const profile = async () => {
      const [item] = (await outsideOf(counter, meetingId)).items
      return item?.state === 'shown' ? item.profile : null
    }
    expect((await profile())?.householdTypes).toEqual(['elderly', 'disability', 'defector'])
    await counter.as('clerk').consent.withdraw({ consentId: await consentOf(counter, caseId), items: ['sensitive'] })
    expect((await profile())?.householdTypes).toEqual(['elderly'])
    expect((await profile())?.needs.map(({ area }) => area)).toEqual(['social', 'economy'])
  })

  it('lacks health also where a record still tells of it', async () => {
    const counter = await office()
    const { meetingId } = await meeting(counter, await surveyed(counter))
    await counter.db.updateTable('consent').set({ withdrawn: '["sensitive"]' }).execute()
    const [item] = (await outsideOf(counter, meetingId)).items
    expect(item?.state === 'shown' && item.profile?.needs.map(({ area }) => area)).toEqual(['social', 'economy'])
  })

  it('is only that the item cannot be shown, where the consent is missing or names another agency', async () => {
    for (const { recipients, thirdParty } of [{ recipients: [agency], thirdParty: false }, { recipients: ['다른복지관'], thirdParty: true }, { recipients: [], thirdParty: true }]) {
      const counter = await office(recipients)
      const { meetingId } = await meeting(counter, await surveyed(counter, { thirdParty }))
      expect((await outsideOf(counter, meetingId)).items).toEqual([{ state: 'not-shown', number: 1 }])
    }
  })

  it('is nothing for a member without an agency', async () => {
    const counter = await office()
    const { meetingId } = await meeting(counter, await surveyed(counter))
    await counter.db.updateTable('staff').set({ agency: null }).where('id', '=', counter.ids.outside).execute()
    expect((await outsideOf(counter, meetingId)).items).toEqual([{ state: 'not-shown', number: 1 }])
  })

  it.each(['third-party', 'collect'] as const)('is gone at once when the consent "%s" is withdrawn', async (item) => {
    const counter = await office()
    const caseId = await surveyed(counter)
    const { meetingId } = await meeting(counter, caseId)
    expect((await outsideOf(counter, meetingId)).items[0]?.state).toBe('shown')
    await counter.as('clerk').consent.withdraw({ consentId: await consentOf(counter, caseId), items: [item] })
    expect((await outsideOf(counter, meetingId)).items).toEqual([{ state: 'not-shown', number: 1 }])
  })

  it('is told to an open screen, so that it goes from there too', async () => {
    const counter = await office()
    const caseId = await surveyed(counter)
    const { meetingId } = await meeting(counter, caseId)
    const news = await counter.as('outside').meetings.watch()
    const heard = news.next()
    await counter.as('clerk').consent.withdraw({ consentId: await consentOf(counter, caseId), items: ['third-party'] })
    expect((await heard).value).toEqual({ meetingId })
    await news.return?.(undefined)
  })

  it('does not gather by itself what none of those called may see', async () => {
    const counter = await office()
    await surveyed(counter, { name: '표본하나', thirdParty: false })
    const shown = await surveyed(counter, { name: '표본두리' })
    const page = await plannedMeeting(counter, { kind: 'outside', attendees: [counter.ids.lead, counter.ids.outside] })
    expect(page.items.map(({ caseId }) => caseId)).toEqual([shown])
    expect(page.items[0]?.shownTo).toEqual([{ staffId: counter.ids.outside, agency, shown: true, health: true }])
  })

  it('keeps back a text in which somebody can be recognised, although it was written for outside', async () => {
    const counter = await office()
    const { meetingId, item } = await meeting(counter, await surveyed(counter), { forOutside: '표본가려 님 댁 도시락' })
    expect(item.personal.forOutside).toEqual(['name'])
    const page = await outsideOf(counter, meetingId)
    expect(page.items[0]).toMatchObject({ profile: { question: '', questionWithheld: true } })
    expect(JSON.stringify(page)).not.toContain('표본가려')
  })

  it('leaves out what the office took off the agenda', async () => {
    const counter = await office()
    const { meetingId, item } = await meeting(counter, await surveyed(counter))
    await counter.as('lead').meetings.leaveOut({ itemId: item.id, seenVersion: item.version, why: '다음에' })
    expect((await outsideOf(counter, meetingId)).items).toEqual([])
  })
})

describe('after the decision', () => {
  const tasks = [
    { id: 'aaaaaa', what: '밑반찬 배달', staffId: null, who: agency, dueOn: '2026-11-30' as never },
    { id: 'bbbbbb', what: '표본가려 님 병원 동행', staffId: null, who: agency, dueOn: '2026-11-30' as never },
    { id: 'cccccc', what: '다른 기관의 일', staffId: null, who: '다른복지관', dueOn: '2026-11-30' as never },
  ]
  async function afterDecision() {
    const counter = await office()
    const { page, item, meetingId } = await meeting(counter, await surveyed(counter), {
      lead: { sector: 'private', who: '표본 종합사회복지관' },
      roles: [{ id: 'rrrrrr', sector: 'private', who: agency, what: '주 2회 방문' }, { id: 'ssssss', sector: 'public', who: '표본동', what: '급여 신청' }],
      tasks,
    })
    await counter.as('lead').meetings.begin({ meetingId, seenVersion: page.meeting.version })
    const decided = await counter.as('lead').meetings.decide({ itemId: item.id, seenVersion: item.version, decision: 'integrated' })
    return { counter, meetingId, decided }
  }

  it('a member sees the decision and what their own agency took on, as far as it names nobody', async () => {
    const { counter, meetingId } = await afterDecision()
    const [shown] = (await outsideOf(counter, meetingId)).items
    expect(shown).toMatchObject({ decision: 'integrated', leads: true, roles: ['주 2회 방문'], tasks: [{ what: '밑반찬 배달', dueOn: '2026-11-30' }] })
  })

  it('only that is left once the meeting is closed', async () => {
    const { counter, meetingId, decided } = await afterDecision()
    await counter.as('lead').meetings.close({ meetingId, seenVersion: decided.meeting.version })
    const [shown] = (await outsideOf(counter, meetingId)).items
    expect(shown).toMatchObject({ state: 'shown', profile: null, decision: 'integrated', roles: ['주 2회 방문'] })
  })
})

describe('an opinion', () => {
  const say = (counter: Counter, item: AgendaItem, text: string, seenVersion = 0) => counter.as('outside').meetings.outside.saveOpinion({ itemId: item.id, seenVersion, text })

  it('goes into the minutes under the agency, and is nobody else\'s to change', async () => {
    const counter = await office()
    const { meetingId, item } = await meeting(counter, await surveyed(counter))
    const page = await say(counter, item, '월요일부터 밑반찬이 가능해요')
    expect(page.items[0]).toMatchObject({ opinion: { text: '월요일부터 밑반찬이 가능해요', version: 1 } })
    const kept = (await counter.as('lead').meetings.page({ meetingId })).items[0]!
    expect(kept.opinions).toMatchObject([{ staffId: counter.ids.outside, agency, text: '월요일부터 밑반찬이 가능해요' }])
    await counter.as('lead').meetings.saveItem({ itemId: kept.id, seenVersion: kept.version, draft: draftOf(kept, { discussion: '더 적음' }) })
    expect((await counter.as('lead').meetings.page({ meetingId })).items[0]!.opinions).toEqual(kept.opinions)
    await expect(say(counter, item, '옛 화면에서')).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await say(counter, item, '', 1)).items[0]).toMatchObject({ opinion: null })
  })

  it('is not taken where the case cannot be shown, nor after the meeting', async () => {
    const counter = await office()
    const caseId = await surveyed(counter)
    const { meetingId, item, page } = await meeting(counter, caseId)
    await counter.as('clerk').consent.withdraw({ consentId: await consentOf(counter, caseId), items: ['third-party'] })
    await expect(say(counter, item, '의견')).rejects.toMatchObject({ code: 'CANNOT_BE_SHOWN' })
    const running = await counter.as('lead').meetings.begin({ meetingId, seenVersion: page.meeting.version })
    const left = running.items[0]!
    await counter.as('lead').meetings.putOff({ itemId: left.id, seenVersion: left.version, why: '동의를 다시 여쭌 뒤에' })
    await counter.as('lead').meetings.close({ meetingId, seenVersion: running.meeting.version })
    await expect(say(counter, item, '의견')).rejects.toMatchObject({ code: 'MEETING_CLOSED' })
  })
})

describe('everything else', () => {
  /** Their own account, the settings that the frame reads, and their meetings. */
  const open = ['center.settings', 'meetings.outside.list', 'meetings.outside.page', 'meetings.outside.saveOpinion', 'meetings.watch', 'staff.changeOwnPassword', 'staff.lock', 'staff.signOut', 'staff.touch', 'staff.unlock']

  it('is closed to the role by the contract, and to the account at the door', async () => {
    const lets = operations.filter(({ meta }) => meta.roles !== 'anyone' && meta.roles.includes('outside')).map(({ name }) => name).sort()
    expect(lets).toEqual(open)
    const counter = await office()
    const { item } = await meeting(counter, await surveyed(counter))
    for (const operation of operations.filter(({ name, meta }) => meta.roles !== 'anyone' && !open.includes(name))) {
      const code = await call(counter.as('outside'), operation, { caseId: item.caseId }).then(() => 'answered', (error: { code?: unknown }) => error.code)
      expect(code, operation.name).toBe('NOT_PERMITTED')
    }
  })
})
