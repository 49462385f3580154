/** Telling open screens of a case once the change is written (화면 알림). Carries no personal data. */
import type { Desk } from '../door.ts'
import type { RecordId } from '../kernel/ids.ts'
import type { CaseSummary } from './model.ts'
import { CaseId, StaffId } from '../kernel/ids.ts'

type Telling = Pick<Desk, 'host' | 'afterwards'>
type Change = 'opened' | 'changed' | 'alert'

/** @param written where nothing but this record changed */
export function tellCase(context: Telling, { id, planner }: Pick<CaseSummary, 'id' | 'planner'>, written?: { readonly id: RecordId, readonly version: number }): void {
  tell(context, id, planner?.id ?? null, 'changed', written)
}

/** That a case is a crisis from now on: only those whose case it is hear of it, see `cases.watch`. */
export function tellAlert(context: Telling, { id, planner }: Pick<CaseSummary, 'id' | 'planner'>): void {
  tell(context, id, planner?.id ?? null, 'alert')
}

/** For whoever holds no summary. @param plannerId whom it concerns; `null` or the empty text of the store: nobody in particular */
export function tell({ host, afterwards }: Telling, caseId: string, plannerId: string | null, change: Change = 'changed', written?: { readonly id: RecordId, readonly version: number }): void {
  const news = { caseId: CaseId.parse(caseId), plannerId: plannerId ? StaffId.parse(plannerId) : null, change, ...(written ? { record: { id: written.id, version: written.version } } : {}) }
  afterwards(() => host.news.publish('case', news))
}
