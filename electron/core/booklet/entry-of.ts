/**
 * A service in a compact box of the booklet: who, what, how, where, until when, papers, phone, and of which year the
 * figures are. For everybody, so without any verdict; a doubt of ours stands where the figure is.
 */
import type { RuleSetting } from '../catalogue/editor/rule-setting.ts'
import type { CompiledService } from '../eligibility/compile-service.ts'
import type { PreparedHousehold } from '../eligibility/prepare-household.ts'
import type { BilingualText, Language } from '../kernel/text.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { WelfareService } from '../policy/welfare-service.ts'
import type { BookletService, Mark } from './booklet-data.ts'
import type { BookletSpeaker } from './speak.ts'
import { anybodys, sentenceOf } from '../catalogue/editor/sentence-of.ts'
import { compileService } from '../eligibility/compile-service.ts'
import { prepareHousehold } from '../eligibility/prepare-household.ts'
import { amountInWords } from '../eligibility/reasons/amount-in-words.ts'
import { doubtsAbout } from '../eligibility/reasons/doubts.ts'
import { period } from '../eligibility/reasons/wording.ts'
import { say } from '../eligibility/texts.ts'
import { qrOf } from '../guide/family/guide-address.ts'
import { anchorOf } from './booklet-data.ts'

export interface EntrySetting {
  readonly speaker: BookletSpeaker
  readonly rules: RuleSetting
  /** Of whom nothing is known: borders that depend on who counts are told as a span. */
  readonly anybody: PreparedHousehold
}

export const entrySetting = (speaker: BookletSpeaker, rules: RuleSetting): EntrySetting =>
  ({ speaker, rules, anybody: prepareHousehold(anybodys, rules.on, rules.catalogue.facts) })

/** Letters of all conditions that fit into a compact box, and of one that can still be read; Latin words are longer. */
const mostLetters = (language: Language): { readonly all: number, readonly one: number } => language === 'ko' ? { all: 180, one: 90 } : { all: 320, one: 170 }

export function bookletService(service: WelfareService, mark: Mark | undefined, setting: EntrySetting): BookletService {
  const { speaker, rules: { catalogue, texts }, anybody } = setting
  const { b, pick } = speaker
  const compiled = compileService(service, catalogue)
  const doubts = doubtsAbout(anybody, compiled, texts).map(pick)
  const { id, name, summary, stages, targets, themes } = service
  return {
    id,
    stages,
    targets,
    themes,
    mark,
    toCheck: doubts.length > 0,
    entry: {
      kind: 'entry',
      anchor: anchorOf(id),
      name: pick(name),
      ...(mark ? { badge: b(`badge.${mark}`) } : {}),
      summary: pick(summary),
      rows: [
        ...rowOf(b('row.who'), whoInWords(service, setting)),
        ...rowOf(b('row.what'), whatInWords(compiled, setting)),
        ...rowOf(b('row.when'), periodInWords(service, setting)),
        ...rowOf(b('row.how'), pick(service.how)),
        ...rowOf(b('row.where'), pick(service.applyAt)),
        ...rowOf(b('row.papers'), papersOf(service, catalogue).map(pick).join(b('row.join'))),
        ...rowOf(b('row.phone'), service.phone ?? ''),
        ...rowOf(b('row.source'), b('row.sourceLine', { year: service.source.readOn.slice(0, 4), source: service.source.title })),
        ...rowOf(b('row.toCheck'), doubts.join(' ')),
      ],
      ...qrOf(speaker, service),
    },
  }
}

const rowOf = (label: string, text: string): [string, string][] => text === '' ? [] : [[label, text]]

const papersOf = ({ bring }: WelfareService, { documents }: Catalogue): BilingualText[] => bring.flatMap(id => documents.get(id)?.name ?? [])

/**
 * The conditions that can be said plainly, in their order; the others are counted, never cut off in the middle. Where
 * none can be, the group that it is for. Without conditions: everybody here.
 */
function whoInWords(service: WelfareService, { speaker: { b, pick, language }, rules }: EntrySetting): string {
  const phrases = service.criteria.map(criterion => pick(sentenceOf(criterion, { ...rules, counts: service.counts })))
  if (phrases.length === 0)
    return b('row.everybody')
  const most = mostLetters(language)
  const shown: string[] = []
  for (const phrase of phrases) {
    if (phrase.length <= most.one && shown.join('').length + phrase.length <= most.all)
      shown.push(phrase)
  }
  const count = phrases.length - shown.length
  if (shown.length === 0)
    return b('row.onlyGroup', { group: groupInWords(service, b) })
  return count === 0 ? shown.join(b('row.and')) : b('row.moreConditions', { shown: shown.join(b('row.and')), count })
}

const groupInWords = ({ stages, targets }: WelfareService, b: BookletSpeaker['b']): string =>
  (targets.length > 0 ? targets.map(target => b(`section.target-${target}`)) : stages.map(stage => b(`section.stage-${stage}`))).join(b('row.join'))

/** Text that names the amount itself is not told twice: "월 30만원까지". */
const namesMoney = /\d[\d,.]*\s?[만천]?\s?원/

function whatInWords(compiled: CompiledService, { speaker: { b, pick }, anybody, rules: { texts } }: EntrySetting): string {
  const amount = amountInWords(compiled, anybody.head, anybody, texts)
  const { text } = compiled.service.benefit
  return amount && !namesMoney.test(text.ko) ? b('row.amount', { text: pick(text), amount: pick(amount) }) : pick(text)
}

function periodInWords({ deadline, from, until }: WelfareService, { speaker: { b, pick }, rules: { texts, on } }: EntrySetting): string {
  return [
    ...(deadline ? [b('row.deadline', { from: pick(say(texts, `deadline.from.${deadline.from}`)), period: pick(period(texts, deadline)) })] : []),
    ...(from && from > on ? [b('row.from', { day: from })] : []),
    ...(until ? [b('row.until', { day: until })] : []),
  ].join(b('row.join'))
}
