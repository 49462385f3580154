/** What one entry says of one household: a verdict for each it concerns, with the reasons the counter would hear. */
import type { HouseholdFacts } from '../../../eligibility/household-facts.ts'
import type { EligibilityTexts } from '../../../eligibility/texts.ts'
import type { Finding, Verdict } from '../../../eligibility/verdict.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Catalogue } from '../../../policy/catalogue.ts'
import type { WelfareService } from '../../../policy/welfare-service.ts'
import type { TriedSubject } from '../model.ts'
import { compileService } from '../../../eligibility/compile-service.ts'
import { verdictOf } from '../../../eligibility/look-up.ts'
import { prepareHousehold } from '../../../eligibility/prepare-household.ts'
import { explain } from '../../../eligibility/reasons/explain.ts'

export interface Said { readonly verdict: Verdict, readonly findings: Finding[] }

/** Says what an entry says of a household, by member (`''`: the household); nothing where it is not offered to it. */
export type Tried = (household: HouseholdFacts, withReasons: boolean) => ReadonlyMap<string, Said>

const nothing: ReadonlyMap<string, Said> = new Map()

/** Compiled once, for as many households as are tried. */
export function tryService(service: WelfareService | undefined, catalogue: Catalogue, on: PlainDate, texts: EligibilityTexts): Tried {
  if (!service)
    return () => nothing
  const services = new Map(catalogue.services).set(service.id, service)
  const compiled = compileService(service, { ...catalogue, services })
  return (household, withReasons) => {
    const prepared = prepareHousehold(household, on, catalogue.facts)
    if (!compiled.isOffered(prepared))
      return nothing
    const subjects = service.concerns === 'household' ? [null] : prepared.members
    return new Map(subjects.map((member) => {
      const verdict = verdictOf(compiled.test(member, prepared))
      return [member?.source.id ?? '', { verdict, findings: withReasons ? explain(compiled, verdict, member, prepared, services, texts) : [] }]
    }))
  }
}

/** The old answer beside the new one, for everybody either speaks of. */
export function compared(before: ReadonlyMap<string, Said>, after: ReadonlyMap<string, Said>, { members }: HouseholdFacts): TriedSubject[] {
  return [...new Set([...before.keys(), ...after.keys()])].map(id => ({
    memberId: id || null,
    relation: members.find(member => member.id === id)?.relation ?? null,
    before: before.get(id)?.verdict ?? null,
    after: after.get(id)?.verdict ?? null,
    findings: after.get(id)?.findings ?? [],
    findingsBefore: before.get(id)?.findings ?? [],
  }))
}
