/** What ends with a case: nothing is written about it any more, and after a withdrawal nobody finds or opens it. */
import type { Counter } from '../support/open-counter'
import { beforeEach, describe, expect, it } from 'vitest'
import { WorklistFilter } from '#core/worklist/model'
import { inTeams, openCase } from '../support/case-at-desk'
import { draftOf, plannedMeeting } from '../support/case-at-meeting'
import { aPhoto, asBase64 } from '../support/made-up-files'
import { openCounter } from '../support/open-counter'
import { day } from '../support/visit-at-desk'

let counter: Counter
beforeEach(async () => {
  counter = await openCounter({ moment: '2026-11-23T10:00' })
})

const visit = { kind: 'home-visit', day: day('2026-11-24'), starts: '10:00', minutes: 30, place: '', note: '', bring: '', caution: '' } as const
const caseRow = (id: string) => counter.db.selectFrom('welfare_case').select(['status', 'stage', 'next_on', 'version']).where('id', '=', id).executeTakeFirstOrThrow()
const withdraw = async (householdId: string) => {
  const consent = await counter.db.selectFrom('consent').select('id').where('household_id', '=', householdId).executeTakeFirstOrThrow()
  return counter.as('clerk').consent.withdraw({ consentId: consent.id as never, items: ['collect'] })
}
async function close(caseId: string) {
  const { version } = await caseRow(caseId)
  await counter.as('planner').cases.close({ caseId: caseId as never, seenVersion: version, why: '표본' })
}
const endings: Record<string, (found: { readonly id: string, readonly householdId: string }) => Promise<unknown>> = {
  closed: ({ id }) => close(id),
  withdrawn: ({ householdId }) => withdraw(householdId),
}

describe.each(Object.keys(endings))('a case that is %s', (ending) => {
  it('has no appointment made, changed, moved or set back to planned', async () => {
    const found = await openCase(counter)
    const { worklist } = counter.as('planner')
    const made = await worklist.saveAppointment({ ...visit, appointmentId: null, seenVersion: 0, caseId: found.id })
    await endings[ending]!(found)
    const row = () => counter.db.selectFrom('appointment').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow()
    const before = await row()
    const seen = { appointmentId: made.id, seenVersion: before.version }
    const code = { code: 'CASE_NOT_OPEN' }
    await expect(worklist.saveAppointment({ ...visit, ...seen, caseId: found.id, note: '표본 새 글' })).rejects.toMatchObject(code)
    await expect(worklist.saveAppointment({ ...visit, appointmentId: null, seenVersion: 0, caseId: found.id })).rejects.toMatchObject(code)
    await expect(worklist.moveAppointment({ ...seen, day: day('2026-11-25'), starts: null })).rejects.toMatchObject(code)
    await expect(worklist.markAppointment({ ...seen, status: 'planned' })).rejects.toMatchObject(code)
    expect(await row()).toEqual(before)
    expect((await caseRow(found.id)).next_on).toBeNull()
  })

  it('has no task moved or taken back', async () => {
    const found = await openCase(counter)
    const { worklist } = counter.as('planner')
    const { id } = await worklist.addTask({ caseId: found.id, what: '표본', dueOn: day('2026-11-24') })
    await endings[ending]!(found)
    const { version } = await counter.db.selectFrom('case_task').select('version').where('id', '=', id).executeTakeFirstOrThrow()
    await expect(worklist.doneTask({ taskId: id, seenVersion: version, done: false })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await expect(worklist.moveTask({ taskId: id, seenVersion: version, dueOn: day('2026-11-25') })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    expect((await caseRow(found.id)).next_on).toBeNull()
  })

  it('has no file kept longer, but one that should not be there can still go', async () => {
    const found = await openCase(counter)
    const { attachments } = counter.as('planner')
    const { id } = await attachments.add({ caseId: found.id, mediaType: 'image/jpeg', base64: asBase64(aPhoto()), thumbnail: null, purpose: 'home', title: '표본' })
    await endings[ending]!(found)
    await expect(attachments.keepUntil({ attachmentId: id, keepUntil: day('2027-01-04') })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await expect(attachments.remove({ attachmentId: id, why: '표본' })).resolves.toEqual({ removed: id })
  })

  it('has nothing written about it in a meeting, and is left out of it', async () => {
    const found = await openCase(counter)
    const { meeting } = await plannedMeeting(counter)
    const { meetings } = counter.as('lead')
    const [item] = (await meetings.addItem({ meetingId: meeting.id, caseId: found.id, question: '' })).items
    const running = await meetings.begin({ meetingId: meeting.id, seenVersion: meeting.version })
    await endings[ending]!(found)
    const { version } = await counter.db.selectFrom('meeting_item').select('version').where('id', '=', item!.id).executeTakeFirstOrThrow()
    const seen = { itemId: item!.id, seenVersion: version }
    await expect(meetings.saveItem({ ...seen, draft: draftOf(item!, { why: '표본 새 글' }) })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await expect(meetings.putOff({ ...seen, why: '표본' })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await meetings.leaveOut({ ...seen, why: '표본' })
    await expect(meetings.close({ meetingId: meeting.id, seenVersion: running.meeting.version })).resolves.toMatchObject({ meeting: { status: 'closed' } })
  })
})

describe('a family that withdrew', () => {
  it('stands on no plan of visits and no sheet for the door, whatever an appointment says', async () => {
    const found = await openCase(counter)
    const { worklist, guide } = counter.as('planner')
    await worklist.saveAppointment({ ...visit, appointmentId: null, seenVersion: 0, caseId: found.id })
    expect((await worklist.visitPlan({ day: visit.day })).stops).toHaveLength(1)
    await withdraw(found.householdId)
    await counter.db.updateTable('appointment').set({ status: 'planned' }).execute()
    expect((await worklist.visitPlan({ day: visit.day })).stops).toEqual([])
    expect(JSON.stringify(await guide.sheet({ request: { document: 'visit-sheets', caseIds: [found.id] }, language: 'ko', edition: 'standard' }))).not.toContain('표본순')
  })

  it('is found and opened no more, also where its case was closed before', async () => {
    const found = await openCase(counter)
    await close(found.id)
    const search = async () => (await counter.as('lead').worklist.list({ scope: 'all', filter: WorklistFilter.parse({ text: '표본순', includeClosed: true }), order: 'due' })).map(({ id }) => id)
    expect(await search()).toEqual([found.id])
    await counter.db.insertInto('case_task').values({ id: counter.host.newId(), case_id: found.id, kind: 'objection', what: '표본', due_on: '2026-12-01', staff_id: null, who: null, subject: null, meeting_id: null, created_at: counter.host.now(), created_by: counter.ids.planner, done_at: null, done_by: null, version: 1 }).execute()
    expect(await withdraw(found.householdId)).toMatchObject({ caseEnded: false })
    expect(await caseRow(found.id)).toMatchObject({ status: 'withdrawn', stage: 'ended', next_on: null })
    expect(await counter.as('planner').worklist.tasks()).toEqual([])
    expect(await search()).toEqual([])
    for (const seat of ['planner', 'lead'] as const)
      await expect(counter.as(seat).cases.page({ caseId: found.id })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    // By the household alone too.
    await counter.db.updateTable('welfare_case').set({ status: 'closed' }).execute()
    expect(await search()).toEqual([])
  })
})

describe('what the counter reads of a case it gave away', () => {
  it('is who calls, how soon and until when; nothing of how the work goes on', async () => {
    await inTeams(counter, { planner: '표본하나팀', secondPlanner: '표본둘팀' })
    const found = await openCase(counter)
    await counter.db.updateTable('welfare_case').set({ stage: 'plan', track: 'integrated', main_need: 'health', difficulty: 5, status: 'refused', paused_since: '2026-11-23', last_contact_on: '2026-11-23' }).execute()
    for (const seat of ['clerk', 'secondPlanner', 'planner'] as const) {
      const page = await counter.as(seat).intake.page({ visitId: found.visitId! })
      expect(page.case).toEqual({ id: found.id, planner: found.planner, urgency: found.urgency, kind: found.kind, firstContactDue: found.firstContactDue })
    }
  })
})
