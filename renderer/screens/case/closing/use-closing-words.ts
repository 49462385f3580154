/** How the places and choices of a closing record are called. */
import type { Json, Place } from '#core/kernel/places'
import { showDay } from '../../../client/dates'
import { i18n } from '../../../texts'

const labels: Readonly<Record<string, string>> = {
  on: 'on',
  reason: 'reason',
  criteria: 'criteriaTitle',
  summary: 'summary',
  words: 'words',
  left: 'left',
  afterCare: 'afterCareNote',
  rest: 'rest.title',
  becomes: 'rest.becomes',
  note: 'rest.note',
  what: 'rest.what',
}

export function nameOfPlace(path: Place): string {
  const { t } = i18n.global
  return path.map(step => labels[step] ? t(`closing.${labels[step]}`) : '').filter(Boolean).join(' · ')
}

export function sayValue(path: Place, value: Json): string | undefined {
  const { t } = i18n.global
  if (path[0] === 'reason')
    return t(`closing.reasons.${String(value)}`)
  if (path[0] === 'criteria')
    return Array.isArray(value) ? value.map(each => t(`closing.criteria.${String(each)}`)).join(', ') : t(`closing.criteria.${String(value)}`)
  if (path.at(-1) === 'becomes')
    return t(`closing.becomes.${String(value)}`)
  return path[0] === 'on' && typeof value === 'string' ? showDay(value) : undefined
}
