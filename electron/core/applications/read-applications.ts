/** Reading the applications of a case, the papers they need together, and what could be applied for. */
import type { Selectable } from 'kysely'
import type { CaseSummary } from '../cases/model.ts'
import type { Host, Store } from '../host.ts'
import type { PersonId, WelfareServiceId } from '../kernel/ids.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { ApplicationTable } from '../store/schema.ts'
import type { ApplicationsOfCase, Paper, Proposal } from './model.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { readLookup } from '../eligibility/look-up-visit.ts'
import { readMarks } from '../eligibility/read-marks.ts'
import { ApplicationView } from './model.ts'

const rowsOf = (db: Store, caseId: string) => db.selectFrom('application').selectAll().where('case_id', '=', caseId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()

const viewOf = (row: Selectable<ApplicationTable>, services?: Catalogue['services']): ApplicationView => ApplicationView.parse({
  id: row.id,
  caseId: row.case_id,
  serviceId: row.service_id,
  serviceName: services?.get(row.service_id)?.name ?? null,
  applyAt: services?.get(row.service_id)?.applyAt ?? null,
  personId: row.person_id === '' ? null : row.person_id,
  status: row.status,
  body: JSON.parse(row.body),
  handedInOn: row.handed_in_on,
  decidedOn: row.decided_on,
  objectionDue: row.objection_due,
  createdAt: row.created_at,
  version: row.version,
})

/** Newest first; without the catalogue the services have no names. */
export async function readApplications(db: Store, caseId: string, catalogue?: Catalogue): Promise<ApplicationView[]> {
  return (await rowsOf(db, caseId)).map(row => viewOf(row, catalogue?.services))
}

export async function findApplication(db: Store, id: string, { services }: Pick<Catalogue, 'services'>): Promise<ApplicationView | undefined> {
  const row = await db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst()
  return row && viewOf(row, services)
}

export async function applicationsOfCase(db: Store, host: Host, found: Pick<CaseSummary, 'id' | 'visitId'>): Promise<ApplicationsOfCase> {
  const catalogue = await catalogueInForce(db, host)
  const applications = await readApplications(db, found.id, catalogue)
  return { applications, papers: papersOf(applications, catalogue), proposals: await proposalsOf(db, found, applications, catalogue) }
}

/** Each paper once over all applications that still collect; those that serve most come first. */
export function papersOf(applications: readonly ApplicationView[], { services, documents }: Catalogue): Paper[] {
  const needed = new Map<string, ApplicationView[]>()
  for (const application of applications.filter(({ status }) => status === 'collecting')) {
    for (const paper of services.get(application.serviceId)?.bring ?? [])
      needed.set(paper, [...needed.get(paper) ?? [], application])
  }
  return [...needed].flatMap(([id, by]): Paper[] => {
    const paper = documents.get(id)
    if (!paper)
      return []
    const days = by.map(({ body }) => body.papers[id])
    const all = days.every(day => day !== undefined)
    return [{ id, name: paper.name, issuedAt: paper.issuedAt, on: all ? days.toSorted().at(-1)! : null, applications: by.map(one => ({ applicationId: one.id, version: one.version })) }]
  }).toSorted((one, other) => other.applications.length - one.applications.length)
}

/** What the counter marked comes first, then what the lookup found likely. A service already applied for is not proposed again. */
async function proposalsOf(db: Store, { visitId }: Pick<CaseSummary, 'visitId'>, applications: readonly ApplicationView[], { services }: Catalogue): Promise<Proposal[]> {
  if (visitId === null)
    return []
  const proposals = new Map<string, Proposal>()
  const propose = (serviceId: string, personId: string | null, because: Proposal['because']): void => {
    const service = services.get(serviceId)
    const key = `${serviceId}/${personId ?? ''}`
    const known = applications.some(one => one.serviceId === serviceId && one.personId === personId && one.status !== 'given-up')
    if (service && !service.discreet && service.kind === 'service' && !known && !proposals.has(key))
      proposals.set(key, { serviceId: serviceId as WelfareServiceId, serviceName: service.name, personId: personId as PersonId | null, because })
  }
  const marks = Object.entries(await readMarks(db, visitId))
  for (const wanted of ['apply-today', 'for-planner'] as const) {
    for (const [key, mark] of marks.filter(([, mark]) => mark === wanted)) {
      const [serviceId = '', personId] = key.split('/')
      propose(serviceId, personId ?? null, mark as Proposal['because'])
    }
  }
  const lookup = await readLookup(db, visitId)
  for (const { serviceId, memberId, verdict } of lookup?.verdicts ?? []) {
    if (verdict === 'likely')
      propose(serviceId, memberId, 'likely')
  }
  return [...proposals.values()]
}
