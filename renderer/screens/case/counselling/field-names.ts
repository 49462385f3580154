import type { MemberView } from '#core/households/model'
/** How the places of the first counselling are called, and what their codes say. */
import type { Json, Place } from '#core/kernel/places'
import { memberRowId } from '#core/records/bodies/first-counselling'
import { maskName } from '../../../client/masked'
import { i18n } from '../../../texts'

const { t, te } = i18n.global

/** `['members', 'm…', 'work']` is "김*수: 직업·학교". */
export function nameOfField(path: Place, members: readonly MemberView[]): string {
  if (path[0] === 'members' && path[1] !== undefined) {
    const member = members.find(({ id }) => memberRowId(id) === path[1])
    const who = member ? maskName(member.name) : t('counselling.fields.members.label')
    return path[2] === undefined ? who : `${who}: ${t(`counselling.fields.members.${path[2]}`)}`
  }
  const key = `counselling.fields.${path.join('.')}`
  return [key, `${key}.label`].filter(one => te(one)).map(one => t(one))[0] ?? path.join('.')
}

const groups: Readonly<Record<string, string>> = { 'method': 'counselling.methods', 'foundBy': 'counselling.foundByOptions', 'householdTypes': 'counselling.types', 'protection': 'counselling.protections', 'housing.tenure': 'counselling.tenures', 'needs': 'casework.areas', 'crisisReasons': 'casework.reasons', 'result': 'counselling.results' }

export function sayCode(path: Place, value: Json): string | undefined {
  const group = groups[path.join('.')]
  return group !== undefined && typeof value === 'string' ? t(`${group}.${value}`) : undefined
}
