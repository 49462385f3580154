/** The office's name and settings, as every page may show them. */
import type { CenterSettings } from '#core/center/contract'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { client } from '../client/core-client'
import { attempt } from '../client/use-call'
import { useSession } from './session'

export const useCenter = defineStore('center', () => {
  const session = useSession()
  const settings = shallowRef<CenterSettings>()
  const name = computed(() => settings.value?.center ?? session.status?.center ?? undefined)

  async function load() {
    const outcome = await attempt(() => client.center.settings())
    if (outcome.ok)
      settings.value = outcome.answer
  }

  return { settings, name, load }
})
