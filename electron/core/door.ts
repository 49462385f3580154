/**
 * The door every call passes, whichever transport brought it.
 *
 * Order matters: signed in, not locked, permitted, then the input is read (`initialInputValidationIndex`),
 * then the handler in a transaction with its line in the access log. A refusal rolls the transaction back; its
 * own line (who tried what) is written outside of it. Set-up and sign-in pass `frontDoor`, without a caller.
 */
import type { PaperLine } from './guide/paper-line.ts'
import type { Connection, Host, Store } from './host.ts'
import type { OperationMeta, Role } from './kernel/contract.ts'
import type { Instant, PlainDate } from './kernel/dates.ts'
import type { StaffId } from './kernel/ids.ts'
import type { Session } from './staff/session-book.ts'
import { implement, ORPCError } from '@orpc/server'
import { appendLine } from './audit/append-line.ts'
import { contract } from './contract.ts'
import { refusalOf } from './door-refusals.ts'
import { seoulDayOf } from './kernel/dates.ts'
import { findCaller, lockIfIdle } from './staff/caller.ts'

export interface HostContext {
  readonly host: Host
  readonly connection: Connection
}

export interface Caller {
  readonly staffId: StaffId
  readonly name: string
  readonly roles: readonly Role[]
  /** Whose cases may be worked on too; null: in no team. */
  readonly team: string | null
}

/** What a handler works with. */
export interface Desk {
  readonly host: Host
  readonly connection: Connection
  readonly caller: Caller
  readonly session: Session
  /** For a `change` the transaction, for a `read` and an `own` the store itself. */
  readonly db: Store
  readonly now: Instant
  /** The day in Seoul. */
  readonly today: PlainDate
  /** Names whom or what the line in the access log is about: `about('visit', id)`. */
  readonly about: (kind: string, id: string) => void
  /** Which document went out: pages, edition, copies, into the line in the access log. */
  readonly paper: (line: PaperLine) => void
  /** Runs once what was written is kept: telling open screens. */
  readonly afterwards: (work: () => void) => void
  /** Only for `own`: one transaction, closed by the line in the access log. */
  readonly transact: <Answer>(work: (db: Store) => Promise<Answer>) => Promise<Answer>
}

export const implementer = implement(contract)
  .$context<HostContext>()
  .$config({ initialInputValidationIndex: Number.POSITIVE_INFINITY })

const metaOf = (procedure: { '~orpc': { meta: object } }): OperationMeta => procedure['~orpc'].meta as OperationMeta

/** For operations that need nobody signed in. They open what they need themselves and leave their own lines. */
export const frontDoor = implementer.use(async ({ context, procedure, path, next }) => {
  if (metaOf(procedure).roles !== 'anyone')
    throw new Error(`${path.join('.')} needs a caller: it is implemented at the wrong door`)
  try {
    return await next({ context: { now: context.host.now() } })
  }
  catch (error) {
    throw refusalOf(error, context.host)
  }
})

/** For everybody who is signed in. */
export const door = implementer.use(async ({ context: { host, connection }, procedure, path, next }) => {
  const meta = metaOf(procedure)
  const operation = path.join('.')
  const store = host.store()
  const now = host.now()
  const session = host.sessions.find(connection.token(), now)
  if (!store || !session)
    throw new ORPCError('NOT_SIGNED_IN')
  const caller = await findCaller(store, session)
  if (!caller)
    throw new ORPCError('NOT_SIGNED_IN')

  let subject: string | null = null
  let detail: string | null = null
  const later: (() => void)[] = []
  const line = (outcome: string) => ({ at: now, staffId: caller.staffId, operation, outcome, subject, place: connection.place, detail })
  const log = (outcome: string): Promise<void> =>
    host.inTurn(() => store.transaction().execute(db => appendLine(db, host.hash, line(outcome))))
  const refuse = async (error: unknown): Promise<never> => {
    const refusal = refusalOf(error, host)
    // The log may be what cannot be written: the refusal reaches the screen all the same.
    await log(refusal.code).catch(problem => host.report('access-log', problem))
    throw refusal
  }

  await lockIfIdle(store, session, now)
  if (session.locked && !meta.whileLocked)
    throw new ORPCError('SCREEN_LOCKED')
  if (meta.roles === 'anyone' || !meta.roles.some(role => caller.roles.includes(role)))
    return refuse(new ORPCError('NOT_PERMITTED'))
  if (!meta.quiet || operation === 'staff.touch')
    session.lastSeenAt = now

  let logged = meta.quiet === true
  const transact = <Answer>(work: (db: Store) => Promise<Answer>): Promise<Answer> =>
    host.inTurn(() => store.transaction().execute(async (db) => {
      const answer = await work(db)
      await appendLine(db, host.hash, line('done'))
      logged = true
      return answer
    }))
  const desk = (db: Store) => ({
    caller,
    session,
    db,
    now,
    today: seoulDayOf(now),
    about: (kind: string, id: string) => { subject = `${kind}:${id}` },
    paper: (line: PaperLine) => { detail = JSON.stringify(line) },
    afterwards: (work: () => void) => { later.push(work) },
    transact,
  })

  try {
    const outcome = meta.access === 'change'
      ? await transact(async db => await next({ context: desk(db) }))
      : await next({ context: desk(store) })
    if (!logged)
      await log('done')
    later.forEach(work => work())
    return outcome
  }
  catch (error) {
    return refuse(error)
  }
})
