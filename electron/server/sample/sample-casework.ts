/** What the planners of the sample wrote after the counter: from the first counselling to a plan that waits for approval. All made up. */
import type { Client } from '#core/contract'
import type { CaseId, RecordId } from '#core/kernel/ids'
import type { NeedArea } from '#core/records/bodies/need-areas'
import type { RecordKind } from '#core/records/model'
import type { SampleDays } from './sample-days.ts'
import type { SampleDesk } from './sample-desk.ts'
import type { SampleStep } from './sample-visit.ts'
import { addSampleAgencies } from './sample-agencies.ts'

/** A case of the sample and whoever works on it. */
export interface Casework {
  readonly desk: SampleDesk
  readonly days: SampleDays
  readonly caseId: CaseId
  readonly planner: string
}

type Body = Readonly<Record<string, unknown>>

/** Writes a record as the planner does: begun with what is known, changed, and finished. */
async function write({ desk, caseId, planner }: Casework, kind: RecordKind, change: (body: Body) => Body, finish = true): Promise<RecordId> {
  const { records } = desk.as(planner)
  const begun = await records.begin({ caseId, kind })
  const saved = await records.save({ recordId: begun.id, seenVersion: begun.version, body: change(begun.body) })
  if (finish)
    await records.finish({ recordId: begun.id, seenVersion: saved.record.version })
  return begun.id
}

interface Counselled { readonly complaint: string, readonly talk: string, readonly needs: readonly NeedArea[], readonly result: string, readonly nextIn: number, readonly types?: readonly string[] }

export const counselled = (at: SampleStep['at'], { complaint, talk, needs, result, nextIn, types = ['one-person'] }: Counselled): SampleStep => ({
  at,
  tell: async work => void await write(work, 'first-counselling', body => ({
    ...body,
    on: work.days.moment(at).slice(0, 10),
    method: 'visit',
    foundBy: 'counter',
    householdTypes: types,
    complaint,
    talk,
    needs,
    result,
    nextContactOn: work.days.day(-nextIn),
  })),
})

type Needs = Partial<Record<NeedArea, { readonly level: number, readonly priority?: number, readonly words?: string, readonly judgement?: string, readonly strengths?: string }>>

export const surveyed = (at: SampleStep['at'], levels: Needs, summary: string): SampleStep => ({
  at,
  tell: async (work) => {
    await write(work, 'needs-survey', (body) => {
      const needs = body.needs as Record<NeedArea, Body>
      return {
        ...body,
        on: work.days.moment(at).slice(0, 10),
        summary,
        needs: Object.fromEntries(Object.entries(needs).map(([area, need]) => [area, { ...need, level: 0, ...levels[area as NeedArea] }])),
      }
    })
  },
})

export const watched = (at: SampleStep['at'], isolation: Body, note: string): SampleStep => ({
  at,
  tell: async work => void await write(work, 'crisis-check', body => ({
    ...body,
    on: work.days.moment(at).slice(0, 10),
    isolation: { ...body.isolation as Body, ...isolation },
    suicide: { ...body.suicide as Body, 'wish-to-be-dead': 'no', 'thoughts': 'no', 'attempt': 'no' },
    judgement: 'watch',
    note,
  })),
})

interface Drawn { readonly people: readonly Body[], readonly ties: readonly Body[], readonly helpers: readonly Body[] }

/** The first of the people is tied to the visitor by `self`. */
export const drawn = (at: SampleStep['at'], { people, ties, helpers }: Drawn): SampleStep => ({
  at,
  tell: async work => void await write(work, 'family-map', (body) => {
    const known = body.people as readonly { readonly id: string, readonly index: boolean }[]
    const self = known.find(({ index }) => index)?.id
    return {
      people: [...known, ...people],
      ties: [...body.ties as readonly Body[], ...ties.map(tie => ({ ...tie, from: tie.from === 'self' ? self : tie.from, to: tie.to === 'self' ? self : tie.to }))],
      helpers,
    }
  }, false),
})

/** The weekly meeting takes the case into integrated case management. */
export const decidedInMeeting = (at: SampleStep['at'], words: { readonly question: string, readonly discussion: string, readonly why: string, readonly forOutside: string }): SampleStep => ({
  at,
  tell: async (work) => {
    const { meetings } = work.desk.as('견본팀장')
    const planners = ['견본팀장', '견본하나', '견본두리', '견본세찬'].map(work.desk.staffIdOf)
    const planned = await meetings.plan({ kind: 'internal', scope: { of: 'office' }, day: work.days.moment(at).slice(0, 10) as never, starts: '16:00', minutes: 60, place: '2층 회의실', weekly: true, attendees: planners })
    const { meetingId } = { meetingId: planned.meeting.id }
    let page = await meetings.begin({ meetingId, seenVersion: planned.meeting.version })
    const item = page.items.find(({ caseId }) => caseId === work.caseId)
    if (!item)
      return
    const saved = await meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: { ...item.draft, ...words, lead: { sector: 'public', who: '표본동 주민센터' } } })
    page = await meetings.decide({ itemId: item.id, seenVersion: saved.item.version, decision: 'integrated' })
    for (const open of page.items.filter(({ state }) => state === 'open'))
      page = await meetings.putOff({ itemId: open.id, seenVersion: open.version, why: '다음 회의에서 봄' })
    await meetings.close({ meetingId, seenVersion: page.meeting.version })
  },
})

interface Planned { readonly goals: Readonly<Record<string, { readonly goal: string, readonly criterion: string }>>, readonly measures: readonly Body[], readonly reviewIn: number, readonly signature: [number, number, number][][] }

/** Finished and signed; the lead has not approved it yet. */
export const planned = (at: SampleStep['at'], { goals, measures, reviewIn, signature }: Planned): SampleStep => ({
  at,
  tell: async (work) => {
    const { plans, cases } = work.desk.as(work.planner)
    const recordId = await write(work, 'plan', body => ({
      ...body,
      goals: (body.goals as readonly { readonly area: string }[]).map(goal => ({ ...goal, ...goals[goal.area] })),
      measures: measures.map(({ area, ...measure }) => ({
        ...measure,
        goalId: (body.goals as readonly { readonly id: string, readonly area: string }[]).find(goal => goal.area === area)?.id ?? null,
        staffId: work.desk.staffIdOf(work.planner),
        inCharge: work.planner,
      })),
      reviewOn: work.days.day(-reviewIn),
    }))
    const record = await work.desk.as(work.planner).records.read({ recordId })
    const { household } = await cases.page({ caseId: work.caseId })
    await plans.agree({ recordId, seenVersion: record.version, personId: household.members.find(({ visitor }) => visitor)?.id ?? null, name: null, method: 'screen', strokes: signature, why: '' })
  },
})

export const referred = (at: SampleStep['at'], { agency, why, asked, need }: { readonly agency: string, readonly why: string, readonly asked: string, readonly need: NeedArea }, answered = false): SampleStep => ({
  at,
  tell: async (work) => {
    const { referrals, cases } = work.desk.as(work.planner)
    const [found] = await referrals.agencies({ text: agency, includeInactive: false })
    const { household } = await cases.page({ caseId: work.caseId })
    const visitor = household.members.find(member => member.visitor)
    if (!found || !visitor)
      return
    const begun = await referrals.begin({ caseId: work.caseId, agencyId: found.id, draft: { personId: visitor.id, field: found.fields[0]!, need, why, asked, parts: ['name', 'contact', 'address', 'needs'], health: '' } })
    const sent = await referrals.send({ referralId: begun.id, seenVersion: begun.version })
    if (answered) {
      const accepted = await referrals.answer({ referralId: sent.id, seenVersion: sent.version, answer: 'accepted', on: work.days.moment(at).slice(0, 10) as never, note: '다음 주부터 시작하기로 함' })
      await referrals.start({ referralId: accepted.id, seenVersion: accepted.version, note: '' })
    }
  },
})

/** The meeting with outside agencies, some days from now; its agenda gathers by itself. */
export const outsideMeetingPlanned = (at: SampleStep['at'], inDays: number): SampleStep => ({
  at,
  tell: async (work) => {
    const invited = ['견본팀장', '견본하나', '견본두리', '견본세찬', '견본위원'].map(work.desk.staffIdOf)
    await work.desk.as('견본팀장').meetings.plan({ kind: 'outside', scope: { of: 'office' }, day: work.days.day(-inDays), starts: '15:00', minutes: 90, place: '2층 회의실', weekly: false, attendees: invited })
  },
})

/** A home visit in the calendar, so many days from now. */
export const visitBooked = (at: SampleStep['at'], { inDays, starts, note }: { readonly inDays: number, readonly starts: string, readonly note: string }): SampleStep => ({
  at,
  tell: async (work) => {
    await work.desk.as(work.planner).worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId: work.caseId, day: work.days.day(-inDays), starts, minutes: 60, place: '', note, bring: '', caution: '' })
  },
})

/** Agencies to refer to and packs to bring, there before the first visit. */
export async function setUpCasework(desk: SampleDesk): Promise<void> {
  const lead: Client = desk.as('견본팀장')
  await addSampleAgencies(lead)
  for (const { name, fits, stock } of samplePacks) {
    const pack = await lead.contacts.saveGift({ giftId: null, seenVersion: null, name, fits: [...fits], price: 10_000, active: true })
    await lead.contacts.restock({ giftId: pack.id, seenVersion: pack.version, change: stock, why: '견본 입고' })
  }
}

const samplePacks = [
  { name: '미끄럼 방지 매트', fits: ['unsteady', 'old'], stock: 12 },
  { name: '죽과 즉석국', fits: ['ill', 'alone'], stock: 20 },
  { name: '쌀과 통조림', fits: ['short-of-money', 'anybody'], stock: 7 },
] as const
