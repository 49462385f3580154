/** The trail of a case: written in the same transaction as what it tells about, never changed. */
import type { Desk } from '../door.ts'
import type { CaseEvent } from './model.ts'

interface NewEvent {
  readonly caseId: string
  readonly kind: CaseEvent['kind']
  readonly note?: string | null
  readonly channel?: string | null
  readonly outcome?: string | null
  readonly nextTry?: string | null
  readonly subject?: string | null
}

/** @returns the id of the line */
export async function writeEvent({ db, host, now, caller }: Pick<Desk, 'db' | 'host' | 'now' | 'caller'>, event: NewEvent): Promise<string> {
  const id = host.newId()
  await db.insertInto('case_event').values({
    id,
    case_id: event.caseId,
    at: now,
    staff_id: caller.staffId,
    kind: event.kind,
    note: event.note ?? null,
    channel: event.channel ?? null,
    outcome: event.outcome ?? null,
    next_try: event.nextTry ?? null,
    subject: event.subject ?? null,
  }).execute()
  return id
}
