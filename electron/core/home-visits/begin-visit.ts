/** Beginning a home visit at the door: of an appointment, or without one. A reload does not make a second record. */
import type { Desk } from '../door.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { AppointmentId } from '../kernel/ids.ts'
import { beginRecord } from '../records/begin-record.ts'
import { HomeVisit } from '../records/bodies/home-visit.ts'
import { readRecords } from '../records/read-records.ts'
import { byStart } from '../worklist/calendar/clock-time.ts'

export const begin = door.homeVisits.begin.handler(async ({ input, context }) => {
  const { db, today, caller } = context
  const found = await ownCase(context, input.caseId)
  const appointmentId = await appointmentOf(context, input.caseId, input.appointmentId)
  const open = (await readRecords(db, found.id, 'home-visit')).find(({ status, startedBy, body }) => {
    const visit = HomeVisit.parse(body)
    return status === 'open' && startedBy.id === caller.staffId && visit.on === today && (input.appointmentId === null || visit.appointmentId === input.appointmentId)
  })
  if (open)
    return open
  const record = await beginRecord(context, found, 'home-visit', { appointmentId })
  if (appointmentId !== null)
    await db.updateTable('appointment').set(eb => ({ record_id: record.id, version: eb('version', '+', 1) })).where('id', '=', appointmentId).execute()
  return record
})

/** The appointment that was named, or the visit that is planned for today. @throws {ORPCError} APPOINTMENT_NOT_FOUND */
async function appointmentOf({ db, today, caller }: Desk, caseId: string, named: AppointmentId | null): Promise<AppointmentId | null> {
  const planned = db.selectFrom('appointment').select('id').where('case_id', '=', caseId).where('status', '=', 'planned').where('kind', '=', 'home-visit')
  const row = await (named !== null
    ? planned.where('id', '=', named)
    : planned.where('day', '=', today).where('staff_id', '=', caller.staffId).orderBy(byStart).orderBy('id')).executeTakeFirst()
  if (!row && named !== null)
    throw new ORPCError('APPOINTMENT_NOT_FOUND')
  return row ? AppointmentId.parse(row.id) : null
}
