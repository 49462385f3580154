/** A family with everything about it that has a paper, written through the door; and the request of each paper. */
import type { AskedDocument, DocumentRequest } from '#core/guide/contract'
import type { Counter, Seat } from './open-counter.ts'
import { draftOf, plannedMeeting } from './case-at-meeting.ts'
import { agencyOf, draftFor, nameRecipients, openCase, welfareHall } from './linking-at-desk.ts'
import { aGoal, aMeasure, finishedPlan, seenOf, sign, surveyed } from './planned-case.ts'
import { consentedVisit, day } from './visit-at-desk.ts'

export interface Paper { readonly request: AskedDocument, readonly seat: Seat }
type Kind = DocumentRequest['document']

/** Another family of the same office: nothing of it may stand on a paper of somebody else. */
export const otherFamily = { name: '남의이름표', road: '남의길 77', phone: '010-7777-7777' } as const
export const family = { name: '표본나라', child: '표본아이', said: '무릎이 아파 계단이 힘들어요' } as const

export async function everyPaper(counter: Counter): Promise<Readonly<Record<Kind, Paper>>> {
  const clerk = counter.as('clerk')
  const planner = counter.as('planner')
  const lead = counter.as('lead')
  await nameRecipients(counter, [welfareHall])
  const other = await consentedVisit(clerk, 'birth', otherFamily.name)
  await other.household({ road: otherFamily.road, phone: otherFamily.phone })
  await clerk.cases.assign({ ...other.seen(), urgency: 'normal', kind: 'counselling', plannerId: counter.ids.planner, why: '표본' })

  const { caseId, visit, personId } = await openCase(counter, { name: family.name, members: [{ name: family.child, relation: 'child', birth: '2019-02-03' }] })
  const version = async () => (await planner.cases.page({ caseId })).case.version
  await planner.cases.recordContact({ caseId, seenVersion: await version(), channel: 'call', outcome: 'reached', note: '', nextTry: null })

  const begunCounselling = await planner.records.begin({ caseId, kind: 'first-counselling' })
  const counselling = await planner.records.save({ ...seenOf(begunCounselling), body: { ...begunCounselling.body, on: '2026-11-23', method: 'visit', complaint: family.said, talk: '긴 이야기를 나누었어요.', opinion: '통합사례관리가 필요해 보임', needs: ['health', 'economy'], result: 'case-management' } })
  const survey = await surveyed(counter, caseId, { health: { level: 3, words: family.said, priority: 1 }, economy: { level: 2 } })
  const begunVisit = await planner.homeVisits.begin({ caseId, appointmentId: null })
  const homeVisit = await planner.records.save({ ...seenOf(begunVisit), body: { ...begunVisit.body, on: '2026-11-23', starts: '14:00', minutes: 40, talk: '집이 추웠어요.', observations: '난방을 끄고 지냄', agreed: '전기장판을 신청하기로 함' } })
  await planner.worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId, day: day('2026-11-24'), starts: '10:00', minutes: 40, place: '', note: '첫 방문', bring: '낙상방지 매트', caution: '개를 키움' })

  const hall = await planner.referrals.addAgency({ agency: agencyOf({ name: welfareHall }) })
  const referral = async () => {
    const { id, version: seenVersion } = await planner.referrals.begin({ caseId, agencyId: hall.id, draft: draftFor(personId, { why: '혼자 장보기 어려움', parts: ['name', 'contact', 'address', 'members'] }) })
    return planner.referrals.send({ referralId: id, seenVersion })
  }
  const sent = await referral()
  const toCall = await referral()
  await planner.referrals.callBack({ referralId: toCall.id, seenVersion: toCall.version, why: '표본' })
  const { applications } = await planner.applications.begin({ caseId, serviceId: 'basic-pension' as never, personId: null })

  const written = await finishedPlan(counter, caseId, {
    goals: [aGoal('goal01', 'health', { words: family.said, goal: '계단을 난간 잡고 오르내리기', criterion: '한 달 동안 넘어지지 않기' })],
    measures: [aMeasure('meas01', { goalId: 'goal01', what: '물리치료', provider: welfareHall, from: day('2026-12-01'), until: day('2027-05-31'), frequency: '주 2회' })],
    note: '딸과 함께 정함',
  })
  const plan = await sign(counter, written, personId)

  const planned = await plannedMeeting(counter)
  const begun = await lead.meetings.begin({ meetingId: planned.meeting.id, seenVersion: planned.meeting.version })
  const item = begun.items.find(each => each.caseId === caseId) ?? (await lead.meetings.addItem({ meetingId: planned.meeting.id, caseId, question: '다음 걸음' })).items.find(each => each.caseId === caseId)!
  await lead.meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { question: '다음 걸음', discussion: '난방비를 함께 살핌', why: '여러 욕구', lead: { sector: 'public', who: '표본동' } }) })

  const begunClosing = await planner.records.begin({ caseId, kind: 'closing' })
  const closing = await planner.records.save({ ...seenOf(begunClosing), body: { ...begunClosing.body, on: '2026-11-23', reason: 'improved', criteria: ['services-stable'], summary: '집이 따뜻해짐', words: '이제 괜찮아요', left: '봄에 다시 전화' } })

  const withdrawing = await consentedVisit(clerk, 'move-in', '표본철회')
  const withdrawn = withdrawing.page().consents[0]!.id
  await clerk.consent.withdraw({ consentId: withdrawn, items: ['sensitive'] })
  const topic = (await planner.handbook.read()).handbook.topics[0]!

  return {
    'family-guide': { seat: 'clerk', request: { document: 'family-guide', visitId: visit.visitId } },
    'consent-copy': { seat: 'clerk', request: { document: 'consent-copy', visitId: visit.visitId } },
    'consent-form': { seat: 'clerk', request: { document: 'consent-form', visitId: visit.visitId } },
    'withdrawal-receipt': { seat: 'clerk', request: { document: 'withdrawal-receipt', consentId: withdrawn } },
    'leaflet': { seat: 'clerk', request: { document: 'leaflet', event: 'birth' } },
    'memo-sheet': { seat: 'clerk', request: { document: 'memo-sheet' } },
    'daily-close': { seat: 'clerk', request: { document: 'daily-close', day: day('2026-11-23') } },
    'meeting-agenda': { seat: 'lead', request: { document: 'meeting-agenda', meetingId: planned.meeting.id, audience: 'internal' } },
    'meeting-minutes': { seat: 'lead', request: { document: 'meeting-minutes', meetingId: planned.meeting.id, audience: 'internal' } },
    'visit-plan': { seat: 'planner', request: { document: 'visit-plan', day: day('2026-11-24') } },
    'visit-sheets': { seat: 'planner', request: { document: 'visit-sheets', caseIds: [caseId] } },
    'family-map': { seat: 'planner', request: { document: 'family-map', caseId } },
    'first-counselling': { seat: 'planner', request: { document: 'first-counselling', recordId: counselling.record.id } },
    'needs-survey': { seat: 'planner', request: { document: 'needs-survey', recordId: survey.id } },
    'service-plan': { seat: 'planner', request: { document: 'service-plan', recordId: plan.id } },
    'closing-report': { seat: 'planner', request: { document: 'closing-report', recordId: closing.record.id } },
    'recipient-form': { seat: 'planner', request: { document: 'recipient-form', agencyId: hall.id } },
    'referral-letter': { seat: 'planner', request: { document: 'referral-letter', referralId: sent.id } },
    'call-back-letter': { seat: 'planner', request: { document: 'call-back-letter', referralId: toCall.id } },
    'application-form': { seat: 'planner', request: { document: 'application-form', applicationId: applications[0]!.id } },
    'home-visit': { seat: 'planner', request: { document: 'home-visit', recordId: homeVisit.record.id } },
    'handbook-card': { seat: 'planner', request: { document: 'handbook-card', topicId: topic.id } },
  }
}
