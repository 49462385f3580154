/** Whom to give a case to, each with the reasons shown. The clerk or lead decides. */
import type { Texts } from '../host.ts'
import type { Suggestion } from './model.ts'
import type { Candidate, Family, Setting } from './order-planners.ts'
import { say, sayBoth } from '../kernel/say.ts'
import { areaOf, isAbsent, orderPlanners } from './order-planners.ts'

export { isAbsent } from './order-planners.ts'

type Proposed = Suggestion['planners'][number]

export function proposePlanners(candidates: readonly Candidate[], family: Family, setting: Setting, texts: Texts): Proposed[] {
  return orderPlanners(candidates, family, setting).map(({ candidate, decidedBy }) => ({
    id: candidate.staff.id,
    name: candidate.staff.name,
    phone: candidate.staff.phone,
    openCases: candidate.openCases,
    absent: isAbsent(candidate.staff, setting.today),
    full: candidate.openCases >= setting.limit,
    conflict: candidate.conflict,
    decidedBy: decidedBy === undefined ? null : sayBoth(texts, 'team', `deciders.${decidedBy}`),
    reasons: reasonsFor(candidate, family, setting, texts),
  }))
}

function reasonsFor({ staff, openCases, weight, knows, conflict }: Candidate, family: Family, { limit, today, rules }: Setting, texts: Texts): Proposed['reasons'] {
  const area = areaOf(staff, family)?.area
  const on = (rule: string): boolean => rules.some(one => one.rule === rule && one.on)
  const { language, need } = family
  const named = (key: string) => ({ ko: { what: say(texts, 'ko', 'team', key) }, en: { what: say(texts, 'en', 'team', key) } })
  return [
    ...(conflict ? [sayBoth(texts, 'cases', 'planner.conflict')] : []),
    ...(knows ? [sayBoth(texts, 'cases', 'planner.knows')] : []),
    ...(language !== null && staff.languages.includes(language) ? [sayBoth(texts, 'cases', 'planner.language', named(`languages.${language}`))] : []),
    ...(need !== null && staff.specialities.includes(need) ? [sayBoth(texts, 'cases', 'planner.speciality', { ko: { what: say(texts, 'ko', 'casework', `areas.${need}`) }, en: { what: say(texts, 'en', 'casework', `areas.${need}`) } })] : []),
    ...(area !== undefined ? [sayBoth(texts, 'cases', 'planner.area', { area })] : []),
    sayBoth(texts, 'cases', 'planner.load', { count: openCases }),
    ...(on('difficulty') ? [sayBoth(texts, 'cases', 'planner.weight', { weight })] : []),
    ...(isAbsent(staff, today) ? [sayBoth(texts, 'cases', 'planner.absent', { until: staff.absence?.until ?? '' })] : []),
    ...(staff.leavesOn ? [sayBoth(texts, 'cases', 'planner.leaves', { day: staff.leavesOn })] : []),
    ...(openCases >= limit ? [sayBoth(texts, 'cases', 'planner.full', { limit })] : []),
  ]
}
