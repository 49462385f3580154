/** Which editions and languages fit a document. */
import type { MaybeRefOrGetter } from 'vue'
import type { DocumentRequest } from '#core/guide/contract'
import type { Edition } from '#core/guide/sheet'
import type { LanguageCode } from '#core/kernel/text'
import { computed, reactive, shallowRef, toValue } from 'vue'
import { useI18n } from 'vue-i18n'
import { Language } from '#core/kernel/text'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'

type Document = DocumentRequest['document']

export interface NamedLanguage { readonly code: LanguageCode, readonly name: string }

/** Everything is there in the two languages of the screen; a family guide in whatever else the office has as text files. */
const isOwn = ({ code }: NamedLanguage): boolean => Language.safeParse(code).success

/** What hangs on a wall or goes to the file of a case is no paper of a portable printer on A5. */
const forHands: readonly Document[] = ['leaflet', 'memo-sheet']

export function editionsOf(document: Document): readonly Edition[] {
  if (document === 'family-guide')
    return ['standard', 'large', 'portable', 'portable-a5', 'one-page']
  return forHands.includes(document) ? ['standard', 'large', 'portable', 'portable-a5'] : ['standard', 'large', 'portable']
}

/** Asked once; text files come with the program. Until it is answered there is nothing to choose, and the screen's own language is taken. */
const known = shallowRef<readonly NamedLanguage[]>([])
let asked = false

async function askLanguages() {
  asked = true
  const outcome = await attempt(() => client.guide.languages())
  asked = outcome.ok
  known.value = outcome.ok ? outcome.answer : known.value
}

/** What somebody chose, for whoever keeps it longer than a page does. */
export interface KeptChoices { language?: LanguageCode, edition: Edition }

/**
 * The choices of a document. What does not fit another document is answered with the usual one there, and is still
 * chosen on the way back.
 */
export function usePaperChoices(document: MaybeRefOrGetter<Document>, kept: KeptChoices = reactive<KeptChoices>({ edition: 'standard' })) {
  const { locale } = useI18n()
  if (!asked)
    void askLanguages()
  const languages = computed(() => toValue(document) === 'family-guide' ? known.value : known.value.filter(isOwn))
  const editions = computed(() => editionsOf(toValue(document)))
  const language = computed<LanguageCode>({
    get: () => languages.value.find(({ code }) => code === kept.language)?.code ?? (locale.value === 'en' ? 'en' : 'ko'),
    set: chosen => kept.language = chosen,
  })
  const edition = computed<Edition>({
    get: () => editions.value.includes(kept.edition) ? kept.edition : 'standard',
    set: chosen => kept.edition = chosen,
  })
  return { language, edition, languages, editions }
}
