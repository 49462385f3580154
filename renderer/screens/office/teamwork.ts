/** What a team shares its work by, as the account form holds it. */
import type { PlainDate } from '#core/kernel/dates'
import type { StaffId } from '#core/kernel/ids'
import type { SpokenLanguage, StaffMember } from '#core/staff/model'

export interface Teamwork {
  readonly team: string | null
  readonly deputyId: StaffId | null
  readonly languages: SpokenLanguage[]
  readonly specialities: StaffMember['specialities']
  readonly agency: string | null
  readonly leavesOn: PlainDate | null
}

export const teamworkOf = (member: StaffMember | undefined): Teamwork => ({
  team: member?.team ?? null,
  deputyId: member?.deputyId ?? null,
  languages: [...(member?.languages ?? []) as SpokenLanguage[]],
  specialities: [...member?.specialities ?? []],
  agency: member?.agency ?? null,
  leavesOn: member?.leavesOn ?? null,
})
