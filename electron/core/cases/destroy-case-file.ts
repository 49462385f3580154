/** Destroying what is written about a case (파기): what remains is that there was one, and when. 개인정보 보호법 제21조. */
import type { Store } from '../host.ts'

export async function destroyCaseFile(db: Store, caseId: string): Promise<void> {
  const records = db.selectFrom('case_record').select('id').where('case_id', '=', caseId)
  await db.deleteFrom('case_record_version').where('record_id', 'in', records).execute()
  await db.deleteFrom('case_record').where('case_id', '=', caseId).execute()
  const referrals = db.selectFrom('referral').select('id').where('case_id', '=', caseId)
  await db.deleteFrom('referral_event').where('referral_id', 'in', referrals).execute()
  await db.deleteFrom('referral').where('case_id', '=', caseId).execute()
  await db.deleteFrom('application').where('case_id', '=', caseId).execute()
  await db.deleteFrom('case_task').where('case_id', '=', caseId).execute()
  await db.deleteFrom('appointment').where('case_id', '=', caseId).execute()
  await db.deleteFrom('attachment').where('case_id', '=', caseId).execute()
  await db.deleteFrom('case_pause').where('case_id', '=', caseId).execute()
  await db.deleteFrom('case_transfer').where('case_id', '=', caseId).execute()
  await db.deleteFrom('case_approval').where('case_id', '=', caseId).execute()
  await db.deleteFrom('meeting_item').where('case_id', '=', caseId).execute()
  await db.updateTable('gift_given').set({ note: null }).where('case_id', '=', caseId).execute()
  await db.updateTable('case_event').set({ note: null, offers: null }).where('case_id', '=', caseId).execute()
}
