/**
 * Who may release: a second person. Nothing goes live that only its author has seen.
 *
 * Whoever worked on a change does not release it. Where everybody with the right worked on it, whoever did not save
 * it last has seen it all the same. Where only one active account has the right, the same person releases with the
 * password again, and the release says so. What came with a newer Maji has no author here.
 */
import type { Store } from '../../host.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { PendingChange } from '../draft/read-changes.ts'
import type { Colleague, ReleaseRight } from '../model.ts'
import { keepers } from '../../kernel/contract.ts'
import { readStaff } from '../../staff/read-staff.ts'

/** Active accounts that keep the catalogue. */
export async function readKeepers(db: Store): Promise<Colleague[]> {
  return (await readStaff(db))
    .filter(({ active, roles }) => active && roles.some(role => (keepers as readonly string[]).includes(role)))
    .map(({ id, name }) => ({ id, name }))
}

export const authorsOf = ({ authors }: Pick<PendingChange, 'authors'>): readonly string[] => JSON.parse(authors) as string[]

type Authored = Pick<PendingChange, 'authors' | 'staff_id'>

/** Whether somebody else has to release this change. */
export function isOwn(change: Authored, staffId: StaffId, all: readonly Colleague[]): boolean {
  const authors = authorsOf(change)
  if (!authors.includes(staffId))
    return false
  return change.staff_id === staffId || all.some(({ id }) => !authors.includes(id))
}

export function releaseRight(changes: readonly Authored[], staffId: StaffId, all: readonly Colleague[]): ReleaseRight {
  const others = all.filter(({ id }) => id !== staffId)
  if (!changes.some(change => isOwn(change, staffId, all)))
    return { may: 'freely', others }
  return { may: others.length === 0 ? 'with-password' : 'not', others }
}
