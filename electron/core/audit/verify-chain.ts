/** Recomputing the chain of the access log: every line's hash from the line before it. */
import type { Store } from '../host.ts'
import { door } from '../door.ts'
import { beginning, chained } from './append-line.ts'

/** Lines read at a time: a log of years does not fit into one answer of the store. */
const pageLength = 2000

export interface ChainCheck {
  readonly lines: number
  /** Hash of the last line that holds. */
  readonly head: string
  readonly intact: boolean
  /** Number of the first line that is missing or was changed. */
  readonly brokenAt: number | null
}

export async function checkChain(db: Store, hash: (text: string) => string): Promise<ChainCheck> {
  let head = beginning
  let seq = 0
  for (;;) {
    const rows = await db.selectFrom('audit_line').selectAll().where('seq', '>', seq).orderBy('seq').limit(pageLength).execute()
    for (const row of rows) {
      const line = {
        at: row.at,
        staffId: row.staff_id,
        operation: row.operation,
        outcome: row.outcome,
        subject: row.subject,
        place: row.place,
        detail: row.detail,
      }
      if (row.seq !== seq + 1 || hash(chained(head, row.seq, line)) !== row.hash) {
        return {
          lines: await countLines(db),
          head,
          intact: false,
          brokenAt: seq + 1,
        }
      }
      head = row.hash
      seq = row.seq
    }
    if (rows.length < pageLength) {
      return {
        lines: seq,
        head,
        intact: true,
        brokenAt: null,
      }
    }
  }
}

async function countLines(db: Store): Promise<number> {
  const { count } = await db.selectFrom('audit_line').select(({ fn }) => fn.countAll<number | string>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

export const verifyChain = door.audit.verify.handler(({ context: { db, host } }) => checkChain(db, host.hash))
