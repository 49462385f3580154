/**
 * The public holidays of a year, and the days that the office adds because the government declared them
 * (임시공휴일, 관공서의 공휴일에 관한 규정 제2조 제11호).
 */
import type { Store } from '../host.ts'
import type { PublicHoliday } from '../policy/catalogue.ts'
import { door } from '../door.ts'
import { holidaysInForce } from './read-holidays.ts'

export const holidays = door.center.holidays.handler(async ({ input, context: { db, host } }) => {
  const shipped = new Set<string>(host.catalogue().holidays.map(({ date }) => date))
  const inForce = await holidaysInForce(db, host.catalogue().holidays)
  return inForce
    .filter(({ date }) => date.startsWith(`${input.year}-`))
    .map(({ date, name, basis }) => ({
      date,
      name: name.ko,
      basis,
      added: !shipped.has(date),
    }))
    .sort((one, other) => one.date < other.date
      ? -1
      : 1)
})

async function isHoliday(db: Store, shipped: readonly PublicHoliday[], date: string): Promise<boolean> {
  return (await holidaysInForce(db, shipped)).some(holiday => holiday.date === date)
}

export const addHoliday = door.center.addHoliday.handler(async ({ input, errors, context: { db, host, about } }) => {
  about('holiday', input.date)
  if (await isHoliday(db, host.catalogue().holidays, input.date))
    throw errors.HOLIDAY_EXISTS()
  await db.insertInto('added_holiday').values(input).execute()
  return input
})

export const removeHoliday = door.center.removeHoliday.handler(async ({ input, errors, context: { db, about } }) => {
  about('holiday', input.date)
  const removed = await db.deleteFrom('added_holiday').where('date', '=', input.date).returning('date').executeTakeFirst()
  if (!removed)
    throw errors.HOLIDAY_NOT_FOUND()
})
