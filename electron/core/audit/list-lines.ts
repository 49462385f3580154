/** The access log for whoever reviews it (월 1회 이상 점검, 개인정보의 안전성 확보조치 기준 제8조). Newest first. */
import type { PlainDate } from '../kernel/dates.ts'
import { door } from '../door.ts'
import { addDays, Instant } from '../kernel/dates.ts'
import { paperOf } from './paper-of.ts'

/** Midnight in Seoul at which a day begins, as the beginning of a moment's text: 15:00 of the day before in UTC. */
const beginningOf = (day: PlainDate): string => `${addDays(day, -1)}T15:00:00`

export const listLines = door.audit.list.handler(async ({ input, errors, context: { db } }) => {
  const { from, until, before, limit } = input
  if (from && until && until < from)
    throw errors.END_BEFORE_START()
  let query = db.selectFrom('audit_line')
    .leftJoin('staff', 'staff.id', 'audit_line.staff_id')
    .select([
      'seq',
      'at',
      'staff.name as staffName',
      'operation',
      'outcome',
      'subject',
      'place',
      'detail',
    ])
  if (from)
    query = query.where('at', '>=', beginningOf(from))
  if (until)
    query = query.where('at', '<', beginningOf(addDays(until, 1)))
  if (before)
    query = query.where('seq', '<', before)
  const rows = await query.orderBy('seq', 'desc').limit(limit).execute()
  return rows.map(({ detail, ...row }) => ({
    ...row,
    paper: paperOf(detail),
    at: Instant.safeParse(row.at).data ?? null,
    staffName: row.staffName ?? null,
  }))
})
