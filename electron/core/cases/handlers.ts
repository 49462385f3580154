/** All handlers of cases. */
import type { Store } from '../host.ts'
import type { CaseSummary } from './model.ts'
import { ORPCError } from '@orpc/server'
import { endWork } from '../closing/end-work.ts'
import { closingNeedsApproval } from '../closing/needs-approval.ts'
import { openItems } from '../closing/open-items.ts'
import { door } from '../door.ts'
import { handCase, setAside } from '../team/hand-case.ts'
import { mustBeTaker } from '../team/takers.ts'
import { assign } from './assign.ts'
import { casePage } from './case-page.ts'
import { holdCase, mayWorkOn } from './hold-case.ts'
import { findCase, readCases } from './read-case.ts'
import { recordContact } from './record-contact.ts'
import { suggest } from './suggest.ts'
import { tellCase } from './tell-case.ts'
import { writeEvent } from './write-event.ts'

/** One's own cases; everybody's are the lead's. */
const list = door.cases.list.handler(async ({ input, context: { db, caller } }) => {
  if (input.scope === 'all' && !caller.roles.includes('lead'))
    throw new ORPCError('NOT_PERMITTED')
  return readCases(db, { ...(input.scope === 'mine' ? { plannerId: caller.staffId } : {}), includeClosed: input.includeClosed })
})

/** Opening a case is reading it: from then on it is no longer new. */
const page = door.cases.page.handler(async ({ input, context }) => {
  const opened = await casePage(context, input.caseId)
  if (opened.case.unread && opened.case.planner?.id === context.caller.staffId)
    await context.db.updateTable('welfare_case').set({ unread: 0 }).where('id', '=', input.caseId).execute()
  return opened
})

const reassign = door.cases.reassign.handler(async ({ input, context }) => {
  const { db } = context
  const held = await holdCase(context, input, 'reassign')
  const from = { id: held.id, plannerId: held.planner?.id ?? null }
  if (input.plannerId === null) {
    await setAside(context, from, input.why)
    return changed(db, held.id)
  }
  await mustBeTaker(db, input.plannerId, held.householdId)
  await handCase(context, from, input.plannerId, { kind: 'reassigned', note: input.why, opened: false })
  return changed(db, held.id)
})

const close = door.cases.close.handler(async ({ input, errors, context }) => {
  const { db } = context
  const held = await holdCase(context, input, 'close')
  if (await closingNeedsApproval(db, held))
    throw errors.CLOSING_NEEDS_APPROVAL()
  // Referrals and applications that are on their way keep their reminders.
  await endWork(context, held.id, (await openItems(context, held.id)).filter(({ kind }) => kind !== 'task').map(({ id }) => id))
  await db.updateTable('welfare_case').set({ status: 'closed', stage: 'ended', due_on: null, due_clock: null, next_on: null, closed_on: context.today, unread: 0, version: held.version + 1 }).where('id', '=', held.id).execute()
  await writeEvent(context, { caseId: held.id, kind: 'closed', note: input.why })
  tellCase(context, held)
  return changed(db, held.id)
})

async function changed(db: Store, id: string): Promise<CaseSummary> {
  const found = await findCase(db, id)
  if (!found)
    throw new ORPCError('CASE_NOT_FOUND')
  return found
}

const unread = door.cases.unread.handler(async ({ context: { db, caller } }) => {
  const { count } = await db.selectFrom('welfare_case').select(({ fn }) => fn.countAll().as('count'))
    .where('planner_id', '=', caller.staffId)
    .where('unread', '=', 1)
    .where('status', 'not in', ['closed', 'withdrawn'])
    .executeTakeFirstOrThrow()
  return { count: Number(count) }
})

const ofHousehold = door.cases.ofHousehold.handler(async ({ input, context }) => {
  const rows = await context.db.selectFrom('welfare_case').select('id')
    .where('household_id', '=', input.householdId)
    .where('status', 'not in', ['closed', 'withdrawn'])
    .orderBy('opened_at', 'desc')
    .execute()
  for (const { id } of rows) {
    const found = await findCase(context.db, id)
    if (found && await mayWorkOn(context, found))
      return { caseId: found.id }
  }
  return { caseId: null }
})

/** Ends with the session: a page that was signed out hears nothing more. Of an alert hear only those whose case it is. */
const watch = door.cases.watch.handler(async function* ({ context, signal }) {
  const { host, connection, caller } = context
  for await (const news of host.news.subscribe('case', { signal })) {
    const session = host.sessions.find(connection.token(), host.now())
    if (session?.staffId !== caller.staffId)
      return
    const found = news.change === 'alert' ? await findCase(context.db, news.caseId) : undefined
    if (news.change === 'alert' && (!found || !await mayWorkOn(context, found)))
      continue
    yield news
  }
})

export const caseHandlers = { suggest, assign, list, page, reassign, recordContact, close, unread, ofHousehold, watch }
