/** How each field of a service is said in the review. The order is the order on the screen. */
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { FieldSayers, SayField } from './said.ts'
import { sentenceOf } from '../editor/sentence-of.ts'
import { asList, asValue, bilingual, choice, choices, inBoth, joinedBy, plain, prose, words } from './said.ts'
import { sayLimit } from './say-limit.ts'
import { saySource } from './say-source.ts'

type Amount = NonNullable<WelfareService['benefit']['amount']>

const sayAmount = (amount: Amount, setting: Parameters<typeof sayLimit>[1]) => words(setting, `per.${amount.per}`, {
  amount: 'amount' in amount
    ? sayLimit(amount.amount, setting)
    : joinedBy(' ~ ', [sayLimit(amount.from, setting), sayLimit(amount.to, setting)]),
})

const benefit: SayField<WelfareService['benefit']> = ({ text, amount }, setting) => ({
  ...bilingual(text, setting),
  ...(amount ? asValue(sayAmount(amount, setting)) : {}),
})

/** That there are none is said too: whoever reviews it has to see a yes for everybody. */
const criteria: SayField<WelfareService['criteria']> = (conditions, setting) => asList(conditions.length === 0
  ? [words(setting, 'no-conditions')]
  : conditions.map(condition => joinedBy(' ', [
      sentenceOf(condition, setting),
      condition.basis === undefined ? undefined : inBoth(`(${condition.basis})`),
    ])))

const deadline: SayField<NonNullable<WelfareService['deadline']>> = ({ count, unit, from, firstDay, lastDayOnHoliday, effect, source }, setting) => asList([
  words(setting, 'deadline.period', { count, unit: words(setting, `unit.${unit}`), from: words(setting, `deadline.from.${from}`) }),
  words(setting, `deadline.first-day.${firstDay}`),
  words(setting, `deadline.last-day.${lastDayOnHoliday}`),
  effect,
  saySource(source, setting),
])

const applyFrom: SayField<NonNullable<WelfareService['applyFrom']>> = ({ count, unit, before, source, confidence }, setting) => asList([
  words(setting, `apply-from.${before}`, { count, unit: words(setting, `unit.${unit}`) }),
  saySource(source, setting),
  words(setting, `confidence.${confidence}`),
])

export const serviceFields: FieldSayers<WelfareService> = {
  name: bilingual,
  kind: choice('entry'),
  summary: bilingual,
  level: choice('level'),
  region: ({ province, district }) => asValue(inBoth([province, district].filter(Boolean).join(' '))),
  agency: bilingual,
  criteria,
  concerns: choice('concerns'),
  counts: choice('counts'),
  benefit,
  applyAt: bilingual,
  how: bilingual,
  phone: plain,
  url: plain,
  bring: (papers, { catalogue: { documents } }) => asList(papers.map(id => documents.get(id)?.name ?? inBoth(id))),
  deadline,
  applyFrom,
  from: plain,
  until: plain,
  stages: choices('stage'),
  targets: choices('target'),
  themes: choices('theme'),
  lifeEvents: choices('life-event'),
  worth: choice('worth'),
  discreet: choice('discreet'),
  bokjiroId: prose,
  source: (source, setting) => asValue(saySource(source, setting)),
  confidence: choice('confidence'),
  toCheck: bilingual,
  reviewBy: plain,
}
