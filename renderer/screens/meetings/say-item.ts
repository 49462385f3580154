/** Words of an item: its places by name, what can be recognised, age and kind of household. */
import type { CaseCard, PersonalKind } from '#core/meetings/model'
import { i18n } from '../../texts'

const { t } = i18n.global

/** `['tasks', 'a1b2c3', 'what']` is "할 일: 무엇을". */
export const nameOfPlace = (path: readonly string[]): string =>
  path.filter(step => i18n.global.te(`meetings.item.fields.${step}`)).map(step => t(`meetings.item.fields.${step}`)).join(': ')

export const sayPersonal = (kinds: readonly PersonalKind[]): string => kinds.map(kind => t(`meetings.personal.${kind}`)).join(', ')

export function sayAgeBand(band: number | null): string {
  if (band === null)
    return t('meetings.ageUnknown')
  return band === 0 ? t('meetings.ageUnder') : band === 80 ? t('meetings.ageOver') : t('meetings.ageBand', { band })
}

export const sayTraits = ({ ageBand, householdTypes }: Pick<CaseCard, 'ageBand' | 'householdTypes'>): string =>
  [sayAgeBand(ageBand), ...householdTypes.map(type => t(`meetings.types.${type}`))].join(', ')
