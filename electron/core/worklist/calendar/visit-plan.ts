/** The round of a day: the home visits with name, address and phone, in the order in which they are driven. */
import type { Desk } from '../../door.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Appointment, Stop, VisitPlan } from './model.ts'
import { mayWorkOn } from '../../cases/hold-case.ts'
import { findCase } from '../../cases/read-case.ts'
import { door } from '../../door.ts'
import { buildingOf, streetOf } from '../area-of.ts'
import { noteCases } from '../note-cases.ts'
import { inSensibleOrder } from './order-stops.ts'
import { appointmentRows, appointmentsOf } from './read-appointments.ts'

type Reading = Pick<Desk, 'db' | 'caller' | 'today'>

export const visitPlan = door.worklist.visitPlan.handler(({ input, context }) => context.transact(async (db) => {
  const plan = await readVisitPlan({ ...context, db }, input.day)
  await noteCases({ ...context, db }, 'worklist.visitPlan', plan.stops.map(({ appointment }) => appointment.case!.id))
  return plan
}))

export const orderVisits = door.worklist.orderVisits.handler(async ({ input, context: { db, caller } }) => {
  const own = db.updateTable('appointment').where('day', '=', input.day).where('staff_id', '=', caller.staffId).where('kind', '=', 'home-visit')
  await own.set({ place_in_day: 0 }).execute()
  for (const [place, id] of input.appointmentIds.entries())
    await own.set({ place_in_day: place + 1 }).where('id', '=', id).execute()
  return { done: input.appointmentIds.length }
})

/** The caller's own; a visit to a family whose case is no longer theirs is left out. */
export async function readVisitPlan(context: Reading, day: PlainDate): Promise<VisitPlan> {
  const { db, caller } = context
  const rows = await appointmentRows(db)
    .where('appointment.day', '=', day)
    .where('appointment.staff_id', '=', caller.staffId)
    .where('appointment.kind', '=', 'home-visit')
    .where('appointment.status', '!=', 'cancelled')
    .where('appointment.case_id', 'is not', null)
    .execute()
  const places = new Map(rows.map(({ id, place_in_day }) => [id, place_in_day]))
  const stops = (await Promise.all((await appointmentsOf(db, rows)).map(appointment => stopOf(context, appointment)))).filter(stop => stop !== undefined)
  const proposed = inSensibleOrder(stops.map(({ appointment, dong, road }) => ({ id: appointment.id, dong, street: streetOf(road), building: buildingOf(road), starts: appointment.starts, minutes: appointment.minutes })))
  const byHand = rows.some(({ place_in_day }) => place_in_day > 0)
  // What was planned after the order was set by hand comes last, as proposed.
  const place = ({ appointment }: ReadStop) => (byHand ? places.get(appointment.id) || 1000 : 0) * 1000 + proposed.indexOf(appointment.id)
  return { day, byHand, stops: markOutOfTime(stops.toSorted((one, other) => place(one) - place(other))) }
}

type ReadStop = Omit<Stop, 'outOfTime'> & { readonly road: string }

async function stopOf(context: Reading, appointment: Appointment): Promise<ReadStop | undefined> {
  const door = await doorOf(context, appointment.case!.id)
  return door && { appointment, ...door }
}

/** Everything that is needed at the door. `undefined` where the case is not the caller's to work on, the consent was withdrawn, or the household destroyed. */
export async function doorOf(context: Reading, caseId: string): Promise<Omit<ReadStop, 'appointment'> | undefined> {
  const { db } = context
  const found = await findCase(db, caseId)
  if (!found || found.status === 'withdrawn' || !await mayWorkOn(context, found))
    return undefined
  const household = await db.selectFrom('household').select(['dong', 'road', 'detail', 'phone', 'call_when']).where('id', '=', found.householdId).executeTakeFirst()
  const visitor = await db.selectFrom('person').select('name').where('household_id', '=', found.householdId).where('visitor', '=', 1).executeTakeFirst()
  if (!household || !visitor)
    return undefined
  const { dong, road, detail, phone, call_when: callWhen } = household
  return { name: visitor.name, phone, callWhen, dong, road, address: [road, detail].filter(part => part !== '').join(', '), members: found.members }
}

function markOutOfTime(stops: readonly ReadStop[]): Stop[] {
  let latest = ''
  return stops.map(({ road: _, ...stop }) => {
    const { starts } = stop.appointment
    const outOfTime = starts !== null && starts < latest
    latest = starts !== null && starts > latest ? starts : latest
    return { ...stop, outOfTime }
  })
}
