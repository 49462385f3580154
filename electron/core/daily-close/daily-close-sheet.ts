/** The daily close sheet (일일 마감표): what came of the day's visits, in numbers alone, and the head of the access log. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Language } from '../kernel/text.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'

export interface DailyCloseData {
  readonly on: PlainDate
  readonly office: Office
  readonly day: PlainDate
  readonly visits: number
}

export async function readDailyClose({ db, today }: Pick<Desk, 'db' | 'today'>, day: PlainDate, office: Office): Promise<DailyCloseData> {
  const { count } = await db.selectFrom('visit').select(({ fn }) => fn.countAll().as('count')).where('day', '=', day).executeTakeFirstOrThrow()
  return { on: today, office, day, visits: Number(count) }
}

export function dailyCloseSheet({ office, day, visits }: DailyCloseData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const t = (key: string, filling?: Readonly<Record<string, string | number>>): string => say(texts, language, 'daily-close', key, filling)
  return sheetOf(says, { edition, office, title: t('title'), footer: t('footer', { day: says.day(day) }) }, [
    [block.title(t('title'), says.day(day)), block.fields([[t('visits'), String(visits)]])],
  ])
}
