/** Opening a visit: a ticket of the day, the event, the dong. No name. */
import { door } from '../door.ts'
import { VisitId } from '../kernel/ids.ts'
import { visitPage } from './visit-page.ts'

export const openNewVisit = door.intake.open.handler(async ({ input, context }) => {
  const { db, host, today, now, caller, about } = context
  const last = await db.selectFrom('visit').select(({ fn }) => fn.max('ticket').as('ticket')).where('day', '=', today).executeTakeFirst()
  const center = await db.selectFrom('center').select('dong').executeTakeFirstOrThrow()
  const id = VisitId.parse(host.newId())
  await db.insertInto('visit').values({
    id,
    day: today,
    ticket: Number(last?.ticket ?? 0) + 1,
    event: input.event,
    channel: input.channel,
    dong: input.dong ?? center.dong,
    opened_at: now,
    status: 'open',
    answer: 'not-asked',
    refusal_reason: null,
    step: 'paperwork',
    staff_id: caller.staffId,
    household_id: null,
    paperwork: null,
    version: 1,
  }).execute()
  about('visit', id)
  return visitPage(context, id)
})
