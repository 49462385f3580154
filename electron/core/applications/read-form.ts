/** Reading what the application sheet is made of. Whoever may not work on the case gets none. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { ApplicationFormData } from './application-form.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { readHousehold } from '../households/read-household.ts'
import { findApplication } from './read-applications.ts'

/** @throws {ORPCError} APPLICATION_NOT_FOUND (also when the service has left the catalogue), CASE_NOT_FOUND */
export async function readApplicationForm(desk: Pick<Desk, 'db' | 'host' | 'today' | 'caller' | 'about'>, applicationId: string, office: Office): Promise<ApplicationFormData> {
  const { db, host, today } = desk
  const { services, documents } = await catalogueInForce(db, host)
  const application = await findApplication(db, applicationId, { services })
  if (!application)
    throw new ORPCError('APPLICATION_NOT_FOUND')
  const found = await ownCase(desk, application.caseId)
  const household = await readHousehold(db, found.householdId, today)
  const service = services.get(application.serviceId)
  const applicant = household?.members.find(({ visitor }) => visitor)
  if (!household || !service || !applicant)
    throw new ORPCError('APPLICATION_NOT_FOUND')
  const { province, district, road, detail } = household.address
  const forWhom = household.members.find(({ id }) => id === application.personId)
  return {
    on: today,
    office,
    service: { name: service.name, applyAt: service.applyAt, how: service.how, phone: service.phone ?? null },
    applicant: {
      name: applicant.name,
      relation: applicant.relation,
      phone: household.phone,
      address: [province, district, road, detail].filter(part => part !== '').join(' '),
    },
    forName: forWhom && forWhom.id !== applicant.id ? forWhom.name : null,
    members: household.members.filter(({ id, diedOn }) => id !== applicant.id && diedOn === null)
      .map(({ name, relation, birth, livingTogether }) => ({ name, relation, birth, livingTogether })),
    papers: service.bring.flatMap((id) => {
      const paper = documents.get(id)
      return paper ? [{ name: paper.name, issuedAt: paper.issuedAt, there: application.body.papers[id] !== undefined }] : []
    }),
  }
}
