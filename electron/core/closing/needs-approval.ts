/** Whether a closing wants the lead's approval: not for simple guidance, which was never surveyed, planned or selected. */
import type { CaseSummary } from '../cases/model.ts'
import type { Store } from '../host.ts'

export async function closingNeedsApproval(db: Store, found: Pick<CaseSummary, 'id' | 'track' | 'stage'>): Promise<boolean> {
  if (found.track === 'integrated' || found.track === 'high-difficulty' || found.stage === 'closing')
    return true
  const finished = await db.selectFrom('case_record').select('id')
    .where('case_id', '=', found.id)
    .where('status', '=', 'finished')
    .where('kind', 'in', ['needs-survey', 'plan'])
    .executeTakeFirst()
  return finished !== undefined
}
