/**
 * Each kind of criterion as a form: what there is to fill in, and under which heading it is offered.
 *
 * The screen of the catalogue draws itself from this table and knows no kind by name; words stand in
 * `resources/texts/{ko,en}/catalogue.json` under `criteria`. A kind or a field without its row does not compile.
 */
import type { Criterion } from './criteria.ts'
import { Kinship } from './criteria.ts'
import { EventKind, Relation, Sex } from './household-facts.ts'

export type CriterionKind = Criterion['kind']
type Of<Kind extends CriterionKind> = Extract<Criterion, { kind: Kind }>

export type PeriodUnit = 'days' | 'weeks' | 'months' | 'years'
/** What a field takes; `words` is the key under which its options have their words. */
export type FieldForm
  = | { readonly takes: 'number', readonly optional: boolean, readonly least: number }
    | { readonly takes: 'choice', readonly options: readonly string[], readonly words: string, readonly optional: boolean }
    | { readonly takes: 'several', readonly options: readonly string[], readonly words: string }
    /** One of the facts whose answer is of such a type. */
    | { readonly takes: 'fact', readonly types: readonly ('yes-no' | 'choice' | 'money' | 'count' | 'date')[] }
    /** Answers of the fact chosen beside it. */
    | { readonly takes: 'answers' }
    /** An amount, or a share of a dated figure. */
    | { readonly takes: 'limit', readonly optional: boolean }
    | { readonly takes: 'day', readonly optional: true }
    | { readonly takes: 'period', readonly units: readonly PeriodUnit[], readonly optional: boolean }
    | { readonly takes: 'yes-no' }
    | { readonly takes: 'service' }
    | { readonly takes: 'province' | 'district', readonly optional: true }
    | { readonly takes: 'text' }

/** Headings under which kinds are offered. */
export type CriterionGroup = 'person' | 'family' | 'means' | 'situation' | 'place' | 'office' | 'together'

/** How conditions stand inside this one: several in a list, one, or none. */
export type Holds = 'several' | 'one' | 'none'

type FieldsOf<Kind extends CriterionKind> = Exclude<keyof Of<Kind>, 'kind' | 'basis' | 'of' | 'where'>
export interface CriterionForm<Kind extends CriterionKind = CriterionKind> {
  readonly group: CriterionGroup
  readonly holds: Holds
  /** Where the condition inside stands. */
  readonly inside: 'of' | 'where' | null
  readonly fields: { readonly [Name in FieldsOf<Kind>]-?: FieldForm }
  /** At least one of these has to be filled in, or the condition says nothing. */
  readonly needs?: readonly FieldsOf<Kind>[]
}

const optionalNumber = (least: number): FieldForm => ({ takes: 'number', optional: true, least })
const within = (optional: boolean, units: readonly PeriodUnit[] = ['days', 'months', 'years']): FieldForm => ({ takes: 'period', units, optional })

export const criterionForms: { readonly [Kind in CriterionKind]: CriterionForm<Kind> } = {
  'age': {
    group: 'person',
    holds: 'none',
    inside: null,
    fields: {
      unit: { takes: 'choice', options: ['years', 'months'], words: 'unit', optional: false },
      from: optionalNumber(0),
      below: optionalNumber(1),
      at: { takes: 'choice', options: ['month-end', '01-01', '12-31'], words: 'at', optional: true },
    },
    needs: ['from', 'below'],
  },
  'born': { group: 'person', holds: 'none', inside: null, fields: { from: { takes: 'day', optional: true }, until: { takes: 'day', optional: true } }, needs: ['from', 'until'] },
  'year-age': { group: 'person', holds: 'none', inside: null, fields: { from: optionalNumber(0), below: optionalNumber(1) }, needs: ['from', 'below'] },
  'sex': { group: 'person', holds: 'none', inside: null, fields: { is: { takes: 'choice', options: Sex.options, words: 'sex', optional: false } } },
  'relation': { group: 'person', holds: 'none', inside: null, fields: { in: { takes: 'several', options: Relation.options, words: 'relation' } } },
  'living-together': { group: 'person', holds: 'none', inside: null, fields: { is: { takes: 'yes-no' } } },
  'fact': { group: 'situation', holds: 'none', inside: null, fields: { fact: { takes: 'fact', types: ['yes-no', 'choice'] }, in: { takes: 'answers' } } },
  'amount': { group: 'means', holds: 'none', inside: null, fields: { fact: { takes: 'fact', types: ['money', 'count'] }, atLeast: { takes: 'limit', optional: true }, atMost: { takes: 'limit', optional: true } }, needs: ['atLeast', 'atMost'] },
  'since': { group: 'situation', holds: 'none', inside: null, fields: { fact: { takes: 'fact', types: ['date'] }, within: within(false, ['days', 'weeks', 'months', 'years']) } },
  'income': {
    group: 'means',
    holds: 'none',
    inside: null,
    fields: { measure: { takes: 'choice', options: ['recognised-income', 'monthly-income'], words: 'measure', optional: false }, atMost: { takes: 'limit', optional: false } },
  },
  'household-size': { group: 'family', holds: 'none', inside: null, fields: { from: optionalNumber(1), to: optionalNumber(1) }, needs: ['from', 'to'] },
  'receives': { group: 'situation', holds: 'none', inside: null, fields: { service: { takes: 'service' } } },
  'resides': {
    group: 'place',
    holds: 'none',
    inside: null,
    fields: { province: { takes: 'province', optional: true }, district: { takes: 'district', optional: true }, atLeast: within(true) },
    needs: ['province', 'district', 'atLeast'],
  },
  'event': { group: 'situation', holds: 'none', inside: null, fields: { is: { takes: 'several', options: EventKind.options, words: 'event' }, within: within(true) } },
  'office-decides': { group: 'office', holds: 'none', inside: null, fields: { what: { takes: 'text' } } },
  'all': { group: 'together', holds: 'several', inside: 'of', fields: {} },
  'any': { group: 'together', holds: 'several', inside: 'of', fields: {} },
  'not': { group: 'together', holds: 'one', inside: 'of', fields: {} },
  'someone': { group: 'family', holds: 'one', inside: 'where', fields: {} },
  'relative': { group: 'family', holds: 'one', inside: 'where', fields: { is: { takes: 'choice', options: Kinship.options, words: 'kin', optional: false } } },
  'count': { group: 'family', holds: 'one', inside: 'where', fields: { from: optionalNumber(0), to: optionalNumber(0) }, needs: ['from', 'to'] },
}

export const criterionKinds = Object.keys(criterionForms) as readonly CriterionKind[]
export const isCriterionKind = (kind: unknown): kind is CriterionKind => typeof kind === 'string' && Object.hasOwn(criterionForms, kind)
