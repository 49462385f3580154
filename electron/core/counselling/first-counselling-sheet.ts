/**
 * The first counselling on paper (초기상담지), its fields in the order of the sheet that the dongs type over into 행복이음.
 *
 * Names stand in full, for it is the official record of the case; the boxes of the resident registration number are
 * not printed at all.
 */
import type { ConsentView } from '../consent/model.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { HouseholdView, MemberView } from '../households/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { Language } from '../kernel/text.ts'
import type { FirstCounselling } from '../records/bodies/first-counselling.ts'
import { approvalBlocks, block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'
import { memberRowId } from '../records/bodies/first-counselling.ts'

export interface FirstCounsellingData {
  readonly on: PlainDate
  readonly office: Office
  readonly receivedOn: PlainDate
  readonly counsellor: string
  readonly finished: boolean
  readonly body: FirstCounselling
  readonly household: HouseholdView
  readonly consents: readonly ConsentView[]
}

export function firstCounsellingSheet(data: FirstCounsellingData, texts: Texts, language: Language, edition: Edition): Sheet {
  const { body, household, office } = data
  const says = speaker(texts, language)
  const t = (key: string, filling?: Filling): string => say(texts, language, 'counselling', key, filling)
  const label = (field: string): string => t(`fields.${field}`)
  const none = t('sheet.none')
  const day = (on: PlainDate | null): string => on ? says.day(on) : none
  const won = (amount: number | null): string => amount === null ? none : t('sheet.won', { amount: amount.toLocaleString('en-US') })
  const chosen = (group: string, value: string | null): string => value === null ? none : t(`${group}.${value}`)
  const person = household.members.find(({ visitor }) => visitor) ?? household.members[0]
  const words = (field: string, text: string): Block[] => text.trim() === '' ? [block.heading(label(field), 2), block.say(none)] : [block.heading(label(field), 2), block.say(text)]

  const named = (group: 'areas' | 'reasons', values: readonly string[]): string => values.length === 0 ? none : says.list(values.map(value => say(texts, language, 'casework', `${group}.${value}`)))

  const memberRow = (member: MemberView): string[] => {
    const row = body.members.find(({ id }) => id === memberRowId(member.id))
    return [
      // One column for both: in large print seven would cut names and dates.
      `${member.name}\n${say(texts, language, 'guide', `relation.${member.relation}`)}`,
      member.birth ?? t('sheet.unknown'),
      member.diedOn ? t('sheet.died') : member.livingTogether === null ? t('sheet.unknown') : t(member.livingTogether ? 'sheet.yes' : 'sheet.no'),
      row?.health || none,
      row?.work || none,
      won(row?.income ?? null),
    ]
  }

  return sheetOf(says, { edition, office, title: t('sheet.title'), footer: t('sheet.footer', { day: says.day(data.on) }) }, [
    [
      block.title(t('sheet.title'), body.on ? t('sheet.sub', { day: day(body.on) }) : undefined),
      ...approvalBlocks(says, office),
      ...(data.finished ? [] : [block.say(t('sheet.draft'), 'strong')]),
      block.fields([
        [t('sheet.received'), says.day(data.receivedOn)],
        [t('sheet.counsellor'), data.counsellor],
        [label('method'), chosen('methods', body.method)],
        [label('foundBy'), chosen('foundByOptions', body.foundBy)],
        [label('informant.label'), [body.informant.name, body.informant.relation, body.informant.phone].filter(Boolean).join(' · ') || none],
      ]),
    ],
    [
      block.heading(t('sheet.who')),
      block.fields([
        [t('sheet.name'), person?.name ?? none],
        [t('sheet.birth'), person?.birth ?? none],
        [t('sheet.sex'), person?.sex ? t(`sheet.${person.sex}`) : none],
        [t('sheet.phone'), household.phone ?? none],
        [t('sheet.address'), addressOf(household) || none],
        [t('sheet.livesAt'), body.livesAt || none],
      ]),
    ],
    [
      block.heading(t('sheet.household')),
      block.fields([
        [label('householdTypes'), body.householdTypes.length > 0 ? says.list(body.householdTypes.map(type => t(`types.${type}`))) : none],
        [label('protection'), chosen('protections', body.protection)],
      ]),
      block.table([`${t('sheet.name')} · ${t('sheet.relation')}`, t('sheet.birth'), t('sheet.together'), label('members.health'), label('members.work'), label('members.income')], household.members.map(memberRow), [4, 2.4, 1.6, 4, 3, 2.6]),
    ],
    [
      block.heading(t('sheet.home')),
      block.fields([
        [label('housing.tenure'), chosen('tenures', body.housing.tenure)],
        [label('housing.deposit'), won(body.housing.deposit)],
        [label('housing.monthlyRent'), won(body.housing.monthlyRent)],
        [label('housing.heating'), body.housing.heating || none],
        ...(body.housing.note ? [[label('housing.note'), body.housing.note] as const] : []),
      ]),
    ],
    [
      block.heading(t('sheet.money')),
      block.fields([
        [label('money.income'), won(body.money.income)],
        [label('money.spending'), won(body.money.spending)],
        [label('money.debt'), won(body.money.debt)],
        ...(body.money.note ? [[label('money.note'), body.money.note] as const] : []),
      ]),
    ],
    words('health', body.health),
    words('inUse', body.inUse),
    [
      block.heading(t('sheet.story')),
      ...words('complaint', body.complaint),
      block.fields([
        [label('needs'), named('areas', body.needs)],
        [label('crisisReasons'), named('reasons', body.crisisReasons)],
      ]),
    ],
    words('talk', body.talk),
    words('opinion', body.opinion),
    [
      block.fields([
        [label('result'), chosen('results', body.result)],
        [label('nextContactOn'), day(body.nextContactOn)],
        [t('sheet.consents'), consentLine(data.consents, t) || none],
      ]),
    ],
  ])
}

const addressOf = ({ address: { province, district, dong, road, detail } }: HouseholdView): string =>
  [province, district, road || dong, detail].filter(Boolean).join(' ')

/** The newest consent of the resident decides; items that were not asked are not named. */
function consentLine(consents: readonly ConsentView[], t: (key: string, filling?: Filling) => string): string {
  const newest = consents[0]
  if (!newest)
    return ''
  return (['collect', 'sensitive', 'third-party'] as const).map((item) => {
    const state = newest.withdrawn.includes(item) ? 'withdrawn' : newest.answers[item] ? 'given' : 'refused'
    return t(`sheet.consent.${state}`, { item: t(`sheet.consent.${item}`) })
  }).join(', ')
}
