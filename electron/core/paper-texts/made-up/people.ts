/** The people of a preview: plainly nobody (견본 = sample). */
import type { AgedFamily } from '../../catalogue/editor/try/aged-family.ts'
import type { Host } from '../../host.ts'
import type { HouseholdView, MemberView } from '../../households/model.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { addDays, addMonths } from '../../kernel/dates.ts'
import { HouseholdId, PersonId } from '../../kernel/ids.ts'

export const names = { resident: '견본주민', child: '견본아기', staff: '견본직원', planner: '견본플래너', lead: '견본팀장' } as const
export const phone = '02-000-0000'

/** An id that stands nowhere. */
export const nobodysId = '00000000-0000-7000-8000-000000000000'

const member = (id: string, name: string, change: Partial<MemberView>): MemberView => ({
  id: PersonId.parse(id),
  name,
  relation: 'head',
  birth: null,
  sex: 'female',
  livingTogether: true,
  diedOn: null,
  visitor: false,
  consent: 'given',
  sensitiveAllowed: true,
  facts: {},
  receives: {},
  ...change,
})

export const household = (on: PlainDate, place: { readonly province: string, readonly district: string, readonly dong: string }): HouseholdView => ({
  id: HouseholdId.parse(nobodysId),
  address: { ...place, road: '견본로 1', detail: '101호' },
  inDistrictSince: null,
  inProvinceSince: null,
  phone,
  callWhen: null,
  members: [
    member(nobodysId, names.resident, { visitor: true, birth: addMonths(on, -12 * 34) }),
    member(nobodysId.replace(/0$/, '1'), names.child, { relation: 'child', birth: addDays(on, -20), consent: 'represented' }),
  ],
  facts: {},
  receives: {},
  version: 1,
})

/**
 * The made-up family that ships for trying rules on, with a child just born.
 *
 * @throws {RangeError} where no family ships
 */
export function exampleWithChild(host: Host): AgedFamily {
  const families = host.exampleFamilies()
  const found = families.find(({ event }) => event.kind === 'birth') ?? families[0]
  if (!found)
    throw new RangeError('Maji ships made-up families: resources/examples/families.json.')
  return found
}
