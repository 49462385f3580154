/** One entry of the catalogue: what a service is, for whom, and how to ask for it. */
import * as z from 'zod'
import { Criterion, Limit } from '../eligibility/criteria.ts'
import { PlainDate } from '../kernel/dates.ts'
import { WelfareServiceId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'
import { ApplyFrom } from './apply-from.ts'
import { Deadline } from './deadline.ts'
import { Confidence, Source } from './source.ts'

/** Stage of life (생애주기), the seven of 복지로. */
export const LifeStage = z.enum(['pregnancy-birth', 'infant-toddler', 'child', 'teen', 'young-adult', 'middle-aged', 'senior'])
export type LifeStage = z.infer<typeof LifeStage>

/** Target group (가구유형), the six of 복지로. */
export const Target = z.enum(['multicultural-or-defector', 'multi-child', 'veteran', 'disabled', 'low-income', 'single-parent-or-grandparent'])
export type Target = z.infer<typeof Target>

/** Theme (관심주제), after 복지로. */
export const Theme = z.enum(['physical-health', 'mental-health', 'livelihood', 'housing', 'employment', 'culture-leisure', 'safety-crisis', 'pregnancy-birth', 'childcare', 'education', 'adoption-foster', 'protection-care', 'microfinance', 'legal', 'relations', 'energy'])
export type Theme = z.infer<typeof Theme>

/** Events with which an entry is worth mentioning first. */
export const LifeEvent = z.enum(['move-in', 'birth', 'death', 'pregnancy', 'turning-65', 'job-loss', 'illness', 'disability', 'divorce', 'school-entry', 'job-start', 'isolation'])
export type LifeEvent = z.infer<typeof LifeEvent>

/** Who counts for size and income. */
export const Counts = z.enum(['registered', 'family', 'couple', 'member'])
export type Counts = z.infer<typeof Counts>

const BenefitAmount = z.union([
  z.strictObject({ amount: Limit, per: z.enum(['month', 'year', 'once', 'quarter', 'day', 'hour']) }),
  z.strictObject({ from: Limit, to: Limit, per: z.enum(['month', 'year', 'once', 'quarter', 'day', 'hour']) }),
])

export const WelfareService = z.strictObject({
  id: WelfareServiceId,
  /** `procedure`: belongs in the guide (inheritance search, school transfer) but is no benefit. */
  kind: z.enum(['service', 'procedure']),
  name: BilingualText,
  /** One or two plain sentences: what the family gets. 해요체 in Korean. */
  summary: BilingualText,
  level: z.enum(['central', 'seoul', 'district']),
  /** Where it exists: nothing for the whole country. Names as in `residence`. */
  region: z.strictObject({ province: z.string(), district: z.string().optional() }).optional(),
  agency: BilingualText,
  stages: z.array(LifeStage).min(1),
  targets: z.array(Target),
  themes: z.array(Theme).min(1),
  lifeEvents: z.array(LifeEvent),
  /** Looked up for each member, or once for the household. */
  concerns: z.enum(['member', 'household']),
  /**
   * Who counts as the household for size and income (가구원 산정).
   * `registered`: who lives together, cohabitants left out. `family`: also the spouse and unmarried children under
   * 30 living apart (국민기초생활 보장법 시행령 제2조).
   * `couple`: the member and the spouse. `member`: the member alone.
   */
  counts: Counts.default('registered'),
  /** All of them must hold. `region` and "not deceased" are checked by the engine itself. */
  criteria: z.array(Criterion),
  benefit: z.strictObject({ text: BilingualText, amount: BenefitAmount.optional() }),
  applyAt: BilingualText,
  how: BilingualText,
  phone: z.string().min(2).optional(),
  url: z.url().optional(),
  /** Ids of `resources/policy/documents.yaml`: each document once, with where it is issued. */
  bring: z.array(z.string()),
  deadline: Deadline.optional(),
  /** How long before it begins it may be applied for. */
  applyFrom: ApplyFrom.optional(),
  /** Weight of the next question: 3 pays rent or food for months, 2 substantial, 1 small or informative. */
  worth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  source: Source,
  confidence: Confidence,
  /** Why it is to be checked, when it is. */
  toCheck: BilingualText.optional(),
  /** Offered in person only: never on a paper that the whole family sees, such as help after violence at home. */
  discreet: z.literal(true).optional(),
  bokjiroId: z.string().regex(/^WLF\d{8}$/).optional(),
  /** In force from and until these days; nothing means since before and without an end. */
  from: PlainDate.optional(),
  until: PlainDate.optional(),
  reviewBy: PlainDate,
}).refine(entry => entry.confidence === 'confirmed' || entry.toCheck !== undefined, { error: 'an entry to be checked says in toCheck why', path: ['toCheck'] })
export type WelfareService = z.infer<typeof WelfareService>

/** A paper to bring (구비서류), named once for the whole catalogue. */
export const RequiredDocument = z.strictObject({
  id: z.string(),
  name: BilingualText,
  /** Where it is issued, or that it lies at the counter. */
  issuedAt: BilingualText,
})
export type RequiredDocument = z.infer<typeof RequiredDocument>
