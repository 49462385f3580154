/** Beginning an application, collecting its papers tick by tick, handing it in, giving it up. */
import type { ApplicationStatus } from './model.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { door } from '../door.ts'
import { readHousehold } from '../households/read-household.ts'
import { closeTasks } from '../worklist/write-task.ts'
import { ApplicationBody } from './model.ts'
import { applicationsOfCase, findApplication, readApplications } from './read-applications.ts'
import { holdApplication, tellApplication, writeApplication } from './write-application.ts'

export const ofCase = door.applications.ofCase.handler(async ({ input, context }) =>
  applicationsOfCase(context.db, context.host, await ownCase(context, input.caseId)))

export const begin = door.applications.begin.handler(async ({ input, errors, context }) => {
  const { db, host, now, today, caller } = context
  const found = await ownCase(context, input.caseId)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  const catalogue = await catalogueInForce(db, host)
  const service = catalogue.services.get(input.serviceId)
  if (!service)
    throw errors.SERVICE_NOT_FOUND()
  const household = await readHousehold(db, found.householdId, today)
  if (!household || (input.personId !== null && !household.members.some(({ id }) => id === input.personId)))
    throw errors.PERSON_NOT_FOUND()
  const others = await readApplications(db, found.id, catalogue)
  const running: readonly ApplicationStatus[] = ['collecting', 'handed-in', 'objection']
  if (others.some(one => one.serviceId === input.serviceId && one.personId === input.personId && running.includes(one.status)))
    throw errors.APPLICATION_EXISTS()
  // A paper that is there for another application is there for this one.
  const there = Object.assign({}, ...others.filter(({ status }) => status === 'collecting').map(({ body }) => body.papers))
  const papers = Object.fromEntries(service.bring.filter(id => id in there).map(id => [id, there[id]]))
  const id = host.newId()
  await db.insertInto('application').values({
    id,
    case_id: found.id,
    service_id: input.serviceId,
    person_id: input.personId ?? '',
    status: 'collecting',
    body: JSON.stringify(ApplicationBody.parse({ papers })),
    created_at: now,
    created_by: caller.staffId,
    version: 1,
  }).execute()
  const begun = await findApplication(db, id, catalogue)
  if (!begun)
    throw errors.APPLICATION_NOT_FOUND()
  await tellApplication(context, begun, 'collecting')
  tellCase(context, found)
  return applicationsOfCase(db, host, found)
})

/** Ticks a paper for every application that needs it. */
export const tickPaper = door.applications.tickPaper.handler(async ({ input, errors, context }) => {
  const { db, host, today } = context
  const found = await ownCase(context, input.caseId)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  const { papers, applications } = await applicationsOfCase(db, host, found)
  const paper = papers.find(({ id }) => id === input.paperId)
  if (!paper)
    throw errors.PAPER_NOT_FOUND()
  const asSeen = (versions: typeof paper.applications): string => JSON.stringify(versions.toSorted((one, other) => one.applicationId.localeCompare(other.applicationId)).map(one => [one.applicationId, one.version]))
  if (asSeen(paper.applications) !== asSeen(input.seen))
    throw errors.CHANGED_MEANWHILE()
  for (const { applicationId } of paper.applications) {
    const application = applications.find(({ id }) => id === applicationId)
    if (!application)
      throw errors.CHANGED_MEANWHILE()
    const { [input.paperId]: was, ...rest } = application.body.papers
    await writeApplication(context, application, { body: { papers: input.have ? { ...rest, [input.paperId]: was ?? today } : rest } })
  }
  tellCase(context, found)
  return applicationsOfCase(db, host, found)
})

/** Free words at any time before a decision. */
export const save = door.applications.save.handler(async ({ input, context }) => {
  const { application, found } = await holdApplication(context, input, 'write')
  await writeApplication(context, application, { body: { form: input.form, note: input.note } })
  tellCase(context, found)
  return applicationsOfCase(context.db, context.host, found)
})

export const handIn = door.applications.handIn.handler(async ({ input, errors, context }) => {
  const { application, found } = await holdApplication(context, input, 'hand-in')
  if (input.on > context.today)
    throw errors.DAY_IN_FUTURE({ data: { field: 'on' } })
  const { place, receipt, form } = input
  await writeApplication(context, application, { status: 'handed-in', handed_in_on: input.on, body: { place, receipt, form: form || application.body.form } })
  await tellApplication(context, application, 'handed-in')
  tellCase(context, found)
  return applicationsOfCase(context.db, context.host, found)
})

export const giveUp = door.applications.giveUp.handler(async ({ input, context }) => {
  const { application, found } = await holdApplication(context, input, 'give-up')
  const note = [application.body.note, input.why].filter(line => line !== '').join('\n')
  if (note.length > 2000)
    throw new ORPCError('MALFORMED', { data: { fields: ['why'] } })
  await writeApplication(context, application, { status: 'given-up', body: { note } })
  await closeTasks(context, { caseId: found.id, kind: 'objection', subject: application.id })
  await tellApplication(context, application, 'given-up')
  tellCase(context, found)
  return applicationsOfCase(context.db, context.host, found)
})
