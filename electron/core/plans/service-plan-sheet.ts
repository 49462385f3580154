/**
 * The service plan on paper (서비스 제공계획서): for the family, so the name stands in full. Goals and measures as tables,
 * the agreement with its signature or the lines for the pen, reviews and the day of the next one.
 */
import type { Office } from '../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../guide/sheet.ts'
import type { Speaker } from '../guide/speaker.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { Language } from '../kernel/text.ts'
import type { Plan, PlanMeasure } from '../records/bodies/plan.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { say } from '../kernel/say.ts'
import { measuresInOrder } from '../records/bodies/plan.ts'

export interface ServicePlanData {
  readonly on: PlainDate
  readonly office: Office
  /** Of the person whom the case is about. */
  readonly name: string
  readonly planner: string
  readonly writtenOn: PlainDate
  readonly state: 'draft' | 'waiting' | 'inForce'
  readonly plan: Plan
}

interface Words { readonly says: Speaker, readonly t: (key: string, filling?: Filling) => string, readonly area: (area: string) => string }

export function servicePlanSheet(data: ServicePlanData, texts: Texts, language: Language, edition: Edition): Sheet {
  const { on, office, plan } = data
  const says = speaker(texts, language)
  const words: Words = { says, t: (key, filling) => say(texts, language, 'plan', key, filling), area: area => say(texts, language, 'casework', `areas.${area}`) }
  const { t } = words
  return sheetOf(says, { edition, office, title: t('sheet.title'), footer: t('sheet.footer', { day: says.day(on) }) }, [
    [
      block.title(t('sheet.title'), t('sheet.sub', { day: says.day(data.writtenOn) })),
      block.say(t('sheet.intro')),
      block.fields([
        [t('sheet.who'), data.name],
        [t('sheet.planner'), data.planner + (office.phone ? ` · ${office.phone}` : '')],
        [t('sheet.state'), t(`sheet.${data.state}`)],
        [t('sheet.reviewOn'), plan.reviewOn ? says.day(plan.reviewOn) : t('sheet.none')],
      ]),
    ],
    [block.heading(t('sheet.goals')), goalTable(plan, words)],
    [block.heading(t('sheet.measures')), plan.measures.length > 0 ? measureTable(plan, words) : block.say(t('sheet.none'))],
    plan.note.trim() === '' ? [] : [block.heading(t('sheet.note'), 2), block.say(plan.note)],
    plan.reviews.length === 0 ? [] : [block.heading(t('sheet.reviews')), reviewTable(plan, words)],
    [...agreement(plan, words), block.say(t('sheet.change'), 'meta')],
  ])
}

function goalTable({ goals }: Plan, { t, area }: Words): Block {
  const rows = goals.map((goal, place) => [
    `${place + 1}. ${area(goal.area)}\n${t(`terms.${goal.term}`)}`,
    goal.words,
    goal.state === 'open' ? goal.goal : `${goal.goal}\n(${t(`goalStates.${goal.state}`)})`,
    goal.criterion,
  ])
  return block.table(['area', 'words', 'goal', 'criterion'].map(column => t(`sheet.goalHead.${column}`)), rows, [1.3, 2.2, 2.2, 2])
}

function measureTable(plan: Plan, { t, says }: Words): Block {
  const rows = measuresInOrder(plan).map(({ measure, place }) => [
    `${place === null ? '' : `${place}. `}${measure.what}`,
    measure.provider,
    [periodOf(measure, says), measure.frequency].filter(Boolean).join('\n'),
    [measure.inCharge, measure.by ? t(`by.${measure.by}`) : ''].filter(Boolean).join('\n'),
    t(`measureStates.${measure.state}`),
  ])
  return block.table(['what', 'provider', 'period', 'by', 'state'].map(column => t(`sheet.measureHead.${column}`)), rows, [2.2, 1.7, 2, 1.6, 1])
}

const periodOf = ({ from, until }: PlanMeasure, { day }: Speaker): string =>
  from === null && until === null ? '' : `${from ? day(from) : ''} ~ ${until ? day(until) : ''}`.trim()

function reviewTable({ reviews }: Plan, { t, says }: Words): Block {
  const rows = reviews.map(({ on, result, note }) => [on ? says.day(on) : '', result ? t(`review.results.${result}`) : '', note])
  return block.table(['on', 'result', 'note'].map(column => t(`sheet.reviewHead.${column}`)), rows, [1.3, 1.3, 4])
}

/** Signed on the screen: with the strokes. Else a line for the pen, also where it was only spoken. */
function agreement({ agreed }: Plan, { t, says }: Words): Block[] {
  const heading = block.heading(t('sheet.agreement'))
  if (!agreed)
    return [heading, block.say(t('sheet.agreed')), block.fields([[t('sheet.day'), t('sheet.penDay')], [t('sheet.name'), t('sheet.penName')]]), { kind: 'signature', label: t('sheet.sign'), name: '' }]
  const on = says.day(seoulDayOf(agreed.at))
  return [
    heading,
    block.say(t('sheet.agreed')),
    block.fields([[t('sheet.day'), on], [t('sheet.method'), t(`agree.methods.${agreed.method}`) + (agreed.why ? ` (${agreed.why})` : '')]]),
    { kind: 'signature', label: t('sheet.sign'), name: agreed.name, ...(agreed.strokes ? { strokes: agreed.strokes } : {}) },
  ]
}
