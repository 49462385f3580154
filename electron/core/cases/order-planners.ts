/** Putting planners into the order in which a case is offered to them: pure, by the office's list of rules. */
import type { PlainDate } from '../kernel/dates.ts'
import type { StaffMember } from '../staff/model.ts'
import type { AssignmentRule, AssignmentRules } from '../team/rules.ts'

export interface Candidate {
  readonly staff: StaffMember
  readonly openCases: number
  /** Sum of the difficulties of the open cases. */
  readonly weight: number
  /** Looked after this household before. */
  readonly knows: boolean
  /** Must not be given this family (이해충돌): always last, whatever the rules. */
  readonly conflict: boolean
}

export interface Family {
  readonly dong: string
  readonly road: string
  readonly detail: string
  /** Spoken beside or instead of Korean, as far as known. */
  readonly language: string | null
  /** The need area of first priority, once a survey told it. */
  readonly need: StaffMember['specialities'][number] | null
}

export interface Setting { readonly limit: number, readonly today: PlainDate, readonly rules: AssignmentRules }

export type Decider = AssignmentRule | 'conflict' | 'name'
export interface Placed {
  readonly candidate: Candidate
  /** What put this planner before the next one; `undefined` for the last. */
  readonly decidedBy: Decider | undefined
}

type Rank = (candidate: Candidate, family: Family, setting: Setting) => number

/** The lower goes first. A rule that knows nothing gives everybody the same. */
const ranks: Readonly<Record<AssignmentRule, Rank>> = {
  absence: ({ staff }, _, { today }) => Number(isAbsent(staff, today) || isLeaving(staff)),
  room: ({ openCases }, _, { limit }) => Number(openCases >= limit),
  knows: ({ knows }) => Number(!knows),
  language: ({ staff }, { language }) => Number(language !== null && !staff.languages.includes(language)),
  speciality: ({ staff }, { need }) => Number(need !== null && !staff.specialities.includes(need)),
  area: ({ staff }, family) => areaOf(staff, family)?.rank ?? 2,
  load: ({ openCases }) => openCases,
  difficulty: ({ weight }) => weight,
}

export function orderPlanners(candidates: readonly Candidate[], family: Family, setting: Setting): Placed[] {
  const asked: { readonly decider: Decider, readonly rank: (candidate: Candidate) => number }[] = [
    { decider: 'conflict', rank: ({ conflict }) => Number(conflict) },
    ...setting.rules.filter(({ on }) => on).map(({ rule }) => ({ decider: rule, rank: (candidate: Candidate) => ranks[rule](candidate, family, setting) })),
  ]
  const rows = candidates
    .map(candidate => ({ candidate, values: asked.map(({ rank }) => rank(candidate)) }))
    .sort((one, other) => {
      const at = firstDifference(one.values, other.values)
      // By code point, so that two counters propose the same.
      return at >= 0 ? (one.values[at] ?? 0) - (other.values[at] ?? 0) : one.candidate.staff.name < other.candidate.staff.name ? -1 : 1
    })
  return rows.map(({ candidate, values }, place) => {
    const next = rows[place + 1]
    return { candidate, decidedBy: next && (asked[firstDifference(values, next.values)]?.decider ?? 'name') }
  })
}

const firstDifference = (one: readonly number[], other: readonly number[]): number => one.findIndex((value, place) => value !== other[place])

export const isAbsent = ({ absence }: Pick<StaffMember, 'absence'>, today: PlainDate): boolean =>
  absence !== null && absence.from <= today && today <= absence.until

/** Has given notice of a last working day (퇴직·전보 예정). */
export const isLeaving = ({ leavesOn }: Pick<StaffMember, 'leavesOn'>): boolean => leavesOn !== null

/** The most exact of the planner's areas that the address names; street and 통·반 (rank 0) go before the dong (rank 1). */
export function areaOf({ areas }: Pick<StaffMember, 'areas'>, { dong, road, detail }: Pick<Family, 'dong' | 'road' | 'detail'>): { readonly area: string, readonly rank: 0 | 1 } | undefined {
  const found = areas.flatMap((area): { readonly area: string, readonly rank: 0 | 1 }[] => {
    if (names(road, area) || names(detail, area))
      return [{ area, rank: 0 }]
    return names(dong, area) ? [{ area, rank: 1 }] : []
  })
  return found.sort((one, other) => one.rank - other.rank || other.area.length - one.area.length)[0]
}

/** Whether a part of an address names an area: 2통 is not named by 12통, spaces do not count. */
function names(part: string, area: string): boolean {
  const wanted = area.trim()
  if (wanted === '')
    return false
  const pattern = wanted.split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*')
  return new RegExp(`${/^\d/.test(wanted) ? '(?<!\\d)' : ''}${pattern}${/\d$/.test(wanted) ? '(?!\\d)' : ''}`).test(part)
}
