/**
 * Days and moments as the desk writes them: `2026-11-22(일)`, `11.22.`, `14:05`, `3일 남음`.
 *
 * Showing only: what is due when is decided by the server. Moments are shown in Korean time wherever the browser stands.
 */
import { i18n } from '../texts'

const locale = () => i18n.global.locale.value
const dayInSeoul = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short' })
const timeInSeoul = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit' })

/** Noon UTC of a plain day: the same calendar day in every time zone that matters here. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** 일, 월 … or Sun, Mon …; `undefined` for a day that does not exist. */
export function weekday(day: string): string | undefined {
  const at = noon(day)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    return undefined
  return new Intl.DateTimeFormat(locale() === 'ko' ? 'ko-KR' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(at)
}

/** `2026-11-22(일)`; in English `2026-11-22 (Sun)`. */
export function showDay(day: string): string {
  const name = weekday(day)
  if (!name)
    return day
  return locale() === 'ko' ? `${day}(${name})` : `${day} (${name})`
}

/** `11.22.` */
export const showShortDay = (day: string): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8, 10))}.`

/** The calendar day of a moment in Korea. */
export const dayOf = (instant: string): string => dayInSeoul.format(new Date(instant))

/** `14:05` in Korea. */
export const showTime = (instant: string): string => timeInSeoul.format(new Date(instant))

/** `2026-11-22(일) 14:05` in Korea. */
export const showMoment = (instant: string): string => `${showDay(dayOf(instant))} ${showTime(instant)}`

/** Today in Korea by this machine's clock; only for words such as "3일 남음". */
export const todayHere = (): string => dayInSeoul.format(new Date())

/** Calendar days from `from` to `day`; negative when `day` has passed. */
export function daysBetween(from: string, day: string): number {
  return Math.round((noon(day).getTime() - noon(from).getTime()) / 86_400_000)
}

/** The calendar day before, as it stands in `until`. */
export const dayBefore = (day: string): string => new Date(noon(day).getTime() - 86_400_000).toISOString().slice(0, 10)

/** `오늘까지`, `3일 남음`, `2일 지남`. */
export function showDaysLeft(days: number): string {
  const { t } = i18n.global
  if (days === 0)
    return t('app.days.today')
  return days > 0 ? t('app.days.left', { days }, days) : t('app.days.over', { days: -days }, -days)
}
