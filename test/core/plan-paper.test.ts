/** The service plan and the closing report on paper, read back from the PDF. */
import type { Plan } from '#core/records/bodies/plan'
import type { RecordView } from '#core/records/model'
import type { Counter } from '../support/open-counter'
import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { Closing } from '#core/records/bodies/closing'
import { lettersOf, readPdf } from '../journeys/support/read-pdf'
import { openCounter } from '../support/open-counter'
import { aGoal, aMeasure, finishedPlan, reachedCase, seenOf, surveyed, writtenPlan } from '../support/planned-case'
import { someStrokes } from '../support/visit-at-desk'

let shots = 0
type Paper = 'service-plan' | 'closing-report'

async function printed(counter: Counter, document: Paper, { id }: RecordView, language: 'ko' | 'en' = 'ko', edition: 'standard' | 'large' = 'standard') {
  const drawn = await counter.as('planner').guide.pdf({ request: { document, recordId: id }, language, edition })
  const bytes = Buffer.from(drawn.base64, 'base64')
  if (process.env.MAJI_SHOTS)
    writeFileSync(`${process.env.MAJI_SHOTS}/${document}-${++shots}-${language}-${edition}.pdf`, bytes)
  const { text } = await readPdf(bytes)
  return { letters: lettersOf(text), pages: drawn.pages, fileName: drawn.fileName }
}

const plan: Partial<Plan> = {
  goals: [
    aGoal('goal0001', 'economy', { words: '월세가 두 달 밀려서 잠이 안 와요', goal: '밀린 월세를 나누어 내고 쫓겨날 걱정을 없앤다', criterion: '석 달 동안 월세를 제때 냄' }),
    aGoal('goal0002', 'social', { words: '말할 사람이 없어요', goal: '일주일에 한 번은 이웃과 밥을 먹는다', criterion: '나눔 모임에 네 번 나옴', term: 'long' }),
  ],
  measures: [
    aMeasure('meas0001', { goalId: 'goal0001', what: '주거급여 신청', provider: '표본동 주민센터', from: '2026-12-01' as never, until: '2026-12-31' as never, by: 'staff', inCharge: '표본플래너' }),
    aMeasure('meas0002', { goalId: 'goal0002', kind: 'task', what: '나눔 모임에 함께 가기', provider: '표본복지관', frequency: '주 1회', by: 'agency', inCharge: '표본복지관 담당자' }),
    aMeasure('meas0003', { goalId: 'goal0001', kind: 'task', what: '집주인과 나누어 내기로 이야기하기', by: 'resident', inCharge: '본인' }),
  ],
  note: '급할 때는 직통번호로 연락하기로 함.',
}

describe('the service plan on paper', () => {
  it('names the family\'s goals, who does what and when, with the signature', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId, visitor } = await reachedCase(counter)
    const finished = await finishedPlan(counter, caseId, plan)
    const signed = await counter.as('planner').plans.agree({ ...seenOf(finished), personId: visitor.id, name: null, method: 'screen', strokes: someStrokes, why: '' })
    await counter.as('planner').plans.review({ ...seenOf(signed), note: '월세 한 달치를 냄', result: 'go-on', goals: [{ id: 'goal0002', state: 'achieved' }], measures: [], nextOn: '2027-02-23' as never })
    const { letters, fileName } = await printed(counter, 'service-plan', finished)
    for (const words of ['서비스 제공계획서', '표본순', '표본플래너', '월세가 두 달 밀려서 잠이 안 와요', '1. 경제', '장기', '석 달 동안 월세를 제때 냄', '주거급여 신청', '2026-12-01(화) ~ 2026-12-31(목)', '주 1회', '표본복지관 담당자', '기관 담당자', '시행 중', '2027-02-23(화)', '월세 한 달치를 냄', '(이룸)', '화면 서명', '결정 통지가 아닙니다'])
      expect(letters, words).toContain(lettersOf(words))
    expect(fileName).toBe('서비스제공계획서-2026-11-23.pdf')
    const english = await printed(counter, 'service-plan', finished, 'en')
    for (const words of ['Service plan', 'Signature on the screen', 'In force', 'Resident or family'])
      expect(english.letters, words).toContain(lettersOf(words))
  })

  it('leaves a line for the pen where it is not signed, and prints large', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await reachedCase(counter)
    const open = await writtenPlan(counter, caseId, plan)
    const usual = await printed(counter, 'service-plan', open)
    expect(usual.letters).toContain('작성중')
    expect(usual.letters).not.toContain('화면서명')
    const large = await printed(counter, 'service-plan', open, 'ko', 'large')
    expect(large.pages).toBeGreaterThan(usual.pages)
    expect(large.letters).toContain(lettersOf('집주인과 나누어 내기로 이야기하기'))
  })

  it('leaves out what it says of health once that consent was taken back', async () => {
    const counter = await openCounter()
    const { caseId, consentId } = await reachedCase(counter)
    const finished = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'health', { words: '무릎이 아파요' })] })
    expect((await printed(counter, 'service-plan', finished)).letters).toContain('무릎이아파요')
    await counter.as('clerk').consent.withdraw({ consentId, items: ['sensitive'] })
    expect((await printed(counter, 'service-plan', finished)).letters).not.toContain('무릎이아파요')
  })

  it('is printed for those alone whose case it is', async () => {
    const counter = await openCounter()
    const { caseId } = await reachedCase(counter)
    const request = { document: 'service-plan' as const, recordId: (await writtenPlan(counter, caseId, plan)).id }
    for (const seat of ['clerk', 'secondPlanner'] as const) {
      await expect(counter.as(seat).guide.pdf({ request, language: 'ko', edition: 'standard' }), seat).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
      await expect(counter.as(seat).guide.sheet({ request, language: 'ko', edition: 'standard' }), seat).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    }
    await expect(counter.as('planner').guide.sheet({ request: { ...request, document: 'closing-report' }, language: 'ko', edition: 'standard' })).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
  })
})

describe('the closing report', () => {
  it('says why, what was reached, what goes on and who approved, with the name masked', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, { economy: { level: 4 }, social: { level: 2 } })
    await finishedPlan(counter, caseId, plan)
    counter.at('2027-02-22T10:00')
    await surveyed(counter, caseId, { economy: { level: 1 }, social: { level: 2 } })
    const { db, host, ids } = counter
    const task = host.newId()
    await db.insertInto('case_task').values({ id: task, case_id: caseId, kind: 'free', what: '난방비 신청 확인', due_on: '2027-03-05', staff_id: ids.planner, created_at: host.now(), created_by: ids.planner, version: 1 }).execute()
    const begun = await counter.as('planner').records.begin({ caseId, kind: 'closing' })
    const body = { ...Closing.parse(begun.body), reason: 'improved' as const, criteria: ['crisis-over' as const, 'agrees' as const], words: '이제 잠이 와요', left: '겨울 난방비', rest: [{ id: task, what: '난방비 신청 확인', becomes: 'goes-on' as const, note: '3월 초' }] }
    const { record } = await counter.as('planner').records.save({ ...seenOf(begun), body })
    const asked = await counter.as('planner').closing.ask(seenOf(record))
    expect((await printed(counter, 'closing-report', asked)).letters).toContain(lettersOf('아직 승인되지 않음'))
    const [waiting] = await counter.as('lead').plans.waiting()
    await counter.as('lead').plans.approve({ approvalId: waiting!.id, seenVersion: waiting!.recordVersion })
    const { letters, fileName } = await printed(counter, 'closing-report', asked)
    for (const words of ['종결 보고서', '표*순', '상황 호전', '위기 상황이 지나감, 주민이 종결에 동의함', '밀린 월세를 나누어 내고 쫓겨날 걱정을 없앤다', '경제41', '이제 잠이 와요', '겨울 난방비', '난방비 신청 확인', '그대로 이어짐', '2027-08-22(일)까지', '표본팀장'])
      expect(letters, words).toContain(lettersOf(words))
    expect(letters).not.toContain('표본순')
    expect(fileName).toBe('종결보고서-2027-02-22.pdf')
    expect((await printed(counter, 'closing-report', asked, 'en')).letters).toContain(lettersOf('Situation improved'))
  })
})
