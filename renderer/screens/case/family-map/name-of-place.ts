/** How the places of a family map are called when two people wrote the same. */
import type { Place } from '#core/kernel/places'
import type { FamilyMap } from '#core/records/bodies/family-map'
import { i18n } from '../../../texts'

const labels: Readonly<Record<string, string>> = {
  people: 'people',
  ties: 'tiesTitle',
  helpers: 'helpersTitle',
  name: 'name',
  sex: 'sexLabel',
  birthYear: 'birthYear',
  died: 'diedLabel',
  together: 'togetherLabel',
  index: 'indexLabel',
  from: 'from',
  to: 'to',
  kind: 'relation',
  what: 'helperWhat',
  strength: 'strengthLabel',
  flow: 'flowLabel',
}

export function nameOfPlace(form: FamilyMap, path: Place): string {
  const { t } = i18n.global
  const rows = [...form.people, ...form.helpers]
  return path.map((step) => {
    const label = labels[step]
    return label ? t(`family-map.${label}`) : rows.find(({ id }) => id === step)?.name || ''
  }).filter(Boolean).join(' · ')
}

/** Twelve letters: rows keep their identity when two people write. */
export const newRowId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => (byte % 36).toString(36)).join('')
