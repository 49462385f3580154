/** A text in two languages, in the one of the page. */
import type { BilingualText } from '#core/kernel/text'
import { useI18n } from 'vue-i18n'

export function useSaid() {
  const { t, tm, te, locale } = useI18n()
  const say = (text: BilingualText): string => text[locale.value === 'en' ? 'en' : 'ko']
  /** The other language, in small beside it. */
  const sayOther = (text: BilingualText): string => text[locale.value === 'en' ? 'ko' : 'en']
  const otherLanguage = (): 'ko' | 'en' => locale.value === 'en' ? 'ko' : 'en'
  const term = (key: string): string => (tm('terms') as Readonly<Record<string, string>>)[key] ?? key
  return { t, te, locale, say, sayOther, otherLanguage, term }
}
