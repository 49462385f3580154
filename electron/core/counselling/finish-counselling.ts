/** What follows from a finished first counselling: it was a contact, its result moves the case on, the next day is a task. */
import type { CaseStage, CaseSummary, ContactChannel } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { CounsellingResult } from '../records/bodies/first-counselling.ts'
import type { RecordView } from '../records/model.ts'
import { ORPCError } from '@orpc/server'
import { keepContact } from '../cases/keep-contact.ts'
import { moveStage } from '../cases/move-stage.ts'
import { Instant } from '../kernel/dates.ts'
import { sayBoth } from '../kernel/say.ts'
import { FirstCounselling } from '../records/bodies/first-counselling.ts'
import { addTask, closeTasks } from '../worklist/write-task.ts'

/** closed: the closing has its own record and the lead's approval. */
const stageAfter = {
  'case-management': 'survey',
  'information': 'service',
  'application': 'service',
  'service-link': 'service',
  'visit-booked': 'counselling',
  'closed': 'counselling',
} as const satisfies Record<CounsellingResult, CaseStage>

const channelOf = { 'visit': 'visit', 'at-center': 'at-center', 'call': 'call', 'online': 'message' } as const satisfies Record<NonNullable<FirstCounselling['method']>, ContactChannel>

/** @throws {ORPCError} RECORD_INCOMPLETE for a next contact that lies in the past, or a counselling in the future */
export async function finishCounselling(context: Desk, found: CaseSummary, record: RecordView): Promise<void> {
  const { today } = context
  const body = FirstCounselling.parse(record.body)
  const impossible = [...(body.on !== null && body.on > today ? ['on'] : []), ...(body.nextContactOn !== null && body.nextContactOn < today ? ['nextContactOn'] : [])]
  if (impossible.length > 0)
    throw new ORPCError('RECORD_INCOMPLETE', { data: { fields: impossible } })
  const channel = body.method === null ? 'call' : channelOf[body.method]
  if (found.firstContactAt === null)
    await keepContact(context, found, { channel, outcome: 'reached', note: null, nextTry: body.nextContactOn, subject: record.id, ...(body.on !== null && body.on < today ? { was: { on: body.on, at: noonOf(body.on) } } : {}) })
  else
    await planNext(context, found, channel, body)
  // A case that has come further is not taken back by a counselling that was opened again.
  const early = found.stage === 'first-contact' || found.stage === 'counselling'
  if (early && body.result !== null)
    await moveStage(context, { id: found.id, stage: found.firstContactAt === null && found.stage === 'first-contact' ? 'counselling' : found.stage }, stageAfter[body.result])
}

/** One open try at a time: what was planned before it is done by this talk. */
async function planNext(context: Desk, { id, planner }: CaseSummary, channel: ContactChannel, { nextContactOn }: FirstCounselling): Promise<void> {
  await closeTasks(context, { caseId: id, kind: 'retry' })
  if (nextContactOn !== null)
    await addTask(context, { kind: 'retry', caseId: id, what: sayBoth(context.host.texts, 'counselling', 'nextTask').ko, dueOn: nextContactOn, staffId: planner?.id ?? null, subject: channel })
}

/** A day without a time stands at noon in Seoul. */
const noonOf = (day: string): Instant => Instant.parse(`${day}T03:00:00.000Z`)
