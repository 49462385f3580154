/** What the counter knows in the words of a record, which is kept in Korean. */
import type { FactName, FactValue } from '../eligibility/facts.ts'
import type { Texts } from '../host.ts'
import type { HouseholdView, MemberView } from '../households/model.ts'
import type { Paperwork } from '../intake/model.ts'
import type { CounterKnowledge } from './read-counter.ts'
import { facts } from '../eligibility/facts.ts'
import { say } from '../kernel/say.ts'

export interface CounterWords {
  readonly health: (member: MemberView) => string
  readonly work: (member: MemberView) => string
  readonly inUse: (household: HouseholdView) => string
  readonly concerns: (paperwork: Paperwork | undefined) => string
  readonly howTheyCame: (known: CounterKnowledge) => string
}

/** Of a person's protected facts those that say something about health; where they come from is no illness. */
const healthFacts = (Object.keys(facts) as FactName[]).filter(name => 'sensitive' in facts[name] && facts[name].about === 'person' && name !== 'north-korean-defector')
/** Their options say by themselves what they are: "심한 장애", "초등학교". */
const withoutLabel: readonly FactName[] = ['disability', 'disability-kind', 'employment', 'student']
const longest = 300

export function counterWords(texts: Texts, nameOfService: (id: string) => string | undefined): CounterWords {
  const t = (file: string, key: string, filling: Readonly<Record<string, string | number>> = {}): string => say(texts, 'ko', file, key, filling)
  const sayFact = (name: FactName, value: FactValue | null | undefined): string | undefined => {
    if (value === undefined || value === null || value === false || value === 'none')
      return undefined
    const label = t('facts', `${name}.label`)
    if (withoutLabel.includes(name))
      return t('facts', `${name}.options.${String(value)}`)
    return value === true ? label : `${label} ${facts[name].value.type === 'choice' ? t('facts', `${name}.options.${String(value)}`) : String(value)}`
  }
  const sayFacts = (member: MemberView, names: readonly FactName[]): string =>
    names.flatMap(name => sayFact(name, member.facts[name]?.value) ?? []).join(', ').slice(0, longest)
  const received = (receives: Readonly<Record<string, boolean>>): string[] =>
    Object.entries(receives).filter(([, does]) => does).flatMap(([id]) => nameOfService(id) ?? [])

  return {
    health: member => sayFacts(member, healthFacts),
    work: member => sayFacts(member, ['employment', 'student']),
    inUse: household => [...received(household.receives), ...household.members.flatMap(member => received(member.receives).map(name => `${name} (${member.name})`))].join('\n'),
    concerns: paperwork => paperwork?.event === 'counselling' && paperwork.concerns?.length
      ? t('counselling', 'prefill.concerns', { concerns: paperwork.concerns.map(concern => t('visit', `paperwork.concernsOption.${concern}`)).join(', ') })
      : '',
    howTheyCame: ({ visit, forPlanner }) => [
      ...(visit ? [t('counselling', `prefill.came.${visit.event}`, { day: visit.on })] : []),
      ...(forPlanner.length > 0 ? [t('counselling', 'prefill.forPlanner', { services: forPlanner.join(', ') })] : []),
    ].join('\n'),
  }
}
