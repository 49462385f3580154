/** Which editions and languages fit a document. */
import type { MaybeRefOrGetter } from 'vue'
import type { DocumentRequest } from '#core/guide/contract'
import type { Edition } from '#core/guide/sheet'
import type { LanguageCode } from '#core/kernel/text'
import { computed, ref, shallowRef, toValue, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'

type Document = DocumentRequest['document']

export interface NamedLanguage { readonly code: LanguageCode, readonly name: string }

/** Everything is there in both; a family guide in whatever else the office has as text files. */
export const ownLanguages: readonly NamedLanguage[] = [{ code: 'ko', name: '한국어' }, { code: 'en', name: 'English' }]

/** What hangs on a wall or goes to the file of a case is no paper of a portable printer on A5. */
const forHands: readonly Document[] = ['leaflet', 'memo-sheet']

export function editionsOf(document: Document): readonly Edition[] {
  if (document === 'family-guide')
    return ['standard', 'large', 'portable', 'portable-a5', 'one-page']
  return forHands.includes(document) ? ['standard', 'large', 'portable', 'portable-a5'] : ['standard', 'large', 'portable']
}

/** Asked once; text files come with the program. */
const known = shallowRef<readonly NamedLanguage[]>(ownLanguages)
let asked = false

async function askLanguages() {
  asked = true
  const outcome = await attempt(() => client.guide.languages())
  asked = outcome.ok
  known.value = outcome.ok ? outcome.answer : known.value
}

/** The choices of a document with what is chosen; what does not fit another document falls back to the usual one. */
export function usePaperChoices(document: MaybeRefOrGetter<Document>, first?: LanguageCode) {
  const { locale } = useI18n()
  if (!asked && toValue(document) === 'family-guide')
    void askLanguages()
  const language = ref<LanguageCode>(first ?? (locale.value === 'en' ? 'en' : 'ko'))
  const edition = ref<Edition>('standard')
  const languages = computed(() => toValue(document) === 'family-guide' ? known.value : ownLanguages)
  const editions = computed(() => editionsOf(toValue(document)))
  watch(() => toValue(document), () => {
    if (!editions.value.includes(edition.value))
      edition.value = 'standard'
    if (!languages.value.some(({ code }) => code === language.value))
      language.value = (locale.value === 'en' ? 'en' : 'ko')
  })
  return { language, edition, languages, editions }
}
