/** Who calls, read anew at each call: a role taken away or an account switched off counts at once. */
import type { Caller } from '../door.ts'
import type { Store } from '../host.ts'
import type { Instant } from '../kernel/dates.ts'
import type { Session } from './session-book.ts'
import * as z from 'zod'
import { CenterSettings } from '../center/contract.ts'
import { Role } from '../kernel/contract.ts'
import { secondsBetween } from '../kernel/moments.ts'

export async function findCaller(db: Store, session: Session): Promise<Caller | undefined> {
  const row = await db.selectFrom('staff').select(['id', 'name', 'roles', 'team', 'active']).where('id', '=', session.staffId).executeTakeFirst()
  return row?.active === 1
    ? {
        staffId: session.staffId,
        name: row.name,
        roles: z.array(Role).parse(JSON.parse(row.roles)),
        team: row.team,
      }
    : undefined
}

/** Minutes without a key after which the screen locks (개인정보의 안전성 확보조치 기준 제6조: 일정 시간 후 차단). */
export async function idleMinutes(db: Store): Promise<number> {
  const row = await db.selectFrom('center').select('settings').executeTakeFirst()
  return row
    ? CenterSettings.shape.idleMinutes.parse(JSON.parse(row.settings).idleMinutes)
    : 10
}

/** The server locks by its own clock: a page whose timer was stopped does not stay open. */
export async function lockIfIdle(db: Store, session: Session, now: Instant): Promise<void> {
  if (!session.locked && secondsBetween(session.lastSeenAt, now) > await idleMinutes(db) * 60)
    session.locked = true
}
