/** Days of the calendar on the screen, as plain texts; what falls on them is the server's to say. */
import type { PlainDate } from '#core/kernel/dates'

export function addDays(day: string, days: number): PlainDate {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10) as PlainDate
}

/** The Monday of the week that a day is in. */
export function mondayOf(day: string): PlainDate {
  return addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))
}

export const isDay = (text: unknown): text is PlainDate => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(`${text}T12:00:00Z`).toISOString().slice(0, 10) === text

/** Minutes later on the same day; stays within it. */
export function shiftTime(time: string, minutes: number): string {
  const at = Math.max(0, Math.min(23 * 60 + 30, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes))
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
