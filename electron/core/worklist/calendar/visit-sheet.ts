/** Paper for home visits (방문 준비표): the round of a day, or several cases; each stop with room for the pen. */
import type { Desk } from '../../door.ts'
import type { Office } from '../../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../../guide/sheet.ts'
import type { Speaker } from '../../guide/speaker.ts'
import type { Texts } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/text.ts'
import type { Stop } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../../cases/hold-case.ts'
import { block, sheetOf } from '../../guide/sheet-frame.ts'
import { speaker } from '../../guide/speaker.ts'
import { noteCasesRead } from '../note-cases.ts'
import { appointmentRows, appointmentsOf } from './read-appointments.ts'
import { doorOf, readVisitPlan } from './visit-plan.ts'

export interface VisitSheetData {
  readonly on: PlainDate
  readonly office: Office
  /** The day of the round; `null`: sheets for some cases. */
  readonly day: PlainDate | null
  readonly stops: readonly SheetStop[]
  readonly staffName: string
}
/** Without an appointment the time and what belongs to it stay empty. */
export type SheetStop = Omit<Stop, 'appointment' | 'outOfTime'> & { readonly appointment: Pick<Stop['appointment'], 'starts' | 'minutes' | 'note' | 'bring' | 'caution'> | null }

type Reader = Pick<Desk, 'db' | 'host' | 'today' | 'now' | 'caller' | 'about' | 'connection'>

export async function readRound(desk: Reader, office: Office, day: PlainDate): Promise<VisitSheetData> {
  if (!desk.caller.roles.includes('planner') && !desk.caller.roles.includes('lead'))
    throw new ORPCError('NOT_PERMITTED')
  const { stops } = await readVisitPlan(desk, day)
  await noteCasesRead(desk, 'worklist.visitSheet', stops.map(({ appointment }) => appointment.case!.id))
  return { on: desk.today, office, day, stops, staffName: desk.caller.name }
}

/** With what the next planned home visit of each says; in the order asked for. */
export async function readVisitSheets(desk: Reader, office: Office, caseIds: readonly CaseId[]): Promise<VisitSheetData> {
  const { db, today } = desk
  const stops: SheetStop[] = []
  for (const caseId of caseIds) {
    await ownCase(desk, caseId)
    const rows = await appointmentRows(db).where('appointment.case_id', '=', caseId).where('appointment.kind', '=', 'home-visit').where('appointment.status', '=', 'planned').where('appointment.day', '>=', today).orderBy('appointment.day').limit(1).execute()
    const [planned] = await appointmentsOf(db, rows)
    const door = await doorOf(desk, caseId)
    if (door)
      stops.push({ ...door, appointment: planned ?? null })
  }
  await noteCasesRead(desk, 'worklist.visitSheet', caseIds)
  return { on: today, office, day: null, stops, staffName: desk.caller.name }
}

export function visitSheet({ on, office, day, stops, staffName }: VisitSheetData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t } = says
  const title = t(day ? 'visitSheet.round' : 'visitSheet.title')
  return sheetOf(says, { edition, office, title, footer: t('visitSheet.footer', { name: staffName, day: says.day(on) }) }, [
    [
      block.title(title, day ? says.day(day) : says.day(on)),
      block.say(stops.length === 0 ? t('visitSheet.none') : t('visitSheet.count', { count: stops.length, name: staffName }), 'meta'),
    ],
    ...stops.map((stop, place) => stopBlocks(says, stop, place + 1)),
  ])
}

function stopBlocks({ t }: Speaker, { appointment, name, phone, callWhen, dong, address, members }: SheetStop, number: number): Block[] {
  const { starts, note, bring, caution } = appointment ?? { starts: null, note: '', bring: '', caution: '' }
  const when = starts ? t('visitSheet.at', { time: starts, minutes: appointment?.minutes ?? 60 }) : t('visitSheet.someTime')
  return [
    block.heading(t('visitSheet.stop', { number, name })),
    block.fields([
      [t('visitSheet.when'), when],
      [t('visitSheet.address'), address === '' ? dong : `${dong} ${address}`],
      [t('visitSheet.phone'), phone === null ? t('visitSheet.noPhone') : callWhen ? t('visitSheet.callWhen', { phone, when: callWhen }) : phone],
      [t('visitSheet.members'), t('visitSheet.people', { count: members })],
      [t('visitSheet.purpose'), note || t('visitSheet.blank')],
      [t('visitSheet.bring'), bring || t('visitSheet.blank')],
      ...(caution ? [[t('visitSheet.caution'), caution] as const] : []),
    ]),
    block.table([t('visitSheet.notes')], [[' '], [' '], [' ']], [1]),
  ]
}
