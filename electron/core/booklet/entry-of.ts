import type { RuleSetting } from '../catalogue/editor/rule-setting.ts'
import type { CompiledService } from '../eligibility/compile-service.ts'
import type { PreparedHousehold } from '../eligibility/prepare-household.ts'
import type { BilingualText } from '../kernel/text.ts'
/**
 * A service in a compact box of the booklet: who, what, how, where, until when, papers, phone, and of which year the
 * figures are. For everybody, so without any verdict; a doubt of ours stands where the figure is.
 */
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
import { anchorOf } from './booklet-data.ts'

export interface EntrySetting {
  readonly speaker: BookletSpeaker
  readonly rules: RuleSetting
  /** Of whom nothing is known: borders that depend on who counts are told as a span. */
  readonly anybody: PreparedHousehold
}

export const entrySetting = (speaker: BookletSpeaker, rules: RuleSetting): EntrySetting =>
  ({ speaker, rules, anybody: prepareHousehold(anybodys, rules.on, rules.catalogue.facts) })

/** Letters that fit into a compact box; further conditions are counted, not cut off in the middle. */
const MOST_LETTERS = 220

export function bookletService(service: WelfareService, mark: Mark | undefined, setting: EntrySetting): BookletService {
  const { speaker: { b, pick }, rules: { catalogue, texts }, anybody } = setting
  const compiled = compileService(service, catalogue)
  const doubts = doubtsAbout(anybody, compiled, texts).map(pick)
  const { id, name, summary, url, stages, targets, themes } = service
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
      ...(url ? { qr: { url, caption: b('qr') } } : {}),
    },
  }
}

const rowOf = (label: string, text: string): [string, string][] => text === '' ? [] : [[label, text]]

const papersOf = ({ bring }: WelfareService, { documents }: Catalogue): BilingualText[] => bring.flatMap(id => documents.get(id)?.name ?? [])

/** Without conditions: everybody here. */
function whoInWords({ criteria, counts }: WelfareService, { speaker: { b, pick }, rules }: EntrySetting): string {
  const phrases = criteria.map(criterion => pick(sentenceOf(criterion, { ...rules, counts })))
  if (phrases.length === 0)
    return b('row.everybody')
  let shown = phrases[0]!
  let told = 1
  while (told < phrases.length && shown.length + phrases[told]!.length <= MOST_LETTERS)
    shown += b('row.and') + phrases[told++]
  return told < phrases.length ? b('row.moreConditions', { shown, count: phrases.length - told }) : shown
}

function whatInWords(compiled: CompiledService, { speaker: { b, pick }, anybody, rules: { texts } }: EntrySetting): string {
  const amount = amountInWords(compiled, anybody.head, anybody, texts)
  const text = pick(compiled.service.benefit.text)
  return amount ? b('row.amount', { text, amount: pick(amount) }) : text
}

function periodInWords({ deadline, from, until }: WelfareService, { speaker: { b, pick }, rules: { texts, on } }: EntrySetting): string {
  return [
    ...(deadline ? [b('row.deadline', { from: pick(say(texts, `deadline.from.${deadline.from}`)), period: pick(period(texts, deadline)) })] : []),
    ...(from && from > on ? [b('row.from', { day: from })] : []),
    ...(until ? [b('row.until', { day: until })] : []),
  ].join(b('row.join'))
}
