/** Who is signed in, in memory only: a new start asks everybody for the password again. */
import type { Instant } from '../kernel/dates.ts'
import type { StaffId } from '../kernel/ids.ts'

export interface Session {
  readonly staffId: StaffId
  readonly startedAt: Instant
  lastSeenAt: Instant
  locked: boolean
}

export interface SessionBook {
  readonly start: (token: string, staffId: StaffId, now: Instant) => Session
  /** The session of a token, unless it never was, was ended, or is older than a working day of twelve hours. */
  readonly find: (token: string | undefined, now: Instant) => Session | undefined
  readonly end: (token: string | undefined) => void
  /** Ends every session of an account: it was switched off or got a new password. */
  readonly endOf: (staffId: StaffId) => void
  readonly clear: () => void
  /** Calls it whenever sessions were ended, so that what lives with them ends too; not when one has grown too old. */
  readonly whenEnded: (work: () => void) => void
}

const longestHours = 12

export function makeSessionBook(secondsBetween: (from: Instant, to: Instant) => number): SessionBook {
  const sessions = new Map<string, Session>()
  const told: (() => void)[] = []
  const tell = (): void => told.forEach(work => work())
  return {
    start(token, staffId, now) {
      const session: Session = {
        staffId,
        startedAt: now,
        lastSeenAt: now,
        locked: false,
      }
      sessions.set(token, session)
      return session
    },
    find(token, now) {
      const session = token === undefined
        ? undefined
        : sessions.get(token)
      if (!session || token === undefined)
        return undefined
      if (secondsBetween(session.startedAt, now) < longestHours * 3600)
        return session
      sessions.delete(token)
      return undefined
    },
    end(token) {
      if (token !== undefined && sessions.delete(token))
        tell()
    },
    endOf(staffId) {
      for (const [token, session] of sessions) {
        if (session.staffId === staffId)
          sessions.delete(token)
      }
      tell()
    },
    clear() {
      sessions.clear()
      tell()
    },
    whenEnded: work => void told.push(work),
  }
}
