/** A problem of reading in words: where it stands, and why. */
import type { ReadProblem } from '#core/catalogue/import/model'
import { useI18n } from 'vue-i18n'

export function useProblemWords() {
  const { t } = useI18n()
  const placeOf = ({ place }: ReadProblem): string => [
    place.file,
    place.id,
    place.record === undefined ? '' : t('imports.problems.record', { record: place.record }),
    place.line === undefined ? '' : t('imports.problems.line', { line: place.line }),
    place.field,
  ].filter(Boolean).join(' · ')
  const reasonOf = ({ reason }: ReadProblem): string => t(`imports.reasons.${reason.code}`, { value: reason.value ?? '' })
  const asText = (problems: readonly ReadProblem[]): string =>
    problems.map(problem => [t(`imports.problems.${problem.severity}`), placeOf(problem), reasonOf(problem)].join('\t')).join('\n')
  return { placeOf, reasonOf, asText }
}
