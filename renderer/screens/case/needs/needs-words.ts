/** How the needs survey and the crisis check call their fields and say their values; for the frame of a record, the picture and the table. */
import type { NeedArea } from '#core/records/bodies/need-areas'
import type { NeedsWords } from '#core/records/bodies/needs-radar'
import type { NameOf, SayValue } from '../records/record-fields'
import { sayLevel } from '#core/records/bodies/needs-radar'
import { showDay } from '../../../client/dates'
import { i18n } from '../../../texts'

const { t } = i18n.global

export const needsWords: NeedsWords = {
  t: (key, filling) => t(`needs.${key}`, filling ?? {}),
  area: (area: NeedArea) => t(`casework.areas.${area}`),
  day: showDay,
}

export const nameOfNeeds: NameOf = ([first, area, field]) => {
  if (first !== 'needs')
    return first === 'on' || first === 'summary' ? t(`needs.${first}`) : ''
  if (area === undefined)
    return t('needs.overview')
  return field === undefined ? t(`casework.areas.${area}`) : `${t(`casework.areas.${area}`)} · ${t(`needs.${field}`)}`
}

export const sayNeeds: SayValue = (path, value) => {
  const field = path.at(-1)
  if (field === 'level' && typeof value === 'number')
    return sayLevel(value, needsWords)
  if (field === 'items' && Array.isArray(value))
    return value.map(item => t(`casework.items.${String(item)}`)).join(', ')
  return undefined
}

export const nameOfCrisis: NameOf = ([first, second]) => {
  if (first === 'suicide' && second)
    return t(`crisis.suicide.${second}.name`)
  if (first === 'isolation' && second)
    return t(`crisis.isolation.${second}.sign`)
  if (first === 'reported' && second)
    return t(`crisis.reported${second[0]!.toUpperCase()}${second.slice(1)}`)
  return t(`crisis.${first === 'reasons' ? 'reasonsLabel' : first === 'isolation' ? 'isolationLabel' : first === 'suicide' ? 'suicideLabel' : String(first)}`)
}

export const sayCrisis: SayValue = ([first], value) => {
  if (first === 'reasons' && Array.isArray(value))
    return value.map(reason => t(`casework.reasons.${String(reason)}`)).join(', ')
  if (first === 'judgement' && typeof value === 'string')
    return t(`crisis.judgements.${value}`)
  if ((first === 'suicide' || first === 'isolation') && typeof value === 'string')
    return t(`crisis.answers.${value}`)
  return undefined
}
