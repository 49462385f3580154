/** Agenda and minutes by their text: for the office masked, for outside members by pseudonym and only what is covered. */
import type { MeetingPage } from '#core/meetings/contract'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { lettersOf, readPdf } from '../journeys/support/read-pdf'
import { candidate, draftOf, plannedMeeting } from '../support/case-at-meeting'
import { openCounter } from '../support/open-counter'
import { day } from '../support/visit-at-desk'

const agency = '표본종합사회복지관'

async function papers(counter: Counter, { meeting }: MeetingPage, document: 'meeting-agenda' | 'meeting-minutes', audience: 'internal' | 'outside', language: 'ko' | 'en' = 'ko') {
  const { base64, fileName } = await counter.as('lead').guide.pdf({ request: { document, meetingId: meeting.id, audience, memberId: null }, language, edition: 'standard' })
  return { fileName, text: lettersOf((await readPdf(Buffer.from(base64, 'base64'))).text) }
}

/** One case that may be shown and is decided, one that may not and is put off. */
async function held() {
  const counter = await openCounter({ moment: '2026-11-23T10:00' })
  const { version, center, ...settings } = await counter.as('lead').center.settings()
  await counter.as('lead').center.change({ ...settings, seenVersion: version, recipients: [agency] })
  const shown = await candidate(counter, { name: '표본가려', road: '표본비밀로 77', phone: '010-0000-9876', thirdParty: true })
  const hidden = await candidate(counter, { name: '표본숨김' })
  let page = await plannedMeeting(counter, { kind: 'outside', attendees: [counter.ids.lead, counter.ids.planner, counter.ids.outside] })
  page = await counter.as('lead').meetings.addItem({ meetingId: page.meeting.id, caseId: hidden, question: '누가 먼저 만날까요?' })
  page = await counter.as('lead').meetings.attend({ meetingId: page.meeting.id, staffId: counter.ids.outside, was: 'invited', presence: 'present' })
  await counter.as('outside').meetings.outside.saveOpinion({ itemId: page.items[0]!.id, seenVersion: 0, text: '월요일부터 밑반찬이 가능해요' })
  page = await counter.as('lead').meetings.begin({ meetingId: page.meeting.id, seenVersion: page.meeting.version })
  const [first, second] = page.items as [MeetingPage['items'][number], MeetingPage['items'][number]]
  expect([first.caseId, second.caseId]).toEqual([shown, hidden])
  const { item } = await counter.as('lead').meetings.saveItem({ itemId: first.id, seenVersion: first.version, draft: draftOf(first, {
    question: '선정할까요',
    discussion: '표본가려 님은 혼자 지냄',
    forOutside: '60대 1인가구의 끼니',
    why: '끼니를 거름',
    lead: { sector: 'private', who: agency },
    roles: [{ id: 'rrrrrr', sector: 'private', who: agency, what: '밑반찬 주 2회' }],
    tasks: [{ id: 'aaaaaa', what: '급여 신청 돕기', staffId: counter.ids.planner, who: '', dueOn: day('2026-11-27') }],
  }) })
  page = await counter.as('lead').meetings.decide({ itemId: first.id, seenVersion: item.version, decision: 'integrated' })
  page = await counter.as('lead').meetings.putOff({ itemId: second.id, seenVersion: second.version, why: '동의를 다시 여쭌 뒤에' })
  page = await counter.as('lead').meetings.close({ meetingId: page.meeting.id, seenVersion: page.meeting.version })
  page = await counter.as('lead').meetings.add({ meetingId: page.meeting.id, itemId: first.id, text: '시작일은 12월 1일' })
  return { counter, page, first, second }
}

describe('the minutes', () => {
  it('for the office hold everything that was said, with masked names, as they were fixed and added to', async () => {
    const { counter, page, first } = await held()
    const { text, fileName } = await papers(counter, page, 'meeting-minutes', 'internal')
    for (const words of ['사례회의록', '외부기관과함께하는회의', '2026-11-23', '표본팀장마침', `${page.meeting.version}판`, '표**려', first.pseudonym, '선정할까요', '끼니를거름', '표본종합사회복지관:월요일부터밑반찬이가능해요', '통합사례관리', '밑반찬주2회', '급여신청돕기', '표본플래너', '다음회의로미룸', '동의를다시여쭌뒤에', '시작일은12월1일', '참석'])
      expect(text, words).toContain(words)
    expect(text).toContain('표**려님은혼자지냄')
    for (const name of ['표본가려', '표본숨김'])
      expect(text).not.toContain(name)
    expect(fileName).toBe('사례회의록-2026-11-23.pdf')
  })

  it('for outside members hold pseudonyms, decision and work, and no word of what is not covered', async () => {
    const { counter, page, first, second } = await held()
    const { text } = await papers(counter, page, 'meeting-minutes', 'outside')
    for (const words of [first.pseudonym, '통합사례관리', '밑반찬주2회', '급여신청돕기', '월요일부터밑반찬이가능해요', '동의범위밖이라보여드릴수없는안건이에요', agency])
      expect(text, words).toContain(words)
    for (const words of ['표**려', '표**김', '표본가려', '표본숨김', '표본비밀로', '9876', '1958', '선정할까요', '혼자지냄', '끼니를거름', second.pseudonym, '누가먼저만날까요', '동의를다시여쭌뒤에', '시작일은12월1일'])
      expect(text, words).not.toContain(words)
  })

  it('are complete in English', async () => {
    const { counter, page } = await held()
    const { text, fileName } = await papers(counter, page, 'meeting-minutes', 'internal', 'en')
    for (const words of ['Minutesofthecasemeeting', 'Integratedcasemanagement', 'Putofftothenextmeeting', 'closed2026-11-23'])
      expect(text.toLowerCase(), words).toContain(words.toLowerCase())
    expect(fileName).toBe('case-meeting-minutes-2026-11-23.pdf')
  })

  it('for outside follow a withdrawal that came after the meeting', async () => {
    const { counter, page, first } = await held()
    const { consents } = await counter.as('planner').cases.page({ caseId: first.caseId })
    await counter.as('clerk').consent.withdraw({ consentId: consents[0]!.id, items: ['third-party'] })
    expect((await papers(counter, page, 'meeting-minutes', 'outside')).text).not.toContain('통합사례관리')
  })
})

describe('the agenda', () => {
  it('for outside asks what was written for outside, for the office what was asked', async () => {
    const { counter, page } = await held()
    const outside = await papers(counter, page, 'meeting-agenda', 'outside')
    const office = await papers(counter, page, 'meeting-agenda', 'internal')
    expect(outside.text).toContain('60대1인가구의끼니')
    expect(outside.text).not.toContain('선정할까요')
    expect(office.text).toContain('선정할까요')
    expect(office.text).not.toContain('끼니를거름')
  })

  it('is refused to clerks, to planners who were not called and for members who were not', async () => {
    const { counter, page } = await held()
    const asked = { request: { document: 'meeting-agenda' as const, meetingId: page.meeting.id, audience: 'internal' as const, memberId: null }, language: 'ko' as const, edition: 'standard' as const }
    for (const seat of ['clerk', 'secondPlanner'] as const)
      await expect(counter.as(seat).guide.sheet(asked)).rejects.toMatchObject({ code: 'MEETING_NOT_FOUND' })
    await expect(counter.as('outside').guide.sheet(asked)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(counter.as('lead').guide.sheet({ ...asked, request: { ...asked.request, audience: 'outside', memberId: counter.ids.planner } })).rejects.toMatchObject({ code: 'NOT_FOR_MEETINGS' })
  })
})
