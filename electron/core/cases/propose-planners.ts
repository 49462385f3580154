/**
 * Whom to give a case to: by area, open cases and absence, with the reasons shown. The clerk or lead decides.
 *
 * Order: present before absent, with room before full, who knows the household, then area, then fewest open
 * cases, then name by code point, so that two counters propose the same.
 */
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { StaffMember } from '../staff/model.ts'
import type { Suggestion } from './model.ts'
import { sayBoth } from '../kernel/say.ts'

export interface Candidate { readonly staff: StaffMember, readonly openCases: number, readonly knows: boolean }
type Proposed = Suggestion['planners'][number]

export function proposePlanners(candidates: readonly Candidate[], place: { readonly dong: string, readonly road: string }, limit: number, today: PlainDate, texts: Texts): Proposed[] {
  return candidates
    .map(candidate => ({ candidate, area: areaOf(candidate.staff, place), absent: isAbsent(candidate.staff, today), full: candidate.openCases >= limit }))
    .sort((one, other) => Number(one.absent) - Number(other.absent)
      || Number(one.full) - Number(other.full)
      || Number(other.candidate.knows) - Number(one.candidate.knows)
      || Number(other.area !== undefined) - Number(one.area !== undefined)
      || one.candidate.openCases - other.candidate.openCases
      || (one.candidate.staff.name < other.candidate.staff.name ? -1 : 1))
    .map(({ candidate: { staff, openCases, knows }, area, absent, full }) => ({
      id: staff.id,
      name: staff.name,
      phone: staff.phone,
      openCases,
      absent,
      full,
      reasons: [
        ...(knows ? [sayBoth(texts, 'cases', 'planner.knows')] : []),
        ...(area !== undefined ? [sayBoth(texts, 'cases', 'planner.area', { area })] : []),
        sayBoth(texts, 'cases', 'planner.load', { count: openCases }),
        ...(absent ? [sayBoth(texts, 'cases', 'planner.absent', { until: staff.absence?.until ?? '' })] : []),
        ...(full ? [sayBoth(texts, 'cases', 'planner.full', { limit })] : []),
      ],
    }))
}

export const isAbsent = ({ absence }: StaffMember, today: PlainDate): boolean =>
  absence !== null && absence.from <= today && today <= absence.until

/** The most exact of the planner's areas that the address names. */
const areaOf = ({ areas }: StaffMember, { dong, road }: { readonly dong: string, readonly road: string }): string | undefined =>
  areas.filter(area => dong.includes(area) || road.includes(area)).sort((one, other) => other.length - one.length)[0]
