/** The decision on an application, until when one may object, and the objection itself (사회보장급여법 제9조, 제17조). */
import type { Desk } from '../door.ts'
import type { ApplicationView, Decision, ObjectionDeadline } from './model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { holidaysInForce } from '../center/read-holidays.ts'
import { door } from '../door.ts'
import { say } from '../kernel/say.ts'
import { holidaySet } from '../policy/working-days.ts'
import { addTask, closeTasks } from '../worklist/write-task.ts'
import { statusAfterDecision } from './model.ts'
import { objectionDeadline } from './objection-rules.ts'
import { applicationsOfCase } from './read-applications.ts'
import { holdApplication, tellApplication, writeApplication } from './write-application.ts'

/** Also corrects a decision that was written down before; one that follows an objection keeps the earlier one. */
export const decide = door.applications.decide.handler(async ({ input, errors, context }) => {
  const { application, found } = await holdApplication(context, input, 'decide')
  const { applicationId, seenVersion, objectionDue, ...decision } = input
  if (decision.receivedOn > context.today)
    throw errors.DAY_IN_FUTURE({ data: { field: 'receivedOn' } })
  if (objectionDue && objectionDue < decision.receivedOn)
    throw errors.OBJECTION_BEFORE_NOTICE()
  const objection = await deadlineOf(context, application, decision, objectionDue ?? null)
  const status = statusAfterDecision[decision.kind]
  const { body } = application
  await writeApplication(context, application, {
    status,
    decided_on: decision.receivedOn,
    objection_due: objection.due,
    body: { decision, objection, earlier: application.status === 'objection' && body.decision ? [...body.earlier, body.decision] : body.earlier },
  })
  await closeTasks(context, { caseId: found.id, kind: 'objection', subject: application.id })
  // Nobody objects to what was asked for; what was not granted waits for a word of the family until its last day.
  if (decision.kind !== 'approved' && objection.due >= context.today) {
    const what = say(context.host.texts, 'ko', 'linking', 'tasks.objection', { service: application.serviceName?.ko ?? application.serviceId, day: objection.due })
    await addTask(context, { kind: 'objection', caseId: found.id, what, dueOn: objection.due, staffId: null, subject: application.id })
  }
  await tellApplication(context, application, status)
  tellCase(context, found)
  return applicationsOfCase(context.db, context.host, found)
})

async function deadlineOf({ db, host }: Pick<Desk, 'db' | 'host'>, { serviceId }: ApplicationView, { receivedOn }: Decision, printed: ObjectionDeadline['due'] | null): Promise<ObjectionDeadline> {
  const counted = objectionDeadline(serviceId, receivedOn, holidaySet(await holidaysInForce(db, host.catalogue().holidays)))
  const rest = { filedOn: null, note: '' }
  return printed
    ? { due: printed, basis: 'notice', law: counted.law, days: null, toCheck: false, ...rest }
    : { due: counted.due, basis: 'rule', law: counted.law, days: counted.days, toCheck: counted.toCheck, ...rest }
}

/** Filed too late is written down as well: there may be a good reason (제17조제1항 단서), and the agency decides on it. */
export const object = door.applications.object.handler(async ({ input, errors, context }) => {
  const { application, found } = await holdApplication(context, input, 'object')
  const { objection, decision } = application.body
  if (!objection || !decision)
    throw errors.APPLICATION_NOT_SO_FAR()
  if (input.on > context.today)
    throw errors.DAY_IN_FUTURE({ data: { field: 'on' } })
  if (input.on < decision.receivedOn)
    throw errors.OBJECTION_BEFORE_NOTICE()
  await writeApplication(context, application, { status: 'objection', body: { objection: { ...objection, filedOn: input.on, note: input.note } } })
  await closeTasks(context, { caseId: found.id, kind: 'objection', subject: application.id })
  await tellApplication(context, application, 'objection')
  tellCase(context, found)
  return applicationsOfCase(context.db, context.host, found)
})
