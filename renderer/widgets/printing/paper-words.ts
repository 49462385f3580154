/** What went out on paper or as a file, in words: "가족 안내서, 큰 글씨, 한국어, 6쪽, 인쇄". */
import type { AuditLine } from '#core/audit/contract'
import type { GuideOfDay } from '#core/paper-jobs/model'
import { useI18n } from 'vue-i18n'

export function usePaperWords() {
  const { t, te, locale } = useI18n()
  const known = (key: string, code: string): string => te(`${key}.${code}`) ? t(`${key}.${code}`) : code
  const editionName = (code: string): string => known('printing.edition', code)
  /** In the language of the page, as every other word of the line. */
  const languageName = (code: string): string => new Intl.DisplayNames([locale.value], { type: 'language' }).of(code) ?? code

  /** What a family wanted left out: "이름 가림"; nothing where everything is on it. */
  const leftOutNames = (choices: GuideOfDay['choices'] | null): string[] => choices === null
    ? []
    : [
        ...choices.masked ? [t('printing.guide.given.masked')] : [],
        ...choices.amounts === 'visitor' ? [t('printing.guide.given.amounts')] : [],
        ...choices.unlikely ? [] : [t('printing.guide.given.unlikely')],
      ]

  /** Of what was refused there are no pages to tell. */
  function paperInWords({ document, edition, language, pages, way, copies, printer }: NonNullable<AuditLine['paper']>): string {
    return [
      known('printing.document', document),
      editionName(edition),
      languageName(language),
      ...pages > 0 ? [t('printing.pages', { pages }, pages)] : [],
      known('printing.log.way', way),
      ...copies === null ? [] : [t('printing.log.copies', { copies }, copies)],
      ...printer === null ? [] : [printer],
    ].join(', ')
  }
  return { editionName, languageName, leftOutNames, paperInWords }
}
