/** What the frame of a record hands to the fields in it: the record, and how its places are called. */
import type { ComputedRef, InjectionKey } from 'vue'
import type { Json, Place } from '#core/kernel/places'
import type { RecordKind, RecordView } from '#core/records/model'
import type { Problem } from '../../../client/problem'
import type { Call } from '../../../client/use-call'
import type { Conflict, RecordState } from './use-record'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { valueAt } from '#core/kernel/places'

/** What `useRecord` returns, whichever kind of record it is. */
export interface AnyRecord {
  readonly kind: RecordKind
  readonly record: ComputedRef<RecordView | undefined>
  readonly form: ComputedRef<object>
  readonly state: ComputedRef<RecordState>
  readonly readOnly: ComputedRef<boolean>
  readonly steps: ComputedRef<readonly unknown[]>
  readonly missing: { readonly value: readonly string[] }
  readonly withheld: ComputedRef<ReadonlySet<string>>
  readonly conflict: ComputedRef<Conflict | undefined>
  readonly problem: ComputedRef<Problem | undefined>
  readonly saving: { readonly busy: ComputedRef<boolean>, readonly problem: ComputedRef<Problem | undefined> }
  readonly finishing: Call<[], RecordView>
  readonly reopening: Call<[string], RecordView>
  readonly begun: Call<[], RecordView>
  put: (at: string, value: Json) => void
  undo: () => void
  begin: () => Promise<RecordView | undefined>
  save: () => Promise<boolean>
  finish: () => Promise<RecordView | undefined>
  reopen: (why: string) => Promise<RecordView | undefined>
  takeBack: (toVersion: number) => Promise<RecordView | undefined>
  settle: (mine: ReadonlySet<string>, written?: ReadonlyMap<string, Json>) => Promise<void>
}

/** How the places of a record are called: `['housing', 'deposit']` is "보증금"; rows are steps by their id. */
export type NameOf = (path: Place) => string
/** A value in words; `undefined`: as it stands. */
export type SayValue = (path: Place, value: Json) => string | undefined

export const recordKey: InjectionKey<AnyRecord> = Symbol('record')

/** One place of the record's form, such as `housing.deposit` or `goals.a1b2c3.title`; `empty` where there is nothing yet. */
export function useField<Value extends Json>(at: () => string, empty: Value) {
  const record = inject(recordKey)
  if (!record)
    throw new Error('a field of a record stands outside of its frame')
  const { t } = useI18n()
  const path = computed(() => at().split('.'))
  const value = computed<Value>({
    get: () => (valueAt(record.form.value, path.value) ?? empty) as Value,
    set: next => record.put(at(), next),
  })
  const covers = (place: string, separator: string): boolean => {
    const here = path.value.join(separator)
    return here === place || here.startsWith(`${place}${separator}`)
  }
  const error = computed(() => {
    if ([...record.withheld.value].some(place => covers(place, '/')))
      return t(record.problem.value?.code === 'SENSITIVE_CONSENT_MISSING' ? 'records.field.needsConsent' : 'records.field.malformed')
    return record.missing.value.some(place => covers(place, '.')) ? t('records.field.missing') : undefined
  })
  return { value, error, readOnly: record.readOnly }
}
