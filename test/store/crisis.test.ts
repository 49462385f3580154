/** A serious answer and a repeated needs survey: every store raises, remembers and proposes alike. */
import { afterAll, describe, expect, it } from 'vitest'
import { CrisisCheck } from '#core/records/bodies/crisis-check'
import { openCounter } from '../support/open-counter'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store'
import { reachedCase, surveyed } from '../support/planned-case'

afterAll(closeTestStores)

describe.each(storeKinds)('on %s', async (kind) => {
  const counter = await openCounter({ db: await openTestStore(kind), moment: '2026-11-23T10:00' })
  const planner = counter.as('planner')
  const everybodySees = async (): Promise<void> => {
    for (const seat of ['lead', 'planner'] as const) {
      for (const task of await counter.as(seat).worklist.tasks())
        await counter.as(seat).worklist.doneTask({ taskId: task.id, seenVersion: task.version })
    }
  }
  const alertsOf = async (caseId: string) => (await counter.as('lead').worklist.tasks()).filter(task => task.kind === 'alert' && task.case?.id === caseId)

  it('a serious answer is one alert until it was seen to, and another when it is given anew', async () => {
    const { caseId } = await reachedCase(counter, 'move-in', '표본하나')
    const begun = await planner.records.begin({ caseId, kind: 'crisis-check' })
    let version = begun.version
    const answer = async (plan: 'yes' | 'no') => {
      const saved = await planner.records.save({ recordId: begun.id, seenVersion: version, body: CrisisCheck.parse({ ...begun.body, suicide: { plan } }) as Record<string, unknown> })
      version = saved.record.version
    }
    await answer('yes')
    await answer('no')
    await answer('yes')
    const [alert, ...more] = await alertsOf(caseId)
    expect(more).toEqual([])
    expect((await planner.cases.page({ caseId })).case.urgency).toBe('crisis')
    expect(alert?.dueOn).toBe('2026-11-23')
    await everybodySees()
    await answer('no')
    await everybodySees()
    expect(await alertsOf(caseId)).toEqual([])
    await answer('yes')
    expect(await alertsOf(caseId)).toHaveLength(1)
  })

  it('a survey done again is held against the last finished one', async () => {
    const { caseId } = await reachedCase(counter, 'move-in', '표본둘')
    await surveyed(counter, caseId, { economy: { level: 4, words: '돈', priority: 1 }, social: { level: 3, words: '혼자' } })
    expect((await planner.cases.page({ caseId })).case).toMatchObject({ stage: 'selection', mainNeed: 'economy', difficulty: 1 })
    expect((await planner.team.ofCase({ caseId })).proposed).toMatchObject({ difficulty: 2, great: 2 })
    const second = await surveyed(counter, caseId, { economy: { level: 1 } })
    expect((await planner.team.ofCase({ caseId })).proposed).toBeNull()
    const sheet = await planner.guide.sheet({ request: { document: 'needs-survey', recordId: second.id }, language: 'ko', edition: 'standard' })
    expect(JSON.stringify(sheet)).toContain('경제 이번 1 조금, 지난번 4 시급')
  })
})
