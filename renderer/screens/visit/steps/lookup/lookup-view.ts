import type { Ref } from 'vue'
/**
 * The lookup as it stands on the screen: nothing moves while somebody reads.
 *
 * The order is taken once; an answer that changes a verdict marks the row and leaves it where it is, until the
 * clerk sorts again or comes back to the step.
 */
import type { ServiceCard } from '#core/eligibility/contract'
import type { ServiceVerdict, Verdict } from '#core/eligibility/verdict'
import { computed, shallowRef, watch } from 'vue'
import { useVisit } from '../../../../stores/visit'

export interface Row {
  readonly key: string
  readonly verdict: ServiceVerdict
  readonly card: ServiceCard
  /** The verdict before an answer changed it. */
  readonly before: Verdict | 'new' | undefined
}
export interface Group { readonly verdict: Verdict, readonly rows: readonly Row[] }

export const keyOf = ({ serviceId, memberId }: Pick<ServiceVerdict, 'serviceId' | 'memberId'>): string => memberId ? `${serviceId}/${memberId}` : serviceId
const verdicts = ['likely', 'ask-first', 'unlikely'] as const satisfies readonly Verdict[]

export function useLookupView(text: Ref<string>, memberId: Ref<string>) {
  const visit = useVisit()
  const places = shallowRef(new Map<string, Verdict>())

  const sort = () => places.value = new Map(visit.looked?.lookup.verdicts.map(verdict => [keyOf(verdict), verdict.verdict]))
  watch(() => visit.looked, looked => looked && places.value.size === 0 && sort(), { immediate: true })

  const rows = computed<Row[]>(() => {
    const looked = visit.looked
    if (!looked)
      return []
    const now = new Map(looked.lookup.verdicts.map(verdict => [keyOf(verdict), verdict]))
    const keys = [...new Set([...places.value.keys(), ...now.keys()])]
    return keys.flatMap((key) => {
      const verdict = now.get(key)
      const card = verdict && looked.services[verdict.serviceId]
      const place = places.value.get(key)
      return verdict && card ? [{ key, verdict, card, before: place === verdict.verdict ? undefined : place ?? 'new' as const }] : []
    })
  })
  const fits = ({ verdict, card }: Row) => {
    const words = `${card.name.ko} ${card.name.en} ${card.summary.ko} ${card.summary.en} ${card.agency.ko}`.toLowerCase()
    return (memberId.value === '' || (verdict.memberId ?? 'household') === memberId.value)
      && text.value.trim().toLowerCase().split(/\s+/).every(part => words.includes(part))
  }
  const groups = computed<Group[]>(() => {
    const shown = rows.value.filter(fits)
    return verdicts.map(verdict => ({ verdict, rows: shown.filter(row => (row.before === undefined || row.before === 'new' ? row.verdict.verdict : row.before) === verdict) }))
  })
  const changed = computed(() => rows.value.filter(({ before }) => before !== undefined).length)
  return { groups, changed, sort, total: computed(() => rows.value.length) }
}
