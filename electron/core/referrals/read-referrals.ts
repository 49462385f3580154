/** Reading the referrals of a case, with what happened to each. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { ReferralTable } from '../store/schema.ts'
import { ReferralEvent, ReferralView } from './model.ts'

const rows = (db: Store) => db.selectFrom('referral')
  .leftJoin('agency', 'agency.id', 'referral.agency_id')
  .selectAll('referral')
  .select(['agency.sector as agencySector', 'agency.phone as agencyPhone', 'agency.fax as agencyFax', 'agency.contact as agencyContact'])

type Row = Selectable<ReferralTable> & { readonly agencySector: string | null, readonly agencyPhone: string | null, readonly agencyFax: string | null, readonly agencyContact: string | null }

const viewOf = (row: Row, events: readonly ReferralEvent[]): ReferralView => ReferralView.parse({
  id: row.id,
  caseId: row.case_id,
  agencyId: row.agency_id,
  agencyName: row.agency_name,
  agency: row.agencySector === null ? null : { sector: row.agencySector, phone: row.agencyPhone, fax: row.agencyFax, contact: row.agencyContact ?? '' },
  status: row.status,
  body: JSON.parse(row.body),
  sentOn: row.sent_on,
  answeredOn: row.answered_on,
  remindOn: row.remind_on,
  endedOn: row.ended_on,
  reasonCode: row.reason_code,
  outcome: row.outcome,
  createdAt: row.created_at,
  version: row.version,
  events,
})

/** Newest first. */
export async function readReferrals(db: Store, caseId: string): Promise<ReferralView[]> {
  const found = await rows(db).where('case_id', '=', caseId).orderBy('referral.created_at', 'desc').orderBy('referral.id', 'desc').execute()
  const events = await readEvents(db, found.map(({ id }) => id))
  return found.map(row => viewOf(row, events.get(row.id) ?? []))
}

export async function findReferral(db: Store, id: string): Promise<ReferralView | undefined> {
  const row = await rows(db).where('referral.id', '=', id).executeTakeFirst()
  return row && viewOf(row, (await readEvents(db, [id])).get(id) ?? [])
}

async function readEvents(db: Store, ids: readonly string[]): Promise<Map<string, ReferralEvent[]>> {
  if (ids.length === 0)
    return new Map()
  const found = await db.selectFrom('referral_event').innerJoin('staff', 'staff.id', 'referral_event.staff_id')
    .selectAll('referral_event')
    .select('staff.name as staffName')
    .where('referral_id', 'in', [...ids])
    .orderBy('at', 'desc')
    .orderBy('referral_event.id', 'desc')
    .execute()
  return new Map([...Map.groupBy(found, ({ referral_id }) => referral_id)].map(([id, group]) => [id, group.map(row => ReferralEvent.parse({
    at: row.at,
    staffName: row.staffName,
    status: row.status,
    note: row.note,
    reasonCode: row.reason_code,
  }))]))
}
