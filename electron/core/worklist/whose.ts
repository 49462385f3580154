/** Whose cases a scope means for who asks. */
import type { Desk } from '../door.ts'
import type { Scope } from './model.ts'
import { ORPCError } from '@orpc/server'

type Asking = Pick<Desk, 'db' | 'caller' | 'today'>

/**
 * @returns ids of planners, empty text for nobody yet; `undefined` for everybody's
 * @throws {ORPCError} NOT_PERMITTED for everybody's cases, unless a lead asks
 */
export async function plannersOf({ db, caller, today }: Asking, scope: Scope): Promise<readonly string[] | undefined> {
  switch (scope) {
    case 'mine':
      return [caller.staffId, ...await standsInFor({ db, caller, today })]
    case 'team':
      return [caller.staffId, ...await colleaguesOf({ db, caller })]
    case 'unassigned':
      return ['']
    case 'all':
      if (!caller.roles.includes('lead'))
        throw new ORPCError('NOT_PERMITTED')
      return undefined
  }
}

/** Everybody's whose cases may stand on the caller's screen; `undefined` for the lead's everybody. */
export async function plannersInSight(asking: Asking): Promise<readonly string[] | undefined> {
  if (asking.caller.roles.includes('lead'))
    return undefined
  return ['', asking.caller.staffId, ...await standsInFor(asking), ...await colleaguesOf(asking)]
}

/** Colleagues who are absent today and named the caller as their deputy (대직자). */
async function standsInFor({ db, caller, today }: Asking): Promise<string[]> {
  const absent = await db.selectFrom('staff').select('id').where('deputy_id', '=', caller.staffId).where('absent_from', '<=', today).where('absent_until', '>=', today).execute()
  return absent.map(({ id }) => id)
}

/** The others in the caller's team, also those who left and whose cases are still theirs. */
async function colleaguesOf({ db, caller }: Pick<Asking, 'db' | 'caller'>): Promise<string[]> {
  if (caller.team === null)
    return []
  const members = await db.selectFrom('staff').select('id').where('team', '=', caller.team).where('id', '!=', caller.staffId).execute()
  return members.map(({ id }) => id)
}
