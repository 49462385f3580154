/**
 * Agencies nearby (가까운 기관) with how to get there and the phone, from the office's own directory.
 *
 * Which of them: those whose field (복지, 돌봄, 주거 …) is one that the family's services of today are about, most
 * services first. Nothing is weighed: a theme of the catalogue and a field of the directory either speak of the same
 * thing or not. Houses that shelter somebody, and help for the mind, are told in person and never on a paper that lies about.
 */
import type { Theme } from '../../policy/welfare-service.ts'
import type { AgencyField } from '../../referrals/model.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideAgency, GuideData } from './guide-data.ts'
import type { GuideEntry } from './guide-entries.ts'
import { block } from '../sheet-frame.ts'
import { isProtective } from '../told-on-paper.ts'
import { isSettled } from './guide-entries.ts'

const MOST = 5

const fieldOf: Partial<Record<Theme, AgencyField>> = {
  'physical-health': 'health',
  'livelihood': 'welfare',
  'housing': 'housing',
  'employment': 'employment',
  'culture-leisure': 'welfare',
  'pregnancy-birth': 'health',
  'childcare': 'care',
  'education': 'education',
  'protection-care': 'care',
  'microfinance': 'welfare',
  'legal': 'legal',
  'relations': 'welfare',
  'energy': 'welfare',
}

/** A paper chosen for one family says with it what it was thought to need; the booklet, the same for everybody, does not. */
const inPerson = (agency: GuideAgency): boolean => isProtective(agency) || agency.fields.includes('mental-health')

/** Those of the directory that a paper may name, with what somebody can go by or call. */
export const nameableAgencies = ({ agencies = [] }: GuideData): GuideAgency[] =>
  agencies.filter(agency => !inPerson(agency) && (agency.phone !== null || agency.way !== ''))

/** How many of these services speak of each field. */
export function wantedFields(entries: readonly GuideEntry[]): ReadonlyMap<AgencyField, number> {
  const wanted = new Map<AgencyField, number>()
  const cards = new Map(entries.map(({ card }) => [card.id, card]))
  for (const theme of [...cards.values()].flatMap(({ themes }) => themes)) {
    const field = fieldOf[theme as Theme]
    if (field)
      wanted.set(field, (wanted.get(field) ?? 0) + 1)
  }
  return wanted
}

export function fittingAgencies(data: GuideData, entries: readonly GuideEntry[]): GuideAgency[] {
  const wanted = wantedFields(entries.filter(isSettled))
  const fit = ({ fields }: GuideAgency): number => Math.max(0, ...fields.map(field => wanted.get(field) ?? 0))
  return nameableAgencies(data)
    .filter(agency => fit(agency) > 0)
    .toSorted((left, right) => fit(right) - fit(left) || left.name.localeCompare(right.name, 'ko'))
    .slice(0, MOST)
}

export function agencyBlocks({ t }: Speaker, data: GuideData, entries: readonly GuideEntry[]): Block[] {
  const agencies = fittingAgencies(data, entries)
  return agencies.length === 0
    ? []
    : [
        block.heading(t('agencies.heading')),
        block.say(t('agencies.intro'), 'meta'),
        block.table([t('agencies.name'), t('agencies.way'), t('agencies.phone')], agencies.map(({ name, way, phone }) => [name, way, phone ?? '']), [30, 50, 20]),
      ]
}
