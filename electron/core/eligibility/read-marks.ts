/** The clerk's marks of a visit, by `service` or `service/member`. */
import type { Store } from '../host.ts'
import { ServiceMark } from './contract.ts'

export async function readMarks(db: Store, visitId: string): Promise<Record<string, ServiceMark>> {
  const rows = await db.selectFrom('service_mark').selectAll().where('visit_id', '=', visitId).execute()
  return Object.fromEntries(rows.map(row => [markKey(row.service_id, row.person_id), ServiceMark.parse(row.mark)]))
}

export const markKey = (serviceId: string, personId: string | null): string => personId ? `${serviceId}/${personId}` : serviceId
