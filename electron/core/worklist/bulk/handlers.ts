/** Doing one thing to several cases: seen first, then all of it in one transaction or nothing. */
import { isAbsent } from '../../cases/propose-planners.ts'
import { emptyHand, isInHand, readLoads } from '../../cases/read-loads.ts'
import { readSettings } from '../../center/read-settings.ts'
import { door } from '../../door.ts'
import { CaseId, StaffId } from '../../kernel/ids.ts'
import { noteCases } from '../note-cases.ts'
import { doToCase } from './do-to-case.ts'
import { readBulk } from './read-bulk.ts'

export const previewBulk = door.worklist.previewBulk.handler(async ({ input, context }) => {
  const { db, today } = context
  const { lines, cases, taker } = await readBulk(context, input.caseIds, input.action)
  const { staff } = taker
  if (!staff)
    return { lines: [...lines], taker: null }
  const { cases: openNow } = (await readLoads(context)).get(staff.id) ?? emptyHand
  return {
    lines: [...lines],
    taker: {
      id: StaffId.parse(staff.id),
      name: staff.name,
      openNow,
      openThen: openNow + lines.filter(({ caseId, refused }) => refused === null && isInHand(cases.get(caseId) ?? { status: 'closed' })).length,
      limit: (await readSettings(db)).plannerLimit,
      absent: isAbsent(staff, today),
    },
  }
})

/** As it was seen: if one of them changed meanwhile or would be refused, none is touched. */
export const applyBulk = door.worklist.applyBulk.handler(async ({ input, errors, context }) => {
  const seen = new Map(input.cases.map(({ caseId, seenVersion }) => [caseId as string, seenVersion]))
  const { lines, cases, taker } = await readBulk(context, input.cases.map(({ caseId }) => caseId), input.action)
  if (lines.some(({ caseId, version, refused }) => refused !== null || version !== seen.get(caseId)))
    throw errors.CHANGED_MEANWHILE()
  for (const found of cases.values())
    await doToCase(context, found, input.action, taker.staff)
  await noteCases(context, 'worklist.applyBulk', [...cases.keys()])
  return { done: [...cases.keys()].map(id => CaseId.parse(id)) }
})
