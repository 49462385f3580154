/** Branded ids: a planner's id cannot be passed where a case's id is meant. */
import * as z from 'zod'

export const StaffId = z.uuidv7().brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>

/** A visit (방문): one resident at the counter, on the phone or at the door, once. */
export const VisitId = z.uuidv7().brand<'VisitId'>()
export type VisitId = z.infer<typeof VisitId>

export const HouseholdId = z.uuidv7().brand<'HouseholdId'>()
export type HouseholdId = z.infer<typeof HouseholdId>

export const PersonId = z.uuidv7().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const ConsentId = z.uuidv7().brand<'ConsentId'>()
export type ConsentId = z.infer<typeof ConsentId>

export const CaseId = z.uuidv7().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

/** The file name of a catalogue entry without its ending, such as `basic-pension`. */
export const WelfareServiceId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).max(80).brand<'WelfareServiceId'>()
export type WelfareServiceId = z.infer<typeof WelfareServiceId>
