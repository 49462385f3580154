/**
 * The page's sentences. Every refusal has one in both languages, or this file does not compile.
 *
 * A file's name is the first part of its keys: `app.counter.title`, `problems.NOT_PERMITTED`, `visit.…`.
 */
import type { InferContractRouterErrorMap } from '@orpc/contract'
import type { contract } from '#core/contract'
import { createI18n } from 'vue-i18n'
import appEn from '#texts/en/app.json'
import problemsEn from '#texts/en/problems.json'
import appKo from '#texts/ko/app.json'
import problemsKo from '#texts/ko/problems.json'

type CodesOf<ErrorMap> = ErrorMap extends unknown ? keyof ErrorMap : never
export type ProblemCode
  = | CodesOf<InferContractRouterErrorMap<typeof contract>>
    | 'BAD_REQUEST' | 'INTERNAL_SERVER_ERROR' | 'UNREACHABLE'

const problems = { ko: problemsKo, en: problemsEn } satisfies Record<'ko' | 'en', Record<ProblemCode, string>>

/** Both languages say the same things: a key that only one of them has does not compile. */
type SameKeys<Left, Right> = keyof Left extends keyof Right
  ? { [Key in keyof Left]: Key extends keyof Right ? Left[Key] extends string ? string : SameKeys<Left[Key], Right[Key]> : never }
  : never
const app = { ko: appKo satisfies SameKeys<typeof appEn, typeof appKo>, en: appEn satisfies SameKeys<typeof appKo, typeof appEn> }

type Texts = Record<string, unknown>

/** What other parts of the project add beside these two: `visit`, `terms`, `facts`. */
const added = import.meta.glob<Texts>('../resources/texts/{ko,en}/{visit,terms,facts,consent-view,catalogue,official,imports,releases,timeline,rescreen,casework,records,counselling,needs,crisis,plan,closing,linking,worklist,calendar,team,meetings,outside,home-visits,files,contacts,handbook,family-map,papers,paper-texts,printing}.json', { eager: true, import: 'default' })

function textsOf(language: 'ko' | 'en'): Texts {
  const rest = Object.entries(added).flatMap(([path, texts]) => {
    const [, folder, file] = /texts\/(ko|en)\/([a-z-]+)\.json$/.exec(path) ?? []
    return folder === language && file ? [[file, texts]] : []
  })
  return { ...Object.fromEntries(rest), app: app[language], problems: problems[language] }
}

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems.ko, code)

export const i18n = createI18n({
  legacy: false,
  locale: 'ko' as 'ko' | 'en',
  fallbackLocale: 'ko',
  // Keys are looked up at run time; the shapes of both languages were compared above.
  messages: { ko: textsOf('ko'), en: textsOf('en') } as Record<'ko' | 'en', Record<string, string>>,
})
