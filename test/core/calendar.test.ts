/** The calendar: appointments of one's own and the team, holidays, what stands at a time already. */
import type { Client } from '#core/contract'
import type { Counter } from '../support/open-counter.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { openCase } from '../support/case-at-desk.ts'
import { openCounter } from '../support/open-counter.ts'
import { day } from '../support/visit-at-desk.ts'

type Saving = Parameters<Client['worklist']['saveAppointment']>[0]
let counter: Counter
beforeEach(async () => {
  counter = await openCounter({ moment: '2026-11-23T10:00' })
})

const aCase = (to: 'planner' | 'secondPlanner' = 'planner', name = '표본순') => openCase(counter, { planner: to, name, road: '표본로 1' })
const appointment = (given: Partial<Saving> = {}): Saving => ({ appointmentId: null, seenVersion: 0, kind: 'call', caseId: null, day: day('2026-11-24'), starts: '10:00', minutes: 30, place: '', note: '', bring: '', caution: '', ...given })
const calendar = (client: Client, from: string, to = from, whose: 'mine' | 'team' = 'mine') => client.worklist.calendar({ from: day(from), to: day(to), whose })
const nextOn = async (caseId: string) => (await counter.db.selectFrom('welfare_case').select('next_on').where('id', '=', caseId).executeTakeFirstOrThrow()).next_on

describe('an appointment', () => {
  it('stands in the calendar of its day, with the masked name, and is the next day of its case', async () => {
    const own = await aCase()
    await counter.as('planner').worklist.saveAppointment(appointment({ kind: 'home-visit', caseId: own.id, note: '첫 방문', bring: '꾸러미' }))
    const { appointments } = await calendar(counter.as('planner'), '2026-11-23', '2026-11-29')
    expect(appointments).toMatchObject([{ day: '2026-11-24', starts: '10:00', case: { maskedName: '표*순' }, note: '첫 방문', bring: '꾸러미', clashes: false }])
    expect(await nextOn(own.id)).toBe('2026-11-24')
    expect((await counter.as('planner').cases.page({ caseId: own.id })).events).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'appointment', nextTry: '2026-11-24' })]))
  })

  it('is moved, ticked off, cancelled and planned again, and the case follows each', async () => {
    const own = await aCase()
    const planner = counter.as('planner')
    let made = await planner.worklist.saveAppointment(appointment({ caseId: own.id }))
    made = await planner.worklist.moveAppointment({ appointmentId: made.id, seenVersion: made.version, day: day('2026-11-26'), starts: null })
    expect(await nextOn(own.id)).toBe('2026-11-26')
    made = await planner.worklist.markAppointment({ appointmentId: made.id, seenVersion: made.version, status: 'cancelled' })
    expect(await nextOn(own.id)).toBeNull()
    made = await planner.worklist.markAppointment({ appointmentId: made.id, seenVersion: made.version, status: 'planned' })
    expect(await nextOn(own.id)).toBe('2026-11-26')
    made = await planner.worklist.markAppointment({ appointmentId: made.id, seenVersion: made.version, status: 'done' })
    expect(await nextOn(own.id)).toBeNull()
    expect(made.status).toBe('done')
  })

  it('keeps the first of two changes made from the same version', async () => {
    const planner = counter.as('planner')
    const made = await planner.worklist.saveAppointment(appointment())
    await planner.worklist.saveAppointment(appointment({ appointmentId: made.id, seenVersion: made.version, note: '먼저' }))
    await expect(planner.worklist.saveAppointment(appointment({ appointmentId: made.id, seenVersion: made.version, note: '나중' }))).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await calendar(planner, '2026-11-24')).appointments[0]!.note).toBe('먼저')
  })

  it('is not made in the past, without the case of a home visit, nor for an ended case', async () => {
    const own = await aCase()
    const planner = counter.as('planner')
    await expect(planner.worklist.saveAppointment(appointment({ day: day('2026-11-22') }))).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    await expect(planner.worklist.saveAppointment(appointment({ day: day('2026-11-23') }))).resolves.toBeDefined()
    await expect(planner.worklist.saveAppointment(appointment({ kind: 'home-visit' }))).rejects.toMatchObject({ code: 'CASE_NEEDED' })
    await counter.db.updateTable('welfare_case').set({ status: 'withdrawn' }).where('id', '=', own.id).execute()
    await expect(planner.worklist.saveAppointment(appointment({ caseId: own.id }))).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })

  it('is out of reach for planners of other teams, and seen by colleagues of the own', async () => {
    const own = await aCase()
    const made = await counter.as('planner').worklist.saveAppointment(appointment({ caseId: own.id }))
    const other = counter.as('secondPlanner')
    await expect(other.worklist.saveAppointment(appointment({ caseId: own.id }))).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(other.worklist.markAppointment({ appointmentId: made.id, seenVersion: 1, status: 'cancelled' })).rejects.toMatchObject({ code: 'APPOINTMENT_NOT_FOUND' })
    expect((await calendar(other, '2026-11-24', '2026-11-24', 'team')).appointments).toEqual([])
    await expect(other.worklist.saveAppointment(appointment({ staffId: counter.ids.planner }))).rejects.toMatchObject({ code: 'NOT_A_PLANNER' })
    await counter.db.updateTable('staff').set({ team: '표본팀' }).where('id', 'in', [counter.ids.planner, counter.ids.secondPlanner]).execute()
    expect((await calendar(other, '2026-11-24', '2026-11-24', 'team')).appointments).toMatchObject([{ staff: { name: '표본플래너' } }])
    expect((await calendar(other, '2026-11-24')).appointments).toEqual([])
    await expect(other.worklist.saveAppointment(appointment({ staffId: counter.ids.planner }))).resolves.toMatchObject({ staff: { name: '표본플래너' } })
  })

  it('goes when consent is withdrawn', async () => {
    const own = await aCase()
    await counter.as('planner').worklist.saveAppointment(appointment({ caseId: own.id }))
    const [consent] = await counter.as('lead').consent.ofHousehold({ householdId: own.householdId })
    await counter.as('lead').consent.withdraw({ consentId: consent!.id, items: ['collect'] })
    expect((await calendar(counter.as('planner'), '2026-11-24')).appointments).toMatchObject([{ status: 'cancelled' }])
    expect(await nextOn(own.id)).toBeNull()
  })
})

describe('what stands at a time already', () => {
  it('is told from the first minute to the last and no longer', async () => {
    const planner = counter.as('planner')
    await planner.worklist.saveAppointment(appointment({ starts: '10:00', minutes: 30 }))
    const at = async (starts: string, minutes = 30) => (await planner.worklist.clashes({ day: day('2026-11-24'), starts, minutes, except: null })).at.length
    expect(await at('09:30')).toBe(0)
    expect(await at('09:31')).toBe(1)
    expect(await at('10:29')).toBe(1)
    expect(await at('10:30')).toBe(0)
    const made = await planner.worklist.saveAppointment(appointment({ starts: '10:15' }))
    expect(made.clashes).toBe(true)
    expect((await planner.worklist.clashes({ day: day('2026-11-24'), starts: '10:15', minutes: 5, except: made.id })).at).toHaveLength(1)
  })

  it('is a case meeting one is invited to, a holiday, a weekend and one\'s own absence', async () => {
    const planner = counter.as('planner')
    await counter.db.insertInto('meeting').values({ id: '01900000-0000-7000-8000-00000000aaaa', kind: 'internal', day: '2026-11-24', starts: '14:00', status: 'planned', body: JSON.stringify({ scope: { of: 'office' }, minutes: 60, weekly: false }), created_at: '2026-11-23T00:00:00Z', created_by: counter.ids.lead, place: null, closed_at: null, closed_by: null, version: 1 }).execute()
    const clashes = (on: string, starts: string | null = '14:30') => planner.worklist.clashes({ day: day(on), starts, minutes: 30, except: null })
    expect((await clashes('2026-11-24')).at).toEqual([])
    await counter.db.insertInto('meeting_attendee').values({ meeting_id: '01900000-0000-7000-8000-00000000aaaa', staff_id: counter.ids.planner, presence: 'invited' }).execute()
    expect((await clashes('2026-11-24')).at).toEqual([{ kind: 'case-meeting', starts: '14:00', minutes: 60 }])
    expect((await clashes('2026-12-25')).holiday).not.toBeNull()
    expect(await clashes('2026-11-28', null)).toMatchObject({ weekend: true, at: [] })
    await counter.db.updateTable('staff').set({ absent_from: '2026-11-30', absent_until: '2026-12-01' }).where('id', '=', counter.ids.planner).execute()
    expect((await clashes('2026-11-29')).absent).toBe(false)
    expect((await clashes('2026-11-30')).absent).toBe(true)
    expect((await clashes('2026-12-01')).absent).toBe(true)
    expect((await clashes('2026-12-02')).absent).toBe(false)
  })
})

describe('a case meeting', () => {
  const meetingOf = (given: object = {}) => ({ kind: 'internal' as const, scope: { of: 'office' as const }, day: day('2026-11-25'), starts: '10:00', minutes: 90, place: '2층', weekly: false, attendees: [counter.ids.lead, counter.ids.planner], ...given })
  const clashesAt = async (starts: string) => (await counter.as('planner').worklist.clashes({ day: day('2026-11-25'), starts, minutes: 30, except: null })).at

  it('stands in the calendar once, and meets what stands beside it from its first minute to its last', async () => {
    await counter.as('lead').meetings.plan(meetingOf())
    const planner = counter.as('planner')
    const page = await calendar(planner, '2026-11-25')
    expect(page.appointments).toEqual([])
    expect(page.meetings).toMatchObject([{ starts: '10:00', minutes: 90, mine: true }])
    expect(await clashesAt('11:00')).toEqual([{ kind: 'case-meeting', starts: '10:00', minutes: 90 }])
    expect(await clashesAt('11:30')).toEqual([])
    await planner.worklist.saveAppointment(appointment({ day: day('2026-11-25'), starts: '11:15' }))
    expect((await calendar(planner, '2026-11-25')).appointments).toMatchObject([{ starts: '11:15', clashes: true }])
  })

  it('is moved at the meeting and nowhere else, for everybody at once', async () => {
    const lead = counter.as('lead')
    const { meeting } = await lead.meetings.plan(meetingOf())
    const copy = await counter.db.selectFrom('appointment').selectAll().where('meeting_id', '=', meeting.id).where('staff_id', '=', counter.ids.planner).executeTakeFirstOrThrow()
    const held = { appointmentId: copy.id as never, seenVersion: copy.version }
    const planner = counter.as('planner')
    const refused = { code: 'APPOINTMENT_OF_MEETING' }
    await expect(planner.worklist.moveAppointment({ ...held, day: day('2026-11-26'), starts: '10:00' })).rejects.toMatchObject(refused)
    await expect(planner.worklist.markAppointment({ ...held, status: 'cancelled' })).rejects.toMatchObject(refused)
    await expect(planner.worklist.saveAppointment(appointment({ ...held, kind: 'meeting', day: day('2026-11-26') }))).rejects.toMatchObject(refused)
    const { kind: _, scope: __, ...moved } = meetingOf({ day: day('2026-11-26') })
    const changed = await lead.meetings.change({ ...moved, meetingId: meeting.id, seenVersion: meeting.version })
    expect((await calendar(planner, '2026-11-25')).meetings).toEqual([])
    expect((await calendar(planner, '2026-11-26')).meetings).toMatchObject([{ starts: '10:00' }])
    await lead.meetings.cancel({ meetingId: meeting.id, seenVersion: changed.meeting.version })
    expect((await calendar(planner, '2026-11-26')).meetings).toEqual([])
  })
})

describe('the days of the calendar', () => {
  it('name holidays, also those the office added, and are six weeks at most', async () => {
    await counter.as('admin').center.addHoliday({ date: day('2026-12-24'), name: '임시공휴일', basis: '시험' })
    const { days } = await calendar(counter.as('planner'), '2026-12-21', '2026-12-27')
    expect(days.map(({ working }) => working)).toEqual([true, true, true, false, false, false, false])
    expect(days[3]!.holiday!.ko).toBe('임시공휴일')
    expect((await calendar(counter.as('planner'), '2026-01-01', '2026-12-31')).days).toHaveLength(42)
    await expect(calendar(counter.as('planner'), '2026-12-02', '2026-12-01')).rejects.toMatchObject({ code: 'END_BEFORE_START' })
  })

  it('cross the leap day', async () => {
    const { days } = await calendar(counter.as('planner'), '2028-02-28', '2028-03-01')
    expect(days.map(({ day }) => day)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  })
})
