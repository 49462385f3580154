import type { Json, Place } from '#core/kernel/places'
/** A value of a record in words, for comparing what two people wrote and for looking at old versions. */
import type { NameOf, SayValue } from './record-fields'
import { isMap } from '#core/kernel/places'
import { i18n } from '../../../texts'

const { t } = i18n.global

export function sayPlace(path: Place, value: Json | undefined, nameOf: NameOf, sayValue?: SayValue): string {
  if (value === undefined)
    return t('records.value.removed')
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return t('records.value.empty')
  const own = sayValue?.(path, value)
  if (own !== undefined)
    return own
  if (typeof value === 'boolean')
    return t(value ? 'app.common.yes' : 'app.common.no')
  if (typeof value === 'number')
    return value.toLocaleString('en-US')
  if (Array.isArray(value))
    return value.map(each => sayPlace(isMap(each) && typeof each.id === 'string' ? [...path, each.id] : path, each, nameOf, sayValue)).join(', ')
  if (isMap(value))
    return Object.entries(value).filter(([key, each]) => key !== 'id' && each !== null && each !== '' && !(Array.isArray(each) && each.length === 0)).map(([key, each]) => `${nameOf([...path, key])}: ${sayPlace([...path, key], each, nameOf, sayValue)}`).join('\n') || t('records.value.empty')
  return String(value)
}
