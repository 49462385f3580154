/**
 * The round of a day's home visits in a sensible order, without any map: what has a time stays at its time; what has
 * none goes where there is room beside a visit in the same street, else in the same dong, else before what comes later.
 *
 * Along a street the odd side is walked up and the even side down: road-name addresses number the left side odd and the
 * right side even from the beginning of the street (도로명주소법 시행령).
 */
import { minutesOf } from './clock-time.ts'

export interface Place {
  readonly id: string
  readonly dong: string
  readonly street: string
  readonly building: readonly [number, number] | undefined
  readonly starts: string | null
  readonly minutes: number
}

/** Minutes from one door to the next within a dong, walking. */
const wayBetween = 15
/** When the first visit can begin. */
const beginning = 9 * 60

export function inSensibleOrder(places: readonly Place[]): readonly string[] {
  const fixed = places.filter(({ starts }) => starts !== null).sort((one, other) => minutesOf(one.starts!) - minutesOf(other.starts!) || (one.id < other.id ? -1 : 1))
  const gaps = gapsBetween(fixed)
  for (const street of inStreets(places.filter(({ starts }) => starts === null))) {
    const takes = street.reduce((sum, { minutes }) => sum + minutes + wayBetween, 0)
    const gap = gaps.toSorted((one, other) => nearness(street[0]!, one) - nearness(street[0]!, other) || one.place - other.place).find(({ room }) => room >= takes) ?? gaps.at(-1)!
    gap.room -= takes
    gap.streets.push(street)
  }
  return gaps.flatMap(gap => [
    ...gap.streets.toSorted((one, other) => sideOf(one[0]!, gap) - sideOf(other[0]!, gap)).flat(),
    ...(gap.after ? [gap.after] : []),
  ]).map(({ id }) => id)
}

interface Gap { readonly place: number, readonly before: Place | undefined, readonly after: Place | undefined, room: number, readonly streets: (readonly Place[])[] }

/** Before the first visit with a time, between two, and behind the last one, where there is always room. */
function gapsBetween(fixed: readonly Place[]): Gap[] {
  return Array.from({ length: fixed.length + 1 }, (_, place) => {
    const before = fixed[place - 1]
    const after = fixed[place]
    const from = before ? minutesOf(before.starts!) + before.minutes : beginning
    return { place, before, after, room: after ? minutesOf(after.starts!) - from - wayBetween : Number.POSITIVE_INFINITY, streets: [] }
  })
}

const sameStreet = (one: Place, other: Place | undefined): boolean => other !== undefined && one.dong === other.dong && one.street !== '' && one.street === other.street
const sameDong = (one: Place, other: Place | undefined): boolean => one.dong === other?.dong

const nearness = (stop: Place, { before, after }: Gap): number =>
  sameStreet(stop, before) || sameStreet(stop, after) ? 0 : sameDong(stop, before) || sameDong(stop, after) ? 1 : 2

/** First what lies beside the visit before, last what lies beside the one that follows. */
const sideOf = (stop: Place, { before, after }: Gap): number =>
  sameStreet(stop, before) ? 0 : sameStreet(stop, after) ? 4 : sameDong(stop, before) && !sameDong(stop, after) ? 1 : sameDong(stop, after) && !sameDong(stop, before) ? 3 : 2

/** Street by street, by dong and name of the street; a stop whose street is not known stands alone. */
function inStreets(stops: readonly Place[]): readonly (readonly Place[])[] {
  const streets = Map.groupBy(stops.toSorted((one, other) => compare(one.dong, other.dong) || compare(one.street, other.street) || compare(one.id, other.id)), ({ dong, street, id }) => street === '' ? id : `${dong} ${street}`)
  return [...streets.values()].map(alongTheStreet)
}

const compare = (one: string, other: string): number => one < other ? -1 : one > other ? 1 : 0

function alongTheStreet(stops: readonly Place[]): readonly Place[] {
  const numberOf = ({ building }: Place): number => building ? building[0] + building[1] / 10_000 : Number.POSITIVE_INFINITY
  const up = stops.filter(({ building }) => !building || building[0] % 2 === 1).sort((one, other) => numberOf(one) - numberOf(other))
  const down = stops.filter(({ building }) => building && building[0] % 2 === 0).sort((one, other) => numberOf(other) - numberOf(one))
  return [...up.filter(({ building }) => building), ...down, ...up.filter(({ building }) => !building)]
}
