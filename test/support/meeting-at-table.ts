/** A case meeting as a test holds it: under way, its items written and decided by the lead. */
import type { CaseTrack } from '#core/cases/model'
import type { MeetingPage } from '#core/meetings/contract'
import type { AgendaItem, ItemDraft } from '#core/meetings/model'
import type { Counter, Seat } from './open-counter'
import { expect } from 'vitest'
import { candidate, draftOf, plannedMeeting } from './case-at-meeting'
import { openCounter } from './open-counter'

export const open = () => openCounter({ moment: '2026-11-23T10:00' })
export const itemOf = (page: MeetingPage, caseId: string): AgendaItem => page.items.find(item => item.caseId === caseId)!
export const reload = (counter: Counter, { meeting }: MeetingPage, seat: Seat = 'lead') => counter.as(seat).meetings.page({ meetingId: meeting.id })
export const seen = ({ meeting }: MeetingPage) => ({ meetingId: meeting.id, seenVersion: meeting.version })

/** What is needed to decide, written by the lead. */
export async function written(counter: Counter, item: AgendaItem, changed: Partial<ItemDraft> = {}): Promise<AgendaItem> {
  const saved = await counter.as('lead').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { why: '표본 사유', lead: { sector: 'public', who: '표본동' }, ...changed }) })
  expect(saved.outcome).toBe('saved')
  return saved.item
}

export async function decided(counter: Counter, item: AgendaItem, decision: CaseTrack, changed: Partial<ItemDraft> = {}): Promise<MeetingPage> {
  const ready = await written(counter, item, changed)
  return counter.as('lead').meetings.decide({ itemId: ready.id, seenVersion: ready.version, decision })
}

/** A meeting under way about one new candidate. */
export async function underWay(counter: Counter) {
  const caseId = await candidate(counter)
  const page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
  return { caseId, page, item: itemOf(page, caseId) }
}
