/** Making, moving, ticking off and cancelling appointments. `next_on` of the case follows each. */
import type { Selectable } from 'kysely'
import type { CaseEventKind } from '../../cases/model.ts'
import type { Desk } from '../../door.ts'
import type { AppointmentTable } from '../../store/schema.ts'
import type { Appointment } from './model.ts'
import { ORPCError } from '@orpc/server'
import { mustGoOn, ownCase } from '../../cases/hold-case.ts'
import { tell } from '../../cases/tell-case.ts'
import { writeEvent } from '../../cases/write-event.ts'
import { door } from '../../door.ts'
import { CaseId } from '../../kernel/ids.ts'
import { readPlanners } from '../../staff/read-staff.ts'
import { plannersOf } from '../whose.ts'
import { refreshNext } from '../write-task.ts'
import { findAppointment } from './read-appointments.ts'

export const saveAppointment = door.worklist.saveAppointment.handler(async ({ input, errors, context }) => {
  const { db, host, caller, now, today } = context
  const { appointmentId, seenVersion, caseId, kind, day, starts, minutes } = input
  const before = appointmentId === null ? undefined : await holdAppointment(context, { appointmentId, seenVersion })
  if (day < today && day !== before?.day)
    throw errors.DAY_IN_PAST()
  if (kind === 'home-visit' && caseId === null)
    throw errors.CASE_NEEDED()
  const staffId = input.staffId ?? before?.staff_id ?? caller.staffId
  if (staffId !== caller.staffId && staffId !== before?.staff_id)
    await mayPlanFor(context, staffId)
  if (before && before.case_id !== caseId)
    throw new ORPCError('CASE_NOT_FOUND')
  if (!before && caseId !== null)
    mustGoOn(await ownCase(context, caseId))
  const words = { place: input.place || null, note: input.note || null, bring: input.bring || null, caution: input.caution || null }
  const id = appointmentId ?? host.newId()
  if (before)
    await db.updateTable('appointment').set({ day, starts, minutes, staff_id: staffId, ...words, ...(before.day === day ? {} : { place_in_day: 0 }), version: before.version + 1 }).where('id', '=', id).execute()
  else
    await db.insertInto('appointment').values({ id, kind, case_id: caseId, meeting_id: null, day, starts, minutes, status: 'planned', staff_id: staffId, ...words, record_id: null, place_in_day: 0, created_at: now, version: 1 }).execute()
  if (!before || before.day !== day || before.starts !== starts)
    await follow(context, id, 'appointment')
  return shown(context, id)
})

export const moveAppointment = door.worklist.moveAppointment.handler(async ({ input, errors, context }) => {
  const before = await holdAppointment(context, input)
  if (input.day < context.today && input.day !== before.day)
    throw errors.DAY_IN_PAST()
  await context.db.updateTable('appointment').set({ day: input.day, starts: input.starts, place_in_day: before.day === input.day ? before.place_in_day : 0, version: before.version + 1 }).where('id', '=', before.id).execute()
  await follow(context, before.id, 'appointment')
  return shown(context, before.id)
})

export const markAppointment = door.worklist.markAppointment.handler(async ({ input, context }) => {
  const before = await holdAppointment(context, input)
  await context.db.updateTable('appointment').set({ status: input.status, version: before.version + 1 }).where('id', '=', before.id).execute()
  if (input.status !== before.status)
    await follow(context, before.id, input.status === 'cancelled' ? 'appointment-cancelled' : input.status === 'planned' ? 'appointment' : undefined)
  return shown(context, before.id)
})

/** @throws {ORPCError} APPOINTMENT_NOT_FOUND (also for one that is neither the caller's nor of a case of theirs), APPOINTMENT_OF_MEETING, CHANGED_MEANWHILE */
async function holdAppointment(context: Desk, { appointmentId, seenVersion }: { readonly appointmentId: string, readonly seenVersion: number }): Promise<Selectable<AppointmentTable>> {
  const { db, caller } = context
  const row = await db.selectFrom('appointment').selectAll().where('id', '=', appointmentId).executeTakeFirst()
  const notFound = () => { throw new ORPCError('APPOINTMENT_NOT_FOUND') }
  if (!row)
    return notFound()
  if (row.case_id !== null)
    mustGoOn(await ownCase(context, row.case_id).catch(notFound))
  else if (!caller.roles.includes('lead') && !(await plannersOf(context, 'mine') ?? []).includes(row.staff_id))
    notFound()
  // When a case meeting is and who comes is changed at the meeting, for everybody at once.
  if (row.meeting_id !== null)
    throw new ORPCError('APPOINTMENT_OF_MEETING')
  if (row.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return row
}

/** For a colleague of the team; for everybody by the lead. @throws {ORPCError} NOT_A_PLANNER */
async function mayPlanFor(context: Desk, staffId: string): Promise<void> {
  const within = context.caller.roles.includes('lead') ? undefined : await plannersOf(context, 'team')
  const planner = (await readPlanners(context.db)).some(({ id }) => id === staffId)
  if (!planner || (within && !within.includes(staffId)))
    throw new ORPCError('NOT_A_PLANNER')
}

/** The case's next day, its trail, and the open screens. */
async function follow(context: Desk, id: string, kind?: CaseEventKindOfAppointment): Promise<void> {
  const { db } = context
  const row = await db.selectFrom('appointment').innerJoin('welfare_case', 'welfare_case.id', 'appointment.case_id')
    .select(['appointment.case_id', 'appointment.day', 'appointment.starts', 'welfare_case.planner_id'])
    .where('appointment.id', '=', id)
    .executeTakeFirst()
  if (!row?.case_id)
    return
  const caseId = CaseId.parse(row.case_id)
  await refreshNext(db, caseId)
  if (kind)
    await writeEvent(context, { caseId, kind, note: row.starts, nextTry: row.day, subject: id })
  tell(context, caseId, row.planner_id)
}
type CaseEventKindOfAppointment = Extract<CaseEventKind, 'appointment' | 'appointment-cancelled'>

async function shown({ db }: Desk, id: string): Promise<Appointment> {
  const found = await findAppointment(db, id)
  if (!found)
    throw new ORPCError('APPOINTMENT_NOT_FOUND')
  return found
}
