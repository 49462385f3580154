/** Appointments as the calendar shows them, names masked. */
import type { Selectable } from 'kysely'
import type { Store } from '../../host.ts'
import type { AppointmentTable } from '../../store/schema.ts'
import { aboutCases } from '../about-case.ts'
import { meet } from './clock-time.ts'
import { Appointment } from './model.ts'

export type AppointmentRow = Selectable<AppointmentTable> & { readonly staffName: string }

export const appointmentRows = (db: Store) => db.selectFrom('appointment').innerJoin('staff', 'staff.id', 'appointment.staff_id')
  .selectAll('appointment')
  .select('staff.name as staffName')

/** @param beside what stands on the same days, of which some may be left out of what is shown */
export async function appointmentsOf(db: Store, rows: readonly AppointmentRow[], beside: readonly AppointmentRow[] = rows): Promise<Appointment[]> {
  const cases = await aboutCases(db, rows.map(({ case_id }) => case_id))
  const clashing = (row: AppointmentRow): boolean => row.status === 'planned' && row.starts !== null && beside.some(other =>
    other.id !== row.id && other.staff_id === row.staff_id && other.day === row.day && other.status === 'planned' && other.starts !== null
    && meet({ starts: row.starts!, minutes: row.minutes }, { starts: other.starts, minutes: other.minutes }))
  return rows.map(row => Appointment.parse({
    id: row.id,
    kind: row.kind,
    status: row.status,
    day: row.day,
    starts: row.starts,
    minutes: row.minutes,
    case: row.case_id === null ? null : cases.get(row.case_id) ?? null,
    staff: { id: row.staff_id, name: row.staffName },
    place: row.place ?? '',
    note: row.note ?? '',
    bring: row.bring ?? '',
    caution: row.caution ?? '',
    recordId: row.record_id,
    clashes: clashing(row),
    version: row.version,
  }))
}

export async function findAppointment(db: Store, id: string): Promise<Appointment | undefined> {
  const row = await appointmentRows(db).where('appointment.id', '=', id).executeTakeFirst()
  if (!row)
    return undefined
  const sameDay = await appointmentRows(db).where('appointment.day', '=', row.day).where('appointment.staff_id', '=', row.staff_id).execute()
  return (await appointmentsOf(db, sameDay)).find(each => each.id === id)
}
