/** Holding an application for a change, and writing it with its line on the trail. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { ApplicationAction, ApplicationBody, ApplicationStatus, ApplicationView } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { writeEvent } from '../cases/write-event.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { applicationAllows, ApplicationBody as Body } from './model.ts'
import { findApplication } from './read-applications.ts'

export interface HeldApplication { readonly application: ApplicationView, readonly found: CaseSummary }
interface Seen { readonly applicationId: string, readonly seenVersion: number }

/** @throws {ORPCError} APPLICATION_NOT_FOUND, CASE_NOT_FOUND, CASE_NOT_OPEN, CHANGED_MEANWHILE, APPLICATION_NOT_SO_FAR */
export async function holdApplication(context: Desk, { applicationId, seenVersion }: Seen, action: ApplicationAction): Promise<HeldApplication> {
  const application = await findApplication(context.db, applicationId, await catalogueInForce(context.db, context.host))
  if (!application)
    throw new ORPCError('APPLICATION_NOT_FOUND')
  const found = await ownCase(context, application.caseId)
  if (!allows(found.status, 'carry-on'))
    throw new ORPCError('CASE_NOT_OPEN')
  if (application.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  if (!applicationAllows(application.status, action))
    throw new ORPCError('APPLICATION_NOT_SO_FAR')
  return { application, found }
}

export interface Change {
  readonly status?: ApplicationStatus
  readonly body?: Partial<ApplicationBody>
  readonly handed_in_on?: string
  readonly decided_on?: string
  readonly objection_due?: string | null
}

/** @throws {ORPCError} CHANGED_MEANWHILE: of two at once the second is told */
export async function writeApplication(context: Pick<Desk, 'db'>, application: ApplicationView, { body, ...columns }: Change): Promise<void> {
  const changed = await context.db.updateTable('application')
    .set({ ...columns, body: JSON.stringify(Body.parse({ ...application.body, ...body })), version: application.version + 1 })
    .where('id', '=', application.id)
    .where('version', '=', application.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed)
    throw new ORPCError('CHANGED_MEANWHILE')
}

export const tellApplication = (context: Pick<Desk, 'db' | 'host' | 'now' | 'caller'>, application: Pick<ApplicationView, 'id' | 'caseId' | 'serviceId' | 'serviceName'>, status: ApplicationStatus): Promise<string> =>
  writeEvent(context, { caseId: application.caseId, kind: 'application', note: `${status} · ${application.serviceName?.ko ?? application.serviceId}`, subject: application.id })
