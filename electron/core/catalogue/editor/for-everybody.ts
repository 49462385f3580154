/**
 * A service without any condition is likely for everybody who lives in its place: a yes that has to be meant.
 *
 * A procedure (inheritance search, school transfer) is no benefit, and usually is for everybody.
 */
import type { Host } from '../../host.ts'
import type { EntryForm, Fault } from './model.ts'
import { sayBoth } from '../../kernel/say.ts'

export const isForEverybody = ({ kind, criteria }: EntryForm): boolean =>
  kind !== 'procedure' && (!Array.isArray(criteria) || criteria.length === 0)

/** @param meant somebody said so when saving */
export const forEverybodyFaults = (form: EntryForm, meant: boolean, words: Host['texts']): Fault[] =>
  isForEverybody(form) && !meant ? [{ path: ['criteria'], says: sayBoth(words, 'catalogue', 'faults.for-everybody') }] : []
