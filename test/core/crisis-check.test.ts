import type { CrisisCheck } from '#core/records/bodies/crisis-check'
import type { RecordView } from '#core/records/model'
import type { Counter, Seat } from '../support/open-counter.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { CrisisCheck as Check, isolationSigns, seriousAnswers, suicideQuestions, suicideStep } from '#core/records/bodies/crisis-check'
import { CrisisReason, itemOfReason } from '#core/records/bodies/crisis-reasons'
import { openCounter, realTexts } from '../support/open-counter.ts'
import { reachedCase } from '../support/planned-case.ts'
import { openVisitAt } from '../support/visit-at-desk.ts'

let counter: Counter
let caseId: string
beforeEach(async () => {
  counter = await openCounter()
  ;({ caseId } = await reachedCase(counter))
})

type Change = Partial<Omit<CrisisCheck, 'suicide'>> & { readonly suicide?: Partial<CrisisCheck['suicide']> }
const begin = () => counter.as('planner').records.begin({ caseId: caseId as never, kind: 'crisis-check' })
async function save(record: RecordView, change: Change, seat: Seat = 'planner'): Promise<RecordView> {
  const body = Check.parse(record.body)
  const next = { ...body, ...change, suicide: { ...body.suicide, ...change.suicide } }
  const saved = await counter.as(seat).records.save({ recordId: record.id, seenVersion: record.version, body: next as Record<string, unknown> })
  if (saved.outcome !== 'saved')
    throw new Error('somebody else saved')
  return saved.record
}
const page = () => counter.as('planner').cases.page({ caseId: caseId as never })
const urgency = async () => (await page()).case.urgency
const alerts = async () => (await page()).events.filter(({ kind }) => kind === 'alert').map(({ note }) => note)
const alertTasks = async (seat: Seat) => (await counter.as(seat).worklist.tasks()).filter(({ kind }) => kind === 'alert')
const seenBy = async (seat: Seat) => {
  for (const task of await alertTasks(seat))
    await counter.as(seat).worklist.doneTask({ taskId: task.id, seenVersion: task.version })
}

describe('a serious answer', () => {
  it.each([
    ['intent', { suicide: { intent: 'yes' } }],
    ['plan', { suicide: { plan: 'yes' } }],
    ['attempt', { suicide: { attempt: 'yes' } }],
    ['judgement', { judgement: 'serious' }],
    ['judgement', { judgement: 'serious', reasons: ['violence'] }],
  ] as const)('raises the case at once: %s', async (code, change) => {
    await save(await begin(), change as Change)
    const { case: found, events } = await page()
    expect(found.urgency).toBe('crisis')
    expect(await alerts()).toEqual([code])
    expect(events.find(({ kind }) => kind === 'urgency-changed')).toMatchObject({ subject: 'crisis' })
    expect(await alertTasks('planner')).toMatchObject([{ dueOn: '2026-11-23', what: '위기 알림: 위기도 조사를 확인하고 대응 정하기' }])
    expect(await alertTasks('lead')).toMatchObject([{ dueOn: '2026-11-23', case: { id: caseId } }])
    expect(await alertTasks('secondPlanner')).toEqual([])
  })

  it.each([
    ['a wish to be dead', { suicide: { 'wish-to-be-dead': 'yes' } }],
    ['thoughts and a method', { suicide: { thoughts: 'yes', method: 'yes' } }],
    ['a no to everything', { suicide: { intent: 'no', plan: 'no', attempt: 'no' }, judgement: 'none' }],
    ['a statutory reason alone', { reasons: ['serious-illness', 'job-lost'], judgement: 'watch' }],
    ['every sign of isolation', { isolation: Object.fromEntries(isolationSigns.map(sign => [sign, 'yes'])) as CrisisCheck['isolation'] }],
  ] as const)('is not %s', async (_, change) => {
    await save(await begin(), change as Change)
    expect(await urgency()).toBe('normal')
    expect(await alerts()).toEqual([])
    expect(await alertTasks('lead')).toEqual([])
  })

  it('is told to open screens: to the lead and to whose case it is, not to a planner of another team nor to the counter', async () => {
    const heard: string[] = []
    const stop = new AbortController()
    const listen = async (seat: Seat) => {
      const news = await counter.as(seat).cases.watch(undefined, { signal: stop.signal })
      void (async () => {
        for await (const { change } of news)
          heard.push(`${seat} ${change}`)
      })().catch(() => undefined)
    }
    for (const seat of ['lead', 'planner', 'secondPlanner', 'clerk'] as const)
      await listen(seat)
    const record = await begin()
    await new Promise(resolve => setTimeout(resolve, 20))
    await save(record, { suicide: { plan: 'yes' } })
    await expect.poll(() => heard.filter(line => line.endsWith('alert')).toSorted()).toEqual(['lead alert', 'planner alert'])
    stop.abort()
  })

  it('comes from nobody\'s case to the lead alone', async () => {
    await counter.db.updateTable('welfare_case').set({ planner_id: '' }).where('id', '=', caseId).execute()
    const record = await counter.as('lead').records.begin({ caseId: caseId as never, kind: 'crisis-check' })
    await save(record, { judgement: 'serious' }, 'lead')
    expect(await alertTasks('lead')).toHaveLength(1)
    expect(await alertTasks('planner')).toEqual([])
  })

  it('brings the first contact forward where it is still to be made', async () => {
    const visit = await openVisitAt(counter.as('clerk'), 'birth')
    await visit.sayYes()
    await visit.consent({ name: '표본이' })
    const opened = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: counter.ids.planner, why: '표본' })
    caseId = opened.case!.id
    const before = opened.case!.firstContactDue
    await save(await begin(), { suicide: { intent: 'yes' } })
    expect((await page()).case.firstContactDue < before).toBe(true)
  })
})

describe('a case that is paused', () => {
  const pause = async () => {
    const { case: found } = await page()
    await counter.as('planner').clocks.pause({ caseId: found.id, seenVersion: found.version, reason: 'away', from: '2026-11-23' as never })
  }
  const resumed = async () => (await page()).events.filter(({ kind }) => kind === 'resumed').map(({ subject }) => subject)

  it('waits no longer once it turns out to be a crisis, with a line on the trail', async () => {
    await pause()
    counter.at('2026-11-26T10:00')
    await save(await begin(), { suicide: { plan: 'yes' } })
    expect((await page()).case).toMatchObject({ urgency: 'crisis', pausedSince: null })
    expect(await resumed()).toEqual(['3'])
    expect((await counter.as('planner').clocks.ofCase({ caseId: caseId as never })).pauses).toMatchObject([{ from: '2026-11-23', runsAgainOn: '2026-11-26' }])
  })

  it('a crisis already, waits no longer once a further serious answer is given, and may be paused again after it', async () => {
    const record = await save(await begin(), { suicide: { plan: 'yes' } })
    await pause()
    await save(record, { suicide: { plan: 'yes', intent: 'yes' } })
    expect((await page()).case.pausedSince).toBeNull()
    expect(await resumed()).toEqual(['0'])
    await pause()
    expect((await page()).case.pausedSince).toBe('2026-11-23')
  })
})

describe('the same answers', () => {
  it('are raised once, however often they are saved', async () => {
    const first = await save(await begin(), { suicide: { plan: 'yes' } })
    const second = await save(first, { note: '계속 적음' })
    await save(second, { note: '더 적음', suicide: { thoughts: 'yes' } })
    expect(await alerts()).toEqual(['plan'])
    expect(await alertTasks('lead')).toHaveLength(1)
  })

  it('typed away and back are raised once, while nobody has seen to it', async () => {
    const first = await save(await begin(), { suicide: { plan: 'yes' } })
    const second = await save(first, { suicide: { plan: 'no' } })
    await save(second, { suicide: { plan: 'yes' } })
    expect((await alerts()).filter(note => note === 'plan')).toHaveLength(1)
    expect(await alertTasks('lead')).toHaveLength(1)
  })

  it('given anew after they were seen to are raised anew', async () => {
    const first = await save(await begin(), { suicide: { plan: 'yes' } })
    const second = await save(first, { suicide: { plan: 'no' } })
    await seenBy('lead')
    await seenBy('planner')
    await save(second, { suicide: { plan: 'yes' } })
    expect((await alerts()).filter(note => note === 'plan')).toHaveLength(2)
    expect(await alertTasks('lead')).toHaveLength(1)
  })

  it('let a further serious answer be raised while the first is still open', async () => {
    const first = await save(await begin(), { judgement: 'serious' })
    await save(first, { suicide: { attempt: 'yes' } })
    expect((await alerts()).toSorted()).toEqual(['attempt', 'judgement'])
    expect(await alertTasks('lead')).toHaveLength(1)
  })

  it('in a new check are raised anew', async () => {
    const first = await save(await begin(), { judgement: 'serious' })
    await counter.as('planner').records.finish({ recordId: first.id, seenVersion: first.version })
    await save(await begin(), { judgement: 'serious' })
    expect(await alerts()).toEqual(['judgement', 'judgement'])
  })
})

describe('corrected answers', () => {
  it('lower nothing by themselves: the trail says so and the lead decides', async () => {
    const first = await save(await begin(), { suicide: { attempt: 'yes' } })
    await seenBy('lead')
    await save(first, { suicide: { attempt: 'no' } })
    expect(await urgency()).toBe('crisis')
    expect((await alerts()).toSorted()).toEqual(['attempt', 'corrected'])
    expect(await alertTasks('lead')).toMatchObject([{ what: '위기도 조사 답이 고쳐짐: 긴급도를 그대로 둘지 정하기' }])
  })

  it('taken back to an earlier version count as corrected as well', async () => {
    const record = await begin()
    counter.at('2026-11-23T11:00')
    const raised = await save(record, { judgement: 'serious' })
    await counter.as('planner').records.takeBack({ recordId: raised.id, seenVersion: raised.version, toVersion: record.version })
    expect(await urgency()).toBe('crisis')
    expect((await alerts()).toSorted()).toEqual(['corrected', 'judgement'])
  })
})

describe('without the consent to sensitive data', () => {
  beforeEach(async () => {
    counter = await openCounter()
    const visit = await openVisitAt(counter.as('clerk'), 'move-in')
    await visit.sayYes()
    await visit.consent({ sensitive: false })
    const assigned = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: counter.ids.planner, why: '표본' })
    caseId = assigned.case!.id
  })

  it('the reasons of the law, bare answers and the judgement are written, and raise the case', async () => {
    await save(await begin(), { reasons: ['serious-illness'], suicide: { attempt: 'yes' }, judgement: 'serious' })
    expect(await urgency()).toBe('crisis')
  })

  it('free words about suicide are refused', async () => {
    await expect(save(await begin(), { suicideNote: '약을 모아 두었다고 함' })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
  })
})

describe('a crisis check', () => {
  it('is finished only with a judgement', async () => {
    const record = await begin()
    await expect(counter.as('planner').records.finish({ recordId: record.id, seenVersion: record.version })).rejects.toMatchObject({ code: 'RECORD_INCOMPLETE', data: { fields: ['judgement'] } })
    const judged = await save(record, { judgement: 'none' })
    expect((await counter.as('planner').records.finish({ recordId: judged.id, seenVersion: judged.version })).status).toBe('finished')
  })

  it('takes the reasons over from the last check, never an answer about suicide', async () => {
    const first = await save(await begin(), { reasons: ['job-lost'], suicide: { thoughts: 'yes' }, judgement: 'watch' })
    await counter.as('planner').records.finish({ recordId: first.id, seenVersion: first.version })
    const { reasons, suicide, judgement } = Check.parse((await begin()).body)
    expect(reasons).toEqual(['job-lost'])
    expect([suicide.thoughts, judgement]).toEqual(['not-asked', null])
  })

  it('takes the reasons over from the first counselling', async () => {
    const { records } = counter.as('planner')
    const counselling = await records.begin({ caseId: caseId as never, kind: 'first-counselling' })
    await records.save({ recordId: counselling.id, seenVersion: counselling.version, body: { ...counselling.body, crisisReasons: ['power-cut'] } })
    expect(Check.parse((await begin()).body).reasons).toEqual(['power-cut'])
  })
})

describe('what to do', () => {
  it.each([
    [{}, undefined],
    [{ 'wish-to-be-dead': 'yes' }, 'watch'],
    [{ 'wish-to-be-dead': 'yes', 'thoughts': 'yes' }, 'today'],
    [{ method: 'yes' }, 'today'],
    [{ thoughts: 'yes', intent: 'yes' }, 'now'],
    [{ attempt: 'yes' }, 'now'],
    [{ thoughts: 'no', plan: 'not-asked' }, undefined],
  ] as const)('follows the gravest answer: %j is %s', (suicide, step) => {
    expect(suicideStep(Check.parse({ suicide }))).toBe(step)
  })

  it('is never a sum: every sign of isolation together is not a serious answer', () => {
    expect(seriousAnswers(Check.parse({ isolation: Object.fromEntries(isolationSigns.map(sign => [sign, 'yes'])), reasons: CrisisReason.options }))).toEqual([])
  })
})

describe('the words of the crisis check', () => {
  const tree = (language: 'ko' | 'en') => realTexts[language].crisis as unknown as {
    suicide: Record<string, Record<string, string>>
    isolation: Record<string, Record<string, string>>
    reasonHints: Record<string, string>
    hotlines: { list: Record<string, Record<string, string>> }
    duty: { list: Record<string, Record<string, string>> }
  }

  it.each(['ko', 'en'] as const)('say for every question what a yes means and what to do, and for every reason what it is (%s)', (language) => {
    const { suicide, isolation, reasonHints } = tree(language)
    for (const question of suicideQuestions) {
      for (const part of ['name', 'ask', 'yes', 'do'])
        expect(suicide[question]?.[part], `${question} ${part}`).toBeTruthy()
    }
    for (const sign of isolationSigns)
      expect(isolation[sign]?.ask && isolation[sign]?.sign).toBeTruthy()
    expect(Object.keys(reasonHints).toSorted()).toEqual([...CrisisReason.options].toSorted())
  })

  it.each(['ko', 'en'] as const)('give a source for every number to call and a law for every duty (%s)', (language) => {
    const { hotlines, duty } = tree(language)
    for (const [number, line] of Object.entries(hotlines.list))
      expect(line.name && line.when && line.source, number).toBeTruthy()
    for (const [name, { what, to, law }] of Object.entries(duty.list))
      expect(what && to && law, name).toBeTruthy()
  })

  it('name the item of the law for each reason, one to eight once each and the notice after them', () => {
    const items = CrisisReason.options.map(reason => itemOfReason[reason])
    expect(items.slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(new Set(items.slice(8))).toEqual(new Set([9]))
  })

  it('hold no score: neither points nor grades', () => {
    const texts = readFileSync(join(import.meta.dirname, '../../resources/texts/ko/crisis.json'), 'utf8')
    expect(texts).not.toMatch(/\d+점|고위험군|중위험군|저위험군/)
  })
})
