/** Of one case: how hard and how urgent it is, whose it is, and who must not have it. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Sharing } from './model.ts'
import { changeUrgency } from '../cases/change-urgency.ts'
import { holdCase, ownCase } from '../cases/hold-case.ts'
import { tell } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { difficultyOf, greatNeeds } from '../records/bodies/needs-survey.ts'
import { lastFinishedBefore } from '../records/last-finished.ts'
import { findStaff, readConflicts, readStaff } from '../staff/read-staff.ts'
import { readTransfersOfCase } from './read-transfers.ts'
import { readStandingIn } from './standing-in.ts'
import { readTakers } from './takers.ts'

type Reading = Pick<Desk, 'db' | 'caller' | 'about' | 'today'>

export async function sharingOf(context: Reading, caseId: string): Promise<Sharing> {
  const { db } = context
  const found = await ownCase(context, caseId)
  const transfers = await readTransfersOfCase(db, caseId)
  const offer = transfers.find(({ status }) => status === 'asked') ?? null
  const last = transfers[0]
  const conflicts = await readConflicts(db)
  const absent = (await readStandingIn(context)).find(({ planner }) => planner.id === found.planner?.id)
  return {
    difficulty: found.difficulty,
    proposed: await proposedFor(context, found),
    urgency: found.urgency,
    standingIn: absent ? { planner: absent.planner, from: absent.from, until: absent.until } : null,
    offer,
    returned: !offer && last?.status === 'returned' ? last : null,
    conflicts: (await readStaff(db)).filter(({ id }) => conflicts.get(id)?.has(found.householdId)).map(({ id, name }) => ({ id, name })),
    takers: await readTakers(context, found.householdId),
    version: found.version,
  }
}

async function proposedFor({ db }: Reading, { id, difficulty }: CaseSummary): Promise<Sharing['proposed']> {
  const survey = await lastFinishedBefore(db, id, 'needs-survey')
  if (!survey || difficultyOf(survey.body) === difficulty)
    return null
  return { difficulty: difficultyOf(survey.body), great: greatNeeds(survey.body).length, on: survey.body.on ?? seoulDayOf(survey.record.savedAt) }
}

export const ofCase = door.team.ofCase.handler(({ input, context }) => sharingOf(context, input.caseId))

export const setDifficulty = door.team.setDifficulty.handler(async ({ input, context }) => {
  const found = await holdCase(context, input, 'write')
  if (found.difficulty !== input.difficulty) {
    await context.db.updateTable('welfare_case').set({ difficulty: input.difficulty, version: found.version + 1 }).where('id', '=', found.id).execute()
    tell(context, found.id, context.caller.staffId)
  }
  return ownCase(context, found.id)
})

export const setUrgency = door.team.setUrgency.handler(async ({ input, context }) => {
  const found = await holdCase(context, input, 'write')
  await changeUrgency(context, found, input.urgency, input.why)
  tell(context, found.id, context.caller.staffId)
  return ownCase(context, found.id)
})

export const setConflict = door.team.setConflict.handler(async ({ input, errors, context }) => {
  const { db, caller } = context
  const found = await holdCase(context, input, 'reassign')
  const isLead = caller.roles.includes('lead')
  if (!isLead && (input.staffId !== caller.staffId || !input.conflict))
    throw errors.NOT_YOURS_TO_SAY()
  if (!await findStaff(db, input.staffId))
    throw errors.STAFF_NOT_FOUND()
  const families = new Set((await readConflicts(db)).get(input.staffId))
  if (input.conflict)
    families.add(found.householdId)
  else
    families.delete(found.householdId)
  await db.updateTable('staff').set({ conflicts: JSON.stringify([...families]) }).where('id', '=', input.staffId).execute()
  await db.updateTable('welfare_case').set({ version: found.version + 1 }).where('id', '=', found.id).execute()
  // On the trail stands that there is one, and not whose or why.
  await writeEvent(context, { caseId: found.id, kind: 'transfer', subject: input.conflict ? 'conflict' : 'conflict-over' })
  tell(context, found.id, context.caller.staffId)
  return sharingOf(context, found.id)
})
