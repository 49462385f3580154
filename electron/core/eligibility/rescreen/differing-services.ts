/**
 * Which services may answer differently under two sets of rules on one day: their entry or a figure they use differs,
 * or they are in one of the two only. All others are not looked up again.
 */
import type { Catalogue } from '../../policy/catalogue.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import { figuresOf } from '../compile-service.ts'

type Rules = Pick<Catalogue, 'services' | 'parameters'>

/** @returns ids, in the order of the later rules */
export function differingServices(before: Rules, after: Rules): readonly string[] {
  const ids = new Set([...after.services.keys(), ...before.services.keys()])
  return [...ids].filter(id => differs(before.services.get(id), after.services.get(id), before, after))
}

function differs(was: WelfareService | undefined, is: WelfareService | undefined, before: Rules, after: Rules): boolean {
  if (!was || !is)
    return true
  return !isSame(was, is) || figuresOf(is).some(id => !isSame(before.parameters.get(id), after.parameters.get(id)))
}

const isSame = (left: unknown, right: unknown): boolean => left === right || JSON.stringify(left) === JSON.stringify(right)
