/** The one primary button of the visit page: always at the same place, whatever the step makes of it. */
import type { InjectionKey, Ref, ShallowRef } from 'vue'
import { computed, inject, onScopeDispose, provide, shallowRef, watchEffect } from 'vue'

export interface Primary {
  readonly label: string
  readonly icon?: string
  readonly run: () => unknown
  /** What is missing is told when the button is pressed; it is only switched off while something is under way. */
  readonly busy?: boolean
}

const place: InjectionKey<ShallowRef<Primary | undefined>> = Symbol('primary')

export function providePrimary(): ShallowRef<Primary | undefined> {
  const primary = shallowRef<Primary>()
  provide(place, primary)
  return primary
}

/** What the primary button does as long as this step is open. */
export function usePrimary(offer: () => Primary | undefined): Ref<Primary | undefined> {
  const primary = inject(place)
  const mine = computed(offer)
  if (primary) {
    watchEffect(() => primary.value = mine.value)
    onScopeDispose(() => {
      if (primary.value === mine.value)
        primary.value = undefined
    })
  }
  return mine
}
