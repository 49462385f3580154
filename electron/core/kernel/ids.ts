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

/** A written record of a case (사례 기록). */
export const RecordId = z.uuidv7().brand<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>

export const TaskId = z.uuidv7().brand<'TaskId'>()
export type TaskId = z.infer<typeof TaskId>

/** A day in the calendar: home visit (가정방문), talk, call, meeting. */
export const AppointmentId = z.uuidv7().brand<'AppointmentId'>()
export type AppointmentId = z.infer<typeof AppointmentId>

export const AgencyId = z.uuidv7().brand<'AgencyId'>()
export type AgencyId = z.infer<typeof AgencyId>

export const ReferralId = z.uuidv7().brand<'ReferralId'>()
export type ReferralId = z.infer<typeof ReferralId>

export const ApplicationId = z.uuidv7().brand<'ApplicationId'>()
export type ApplicationId = z.infer<typeof ApplicationId>

export const MeetingId = z.uuidv7().brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

export const MeetingItemId = z.uuidv7().brand<'MeetingItemId'>()
export type MeetingItemId = z.infer<typeof MeetingItemId>

export const AttachmentId = z.uuidv7().brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>

export const GiftPackId = z.uuidv7().brand<'GiftPackId'>()
export type GiftPackId = z.infer<typeof GiftPackId>

export const TransferId = z.uuidv7().brand<'TransferId'>()
export type TransferId = z.infer<typeof TransferId>

export const ApprovalId = z.uuidv7().brand<'ApprovalId'>()
export type ApprovalId = z.infer<typeof ApprovalId>

export const FilterId = z.uuidv7().brand<'FilterId'>()
export type FilterId = z.infer<typeof FilterId>
