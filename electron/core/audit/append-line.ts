/**
 * Writing the access log (접속기록): a hash chain, so that a changed or missing line shows.
 *
 * Tamper-evident, not tamper-proof: whoever holds the key could write the chain anew, which is why its head is
 * printed on the daily close sheet. 개인정보의 안전성 확보조치 기준 제8조.
 */
import type { Store } from '../host.ts'
import type { Instant } from '../kernel/dates.ts'

export interface NewAuditLine {
  readonly at: Instant
  readonly staffId: string | null
  readonly operation: string
  readonly outcome: string
  /** Kind and id, such as `visit:0190…`; never a name. */
  readonly subject: string | null
  readonly place: string
  /** JSON: which document went out, and how; never a name. */
  readonly detail?: string | null
}

/** What the chain begins with, before the first line. */
export const beginning = '0'.repeat(64)

/** The text a line's hash is taken over: each part with its length, so that no two lines read the same. */
export function chained(previous: string, seq: number, line: Omit<NewAuditLine, 'at'> & { readonly at: string }): string {
  return [
    previous,
    String(seq),
    line.at,
    line.staffId ?? '',
    line.operation,
    line.outcome,
    line.subject ?? '',
    line.place,
    // Lines from before it was kept have none, and keep their hash; one that was emptied is not among them.
    ...(line.detail === null || line.detail === undefined ? [] : [line.detail]),
  ]
    .map(part => `${part.length}:${part}`)
    .join('|')
}

/** Appends one line; call it in turn (`host.inTurn`), in the transaction of what it tells about. */
export async function appendLine(db: Store, hash: (text: string) => string, line: NewAuditLine): Promise<void> {
  const last = await db.selectFrom('audit_line').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  await db.insertInto('audit_line').values({
    seq,
    at: line.at,
    staff_id: line.staffId,
    operation: line.operation,
    outcome: line.outcome,
    subject: line.subject,
    place: line.place,
    detail: line.detail ?? null,
    hash: hash(chained(last?.hash ?? beginning, seq, line)),
  }).execute()
}
