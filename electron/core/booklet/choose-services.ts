/** Which services of the catalogue stand in a booklet of this office and year, and why the others do not. */
import type { PlainDate } from '../kernel/dates.ts'
import type { WelfareService } from '../policy/welfare-service.ts'
import type { CenterName } from '../setup/contract.ts'

type Where = Pick<WelfareService, 'region' | 'from' | 'until' | 'discreet'>

export interface Chosen<Service> {
  readonly services: readonly Service[]
  readonly leftOut: { readonly discreet: number, readonly elsewhere: number, readonly notInForce: number }
}

export interface OfYear {
  /** From this day on it is read: today, or the first of January of a year that has not begun. */
  readonly on: PlainDate
  readonly year: number
}

/** Each service is counted once, by the first reason that keeps it out. */
export function chooseServices<Service extends Where>(services: Iterable<Service>, center: CenterName, { on, year }: OfYear): Chosen<Service> {
  const all = [...services]
  const here = all.filter(({ region }) => !region || (region.province === center.province && (!region.district || region.district === center.district)))
  const inForce = here.filter(({ from, until }) => (!from || from <= `${year}-12-31`) && (!until || until >= on))
  const open = inForce.filter(({ discreet }) => !discreet)
  return {
    services: open,
    leftOut: { elsewhere: all.length - here.length, notInForce: here.length - inForce.length, discreet: inForce.length - open.length },
  }
}
