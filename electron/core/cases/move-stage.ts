/**
 * Moving a case on: its stage, the clock that ends and the one that begins, a line on the trail.
 *
 * | from | what happens | stage | clock that begins |
 * |---|---|---|---|
 * | first contact | reached | counselling | |
 * | counselling | first counselling finished for case management | survey | survey, intake-to-plan |
 * | counselling | finished with another result | service | |
 * | survey | needs survey finished | selection | selection |
 * | selection | the meeting decides | plan, service, closing | plan |
 * | plan | agreed and approved | service | review |
 * | any | closing asked for | closing | |
 * | closing | approved | after-care | |
 */
import type { Desk } from '../door.ts'
import type { CaseStage, CaseSummary } from './model.ts'
import { endPause } from '../clocks/pauses.ts'
import { finishClock, startClock } from '../clocks/run-clocks.ts'
import { writeEvent } from './write-event.ts'

const ends = {
  'counselling': ['first-contact'],
  'survey': ['first-contact'],
  'selection': ['first-contact', 'survey'],
  'plan': ['first-contact', 'survey', 'selection'],
  'service': ['first-contact', 'survey', 'selection', 'plan', 'intake-to-plan'],
  'closing': ['first-contact', 'survey', 'selection', 'plan', 'intake-to-plan', 'review'],
  'after-care': ['first-contact', 'survey', 'selection', 'plan', 'intake-to-plan', 'review'],
  'ended': ['first-contact', 'survey', 'selection', 'plan', 'intake-to-plan', 'review'],
  'first-contact': [],
} as const satisfies Record<CaseStage, readonly string[]>

const begins = { survey: ['survey', 'intake-to-plan'], selection: ['selection'], plan: ['plan'] } as const satisfies Partial<Record<CaseStage, readonly string[]>>

/** Nothing happens where the case stands there already. */
export async function moveStage(context: Desk, found: Pick<CaseSummary, 'id' | 'stage'>, stage: CaseStage, note: string | null = null): Promise<void> {
  if (found.stage === stage)
    return
  const { db } = context
  // Where nothing is left to wait for, nothing stands still.
  if (stage === 'after-care' || stage === 'ended')
    await endPause(context, found.id, context.today)
  await db.updateTable('welfare_case').set(eb => ({ stage, version: eb('version', '+', 1) })).where('id', '=', found.id).execute()
  for (const clock of ends[stage])
    await finishClock(context, found.id, clock)
  for (const clock of begins[stage as keyof typeof begins] ?? [])
    await startClock(context, found.id, clock)
  await writeEvent(context, { caseId: found.id, kind: 'stage', note: note ?? stage, subject: stage })
}
