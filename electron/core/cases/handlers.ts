import type { Store } from '../host.ts'
/** All handlers of cases. */
import type { CaseSummary } from './model.ts'
import { ORPCError } from '@orpc/server'
import { finishClock } from '../clocks/run-clocks.ts'
import { door } from '../door.ts'
import { readPlanners } from '../staff/read-staff.ts'
import { assign } from './assign.ts'
import { casePage } from './case-page.ts'
import { holdCase } from './hold-case.ts'
import { isAbsent } from './propose-planners.ts'
import { findCase, readCases } from './read-case.ts'
import { recordContact } from './record-contact.ts'
import { suggest } from './suggest.ts'
import { writeEvent } from './write-event.ts'

/** A clerk sees what the counter assigned, a planner their own cases; everybody's are the lead's. */
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

const reassign = door.cases.reassign.handler(async ({ input, errors, context }) => {
  const { db, host, afterwards } = context
  const held = await holdCase(context, input, 'reassign')
  if (!(await readPlanners(db)).some(({ id }) => id === input.plannerId))
    throw errors.NOT_A_PLANNER()
  await db.updateTable('welfare_case').set({ planner_id: input.plannerId, unread: 1, version: held.version + 1 }).where('id', '=', held.id).execute()
  await writeEvent(context, { caseId: held.id, kind: 'reassigned', note: input.why })
  afterwards(() => {
    host.news.publish('case', { caseId: held.id, plannerId: input.plannerId, change: 'opened' })
    host.news.publish('case', { caseId: held.id, plannerId: held.planner?.id ?? null, change: 'changed' })
  })
  return changed(db, held.id)
})

const close = door.cases.close.handler(async ({ input, context }) => {
  const { db, host, afterwards } = context
  const held = await holdCase(context, input, 'close')
  await db.updateTable('welfare_case').set({ status: 'closed', stage: 'ended', due_on: null, due_clock: null, next_on: null, closed_on: context.today, unread: 0, version: held.version + 1 }).where('id', '=', held.id).execute()
  await finishClock(context, held.id)
  await writeEvent(context, { caseId: held.id, kind: 'closed', note: input.why })
  afterwards(() => host.news.publish('case', { caseId: held.id, plannerId: held.planner?.id ?? null, change: 'changed' }))
  return changed(db, held.id)
})

async function changed(db: Store, id: string): Promise<CaseSummary> {
  const found = await findCase(db, id)
  if (!found)
    throw new ORPCError('CASE_NOT_FOUND')
  return found
}

const loads = door.cases.loads.handler(async ({ context: { db, today } }) => {
  const open = await readCases(db, { includeClosed: false })
  return (await readPlanners(db)).map((staff) => {
    const own = open.filter(({ planner }) => planner?.id === staff.id)
    const waiting = own.filter(({ firstContactAt }) => firstContactAt === null)
    return {
      planner: { id: staff.id, name: staff.name },
      open: own.length,
      crisis: own.filter(({ urgency }) => urgency === 'crisis').length,
      late: waiting.filter(({ firstContactDue }) => firstContactDue < today).length,
      dueToday: waiting.filter(({ firstContactDue }) => firstContactDue === today).length,
      absent: isAbsent(staff, today),
    }
  })
})

/** Ends with the session: a page that was signed out hears nothing more. */
const watch = door.cases.watch.handler(async function* ({ context: { host, connection, caller }, signal }) {
  for await (const news of host.news.subscribe('case', { signal })) {
    const session = host.sessions.find(connection.token(), host.now())
    if (session?.staffId !== caller.staffId)
      return
    yield news
  }
})

export const caseHandlers = { suggest, assign, list, page, reassign, recordContact, close, loads, watch }
