/** The visit record on paper (가정방문 기록): for the case file. Answers in words; the signature as it was drawn. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { Edition, Sheet } from '../guide/sheet.ts'
import type { Handbook } from '../handbook/model.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Language } from '../kernel/text.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { handbookInForce } from '../handbook/in-force.ts'
import { itemsOfKind } from '../handbook/model.ts'
import { readHousehold } from '../households/read-household.ts'
import { say } from '../kernel/say.ts'
import { HomeVisit } from '../records/bodies/home-visit.ts'
import { homeVisit as kind } from '../records/kinds/home-visit.ts'
import { findRecord } from '../records/read-records.ts'
import { readSensitiveConsent } from '../records/sensitive-consent.ts'

export interface HomeVisitSheetData {
  readonly on: PlainDate
  readonly office: Office
  /** Of the person whom the case is about. */
  readonly name: string
  readonly staffName: string
  readonly finished: boolean
  readonly visit: HomeVisit
  readonly handbook: Handbook
}

type Reader = Pick<Desk, 'db' | 'host' | 'today' | 'caller' | 'about'>

/** @throws {ORPCError} RECORD_NOT_FOUND, CASE_NOT_FOUND */
export async function readHomeVisit(desk: Reader, recordId: string, office: Office): Promise<HomeVisitSheetData> {
  const record = await findRecord(desk.db, recordId)
  if (record?.kind !== 'home-visit')
    throw new ORPCError('RECORD_NOT_FOUND')
  const found = await ownCase(desk, record.caseId)
  const body = HomeVisit.parse(record.body)
  const household = await readHousehold(desk.db, found.householdId, desk.today)
  return {
    on: desk.today,
    office,
    name: household?.members.find(({ visitor }) => visitor)?.name ?? found.maskedName,
    staffName: record.startedBy.name,
    finished: record.status === 'finished',
    // A consent to sensitive data that was taken back holds for paper as well.
    visit: kind.withoutSensitive(body, await readSensitiveConsent(desk, found.householdId)),
    handbook: (await handbookInForce(desk.db, desk.host)).handbook,
  }
}

export function homeVisitSheet({ on, office, name, staffName, finished, visit, handbook }: HomeVisitSheetData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const t = (key: string, filling?: Readonly<Record<string, string | number>>): string => say(texts, language, 'home-visits', key, filling)
  const when = [visit.starts ?? '', visit.minutes === null ? '' : t('sheet.minutes', { count: visit.minutes })].filter(Boolean).join(' · ')
  const met = [visit.met ? t(`door.metOptions.${visit.met}`) : '', visit.metWhom].filter(Boolean).join(' · ')
  const seen = itemsOfKind(handbook, 'sign').filter(({ id }) => visit.seen.includes(id)).map(({ see }) => says.pick(see))
  const questions = itemsOfKind(handbook, 'question')
  const answers = visit.answers.flatMap(({ step, answer }) => {
    const question = questions.find(({ id }) => id === step)
    const given = question?.answers.find(({ id }) => id === answer)
    return question && given ? [[says.pick(question.ask), says.pick(given.say)]] : []
  })
  const words = (key: string, text: string) => text.trim() === '' ? [] : [block.heading(t(`desk.${key}`)), block.say(text)]
  return sheetOf(says, { edition, office, title: t('sheet.title'), footer: t('sheet.footer', { day: says.day(on) }) }, [
    [
      block.title(t('sheet.title'), visit.on ? t('sheet.sub', { day: says.day(visit.on) }) : undefined),
      block.fields([
        [t('sheet.household'), name],
        ...(when === '' ? [] : [[t('sheet.when'), when] as const]),
        [t('sheet.staff'), staffName],
        ...(met === '' ? [] : [[t('sheet.met'), met] as const]),
        [t('sheet.status'), t(finished ? 'desk.finishedState' : 'desk.openState')],
      ]),
    ],
    seen.length > 0 ? [block.heading(t('sheet.seen')), block.list(seen)] : [],
    answers.length > 0 ? [block.heading(t('sheet.said')), block.table([t('sheet.question'), t('sheet.answer')], answers, [3, 2])] : [],
    words('talk', visit.talk),
    words('observations', visit.observations),
    words('health', visit.health),
    [
      ...words('agreed', visit.agreed),
      ...(visit.nextOn || visit.next ? [block.fields([[t('desk.nextOn'), [visit.nextOn ? says.day(visit.nextOn) : '', visit.next].filter(Boolean).join(' · ')]])] : []),
      ...(visit.signature ? [{ kind: 'signature' as const, label: t('desk.signature'), name: visit.signature.name, strokes: visit.signature.strokes }] : []),
    ],
  ])
}
