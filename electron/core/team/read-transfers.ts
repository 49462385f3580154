/** Offers of cases as they are kept (사례 이관). */
import type { Store } from '../host.ts'
import { maskName } from '../kernel/mask.ts'
import { Transfer } from './model.ts'

const rows = (db: Store) => db.selectFrom('case_transfer')
  .innerJoin('welfare_case', 'welfare_case.id', 'case_transfer.case_id')
  .innerJoin('staff as giver', 'giver.id', 'case_transfer.from_staff_id')
  .innerJoin('staff as taker', 'taker.id', 'case_transfer.to_staff_id')
  .innerJoin('staff as asker', 'asker.id', 'case_transfer.asked_by')
  .leftJoin('person', join => join.onRef('person.household_id', '=', 'welfare_case.household_id').on('person.visitor', '=', 1))
  .selectAll('case_transfer')
  .select(['welfare_case.urgency', 'welfare_case.difficulty', 'giver.name as giverName', 'taker.name as takerName', 'asker.name as askerName', 'person.name as visitorName'])
  .orderBy('case_transfer.asked_at', 'desc')
  .orderBy('case_transfer.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const transferOf = (row: Row): Transfer => Transfer.parse({
  id: row.id,
  caseId: row.case_id,
  maskedName: row.visitorName === null ? '—' : maskName(row.visitorName),
  urgency: row.urgency,
  difficulty: row.difficulty,
  from: { id: row.from_staff_id, name: row.giverName },
  to: { id: row.to_staff_id, name: row.takerName },
  why: row.why,
  askedAt: row.asked_at,
  askedBy: { id: row.asked_by, name: row.askerName },
  status: row.status,
  answer: row.answer,
  answeredAt: row.answered_at,
})

export async function findTransfer(db: Store, id: string): Promise<Transfer | undefined> {
  const row = await rows(db).where('case_transfer.id', '=', id).executeTakeFirst()
  return row && transferOf(row)
}

/** Newest first. */
export const readTransfersOfCase = async (db: Store, caseId: string): Promise<Transfer[]> =>
  (await rows(db).where('case_transfer.case_id', '=', caseId).execute()).map(transferOf)

export const readTransfersTo = async (db: Store, staffId: string): Promise<Transfer[]> =>
  (await rows(db).where('case_transfer.to_staff_id', '=', staffId).where('case_transfer.status', '=', 'asked').execute()).map(transferOf)

/** Offered and not answered, or answered since a moment. */
export const readTransfersFrom = async (db: Store, staffId: string, since: string): Promise<Transfer[]> =>
  (await rows(db)
    .where(eb => eb.or([eb('case_transfer.from_staff_id', '=', staffId), eb('case_transfer.asked_by', '=', staffId)]))
    .where(eb => eb.or([eb('case_transfer.status', '=', 'asked'), eb.and([eb('case_transfer.status', '=', 'returned'), eb('case_transfer.answered_at', '>=', since)])]))
    .execute()).map(transferOf)
