/** Genogram (가계도) and ecomap (생태도): the people, the helpers around them, and what ties them. */
import * as z from 'zod'
import { Sex } from '../../eligibility/household-facts.ts'
import { AgencyId, PersonId } from '../../kernel/ids.ts'
import { Day, RowId, Short } from './field-parts.ts'

export const MapPerson = z.strictObject({
  id: RowId,
  /** A member of the household; name, sex, birth and death are then read from there. */
  personId: PersonId.nullable().default(null),
  name: Short,
  sex: Sex.nullable().default(null),
  birth: Day,
  /** Only the year, where the day is not known. */
  birthYear: z.int().min(1850).max(2200).nullable().default(null),
  died: z.boolean().default(false),
  diedOn: Day,
  /** Whom the case is about: drawn with a double line. */
  index: z.boolean().default(false),
  /** Lives in the household. */
  together: z.boolean().default(false),
  note: Short,
})
export type MapPerson = z.infer<typeof MapPerson>

/** couple 부부, cohabiting 동거, separated 별거, divorced 이혼, parent 친자, adopted 입양; the rest is how they get on. */
export const tieKinds = ['married', 'cohabiting', 'separated', 'divorced', 'parent', 'adopted', 'close', 'distant', 'conflict', 'cut-off', 'cares-for', 'violence'] as const
export const MapTie = z.strictObject({ id: RowId, from: RowId, to: RowId, kind: z.enum(tieKinds) })
export type MapTie = z.infer<typeof MapTie>

export const helperKinds = ['family', 'friend', 'neighbour', 'public', 'private', 'medical', 'school', 'work', 'faith', 'other'] as const
export const Helper = z.strictObject({
  id: RowId,
  kind: z.enum(helperKinds),
  agencyId: AgencyId.nullable().default(null),
  name: Short,
  what: Short,
  strength: z.enum(['strong', 'ordinary', 'weak', 'stressful', 'ended']).default('ordinary'),
  /** Who gives to whom. */
  flow: z.enum(['to-family', 'from-family', 'both']).default('to-family'),
})
export type Helper = z.infer<typeof Helper>

export const FamilyMap = z.strictObject({
  people: z.array(MapPerson).max(60).default([]),
  ties: z.array(MapTie).max(200).default([]),
  helpers: z.array(Helper).max(60).default([]),
})
export type FamilyMap = z.infer<typeof FamilyMap>
