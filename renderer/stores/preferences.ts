/** What a member of staff likes on this machine: language, size of text, contrast. Nothing personal is kept. */
import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'
import * as z from 'zod'
import { i18n } from '../texts'

export const textSizes = ['small', 'normal', 'large', 'larger', 'largest'] as const

const Preferences = z.object({
  language: z.enum(['ko', 'en']).catch('ko'),
  textSize: z.enum(textSizes).catch('normal'),
  contrast: z.enum(['normal', 'high']).catch('normal'),
})
type Preferences = z.infer<typeof Preferences>

const place = 'maji.preferences'

function kept(): Preferences {
  try {
    return Preferences.parse(JSON.parse(localStorage.getItem(place) ?? '{}'))
  }
  catch {
    return Preferences.parse({})
  }
}

export const usePreferences = defineStore('preferences', () => {
  const first = kept()
  const language = ref(first.language)
  const textSize = ref(first.textSize)
  const contrast = ref(first.contrast)

  watchEffect(() => {
    const root = document.documentElement
    root.lang = language.value
    root.dataset.textSize = textSize.value
    root.dataset.contrast = contrast.value
    i18n.global.locale.value = language.value
    try {
      localStorage.setItem(place, JSON.stringify({ language: language.value, textSize: textSize.value, contrast: contrast.value }))
    }
    catch {
      // A browser that keeps nothing still works; the choice lasts until the page is closed.
    }
  }, { flush: 'sync' })

  return { language, textSize, contrast }
})
