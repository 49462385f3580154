/**
 * Keeping a contact: its line on the trail, where the contact stands from then on, and the next try.
 *
 * "Not reached" and "refused" are states with a next try, never an end: whoever refuses is asked again every quarter.
 * The first contact was tried then: its clock ends, and what is due next is the day on which they are asked again.
 */
import type { Desk } from '../door.ts'
import type { Instant, PlainDate } from '../kernel/dates.ts'
import type { CaseStatus, CaseSummary, ContactChannel, ContactOutcome } from './model.ts'
import { finishClock } from '../clocks/run-clocks.ts'
import { addMonths } from '../kernel/dates.ts'
import { sayBoth } from '../kernel/say.ts'
import { addTask, closeTasks } from '../worklist/write-task.ts'
import { moveStage } from './move-stage.ts'
import { writeEvent } from './write-event.ts'

export interface Contact {
  readonly channel: ContactChannel
  readonly outcome: ContactOutcome
  readonly note: string | null
  /** The day of the next try; for a refusal without one, three months on. */
  readonly nextTry: PlainDate | null
  /** How to try next; `null`: as before. */
  readonly nextChannel?: ContactChannel | null
  /** Id of the record written about it. */
  readonly subject?: string | null
  /** When it was, where it is written down later. */
  readonly was?: { readonly on: PlainDate, readonly at: Instant }
}

const statusAfter = {
  'reached': 'in-contact',
  'call-back': 'in-contact',
  'not-reached': 'not-reached',
  'refused': 'refused',
} as const satisfies Record<ContactOutcome, CaseStatus>

/** @returns the id of the line on the trail; the caller holds the case and tells open screens */
export async function keepContact(context: Desk, held: CaseSummary, contact: Contact): Promise<string> {
  const { db, host, now, today } = context
  const { outcome } = contact
  const reached = outcome === 'reached' || outcome === 'call-back'
  const nextTry = contact.nextTry ?? (outcome === 'refused' ? addMonths(today, 3) : null)
  await db.updateTable('welfare_case').set({
    // Once reached, a later try that fails does not undo the contact; a refusal does.
    status: held.status === 'in-contact' && outcome !== 'refused' ? 'in-contact' : statusAfter[outcome],
    first_contact_at: held.firstContactAt ?? (reached ? contact.was?.at ?? now : null),
    last_contact_on: reached ? latest(contact.was?.on ?? today, held.lastContactOn) : held.lastContactOn,
    unread: 0,
    version: held.version + 1,
  }).where('id', '=', held.id).execute()
  const id = await writeEvent(context, { caseId: held.id, kind: 'contact', note: contact.note, channel: contact.channel, outcome, nextTry, subject: contact.subject ?? null })
  await closeTasks(context, { caseId: held.id, kind: 'retry' })
  await closeTasks(context, { caseId: held.id, kind: 'quarterly' })
  if (nextTry !== null) {
    const kind = outcome === 'refused' ? 'quarterly' : 'retry'
    await addTask(context, {
      kind,
      caseId: held.id,
      what: sayBoth(host.texts, 'contacts', `task.${kind}.${contact.nextChannel ?? contact.channel}`).ko,
      dueOn: nextTry,
      staffId: held.planner?.id ?? null,
      subject: contact.nextChannel ?? contact.channel,
    })
  }
  if (outcome === 'refused')
    await finishClock(context, held.id, 'first-contact')
  if (reached && held.stage === 'first-contact')
    await moveStage(context, held, 'counselling')
  return id
}

const latest = (one: PlainDate, other: PlainDate | null): PlainDate => other !== null && other > one ? other : one
