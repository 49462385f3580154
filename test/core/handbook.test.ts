/** The handbook as it ships, and the office's own version of it. */
import type { Handbook, Item, Question } from '#core/handbook/model'
import { describe, expect, it } from 'vitest'
import { findProblems } from '#core/handbook/find-problems'
import { areaOf, flowOf } from '#core/handbook/flow'
import { itemsOfKind, saysHealth } from '#core/handbook/model'
import { NeedArea } from '#core/records/bodies/need-areas'
import { openCounter, realCatalogue, realHandbook } from '../support/open-counter'

const shipped = await realHandbook()
const { services } = await realCatalogue()
const questions = itemsOfKind(shipped, 'question')
const ofTopic = (topic: string) => questions.filter(question => question.topic === topic)
const longestWay = (id: string | undefined): number => {
  const question = questions.find(each => each.id === id)
  return question ? 1 + Math.max(...question.answers.map(({ next }) => longestWay(next))) : 0
}

const changed = (handbook: Handbook, id: string, change: (question: Question) => Question): Handbook =>
  ({ ...handbook, items: handbook.items.map(item => item.id === id && item.kind === 'question' ? change(item) : item) })

describe('the handbook that ships', () => {
  it('has nothing unreached, no dead end, no loop, and no id that is not there', () => {
    expect(findProblems(shipped, services)).toEqual([])
  })

  it('would tell of each of these', () => {
    const kinds = (handbook: Handbook) => findProblems(handbook, services).map(({ kind }) => kind)
    expect(kinds(changed(shipped, 'social-last', question => ({ ...question, answers: question.answers.map(answer => ({ ...answer, next: 'social-gone' })) })))).toContain('unknown-question')
    expect(kinds(changed(shipped, 'social-last', question => ({ ...question, answers: question.answers.map(({ next: _, ...answer }) => answer) })))).toContain('unreached')
    expect(kinds(changed(shipped, 'social-wish', question => ({ ...question, answers: question.answers.map(answer => ({ ...answer, next: 'social-last' })) })))).toContain('loop')
    expect(kinds(changed(shipped, 'social-last', question => ({ ...question, answers: question.answers.map(answer => ({ ...answer, topic: 'nowhere' })) })))).toContain('unknown-topic')
    expect(kinds(changed(shipped, 'social-last', question => ({ ...question, answers: question.answers.map(answer => ({ ...answer, services: ['no-such-service' as never] })) })))).toContain('unknown-service')
    expect(kinds({ ...shipped, items: [...shipped.items, shipped.items[0]!] })).toContain('double-id')
  })

  it.each(NeedArea.options)('asks at least six questions about %s, one leading to the next', (area) => {
    const topic = shipped.topics.find(each => each.area === area)!
    expect(ofTopic(topic.id).length).toBeGreaterThanOrEqual(6)
    expect(longestWay(topic.first)).toBeGreaterThanOrEqual(5)
    // Which question comes next depends on what is answered, or what follows from it does.
    expect(ofTopic(topic.id).some(({ answers }) => new Set(answers.map(({ next, topic: other }) => next ?? other ?? '')).size > 1)).toBe(true)
  })

  it('points each need area at a need of that area, and links somebody', () => {
    for (const area of NeedArea.options) {
      const answers = ofTopic(area).flatMap(question => question.answers)
      expect(answers.some(({ need }) => need && areaOf(need) === area), area).toBe(true)
      expect(answers.some(answer => answer.services.length + answer.agencies.length > 0), area).toBe(true)
    }
  })

  it.each(['refusing', 'grieving', 'violence', 'dementia', 'drinking', 'hoarding', 'own-safety', 'suicide'])('has what runs through all needs: %s', (topic) => {
    expect(ofTopic(topic).length).toBeGreaterThanOrEqual(5)
  })

  it('is short enough for a hallway in both languages', () => {
    for (const question of questions) {
      expect(question.ask.ko.length, question.id).toBeLessThanOrEqual(60)
      expect(question.ask.en.length, question.id).toBeLessThanOrEqual(110)
      for (const answer of question.answers) {
        expect(answer.say.ko.length, `${question.id}/${answer.id}`).toBeLessThanOrEqual(30)
        expect(answer.means.ko.length, `${question.id}/${answer.id}`).toBeLessThanOrEqual(90)
      }
    }
    expect(itemsOfKind(shipped, 'greeting').every(({ say }) => say.ko.length <= 60)).toBe(true)
  })

  it('has Korean where Korean belongs and no Korean in the English', () => {
    const texts = (value: unknown): { ko: string, en: string }[] => typeof value !== 'object' || value === null
      ? []
      : 'ko' in value && 'en' in value ? [value as { ko: string, en: string }] : Object.values(value).flatMap(texts)
    const all = texts(shipped)
    expect(all.length).toBeGreaterThan(600)
    expect(all.filter(({ ko }) => !/[가-힣]/.test(ko) && !/^\d/.test(ko))).toEqual([])
    expect(all.filter(({ en }) => /[가-힣]/.test(en))).toEqual([])
  })

  it('names a diagnosis nowhere in what an answer may mean', () => {
    const means = [...questions.flatMap(({ answers }) => answers.map(each => each.means.ko)), ...itemsOfKind(shipped, 'sign').map(each => each.means.ko)]
    expect(means.filter(text => /우울증|조현병|알코올 ?중독|치매(?:예요|입니다|가 있)/.test(text))).toEqual([])
  })

  it('greets at the door, by phone, when refused, and when a neighbour answers', () => {
    const whens = itemsOfKind(shipped, 'greeting').map(({ when }) => when)
    expect(new Set(whens)).toEqual(new Set(['door', 'phone', 'refused', 'neighbour', 'nobody', 'leaving']))
    expect(new Set(itemsOfKind(shipped, 'sign').map(({ where }) => where))).toEqual(new Set(['appearance', 'speech', 'home']))
  })

  it('asks about violence only once they are alone', () => {
    const first = shipped.topics.find(({ id }) => id === 'violence')!.first
    const question = questions.find(({ id }) => id === first)!
    expect(question.answers.find(({ id }) => id === 'not-alone')!.next).toBeUndefined()
    expect(question.answers.find(({ id }) => id === 'alone')!.next).toBe('violence-ask')
  })

  it('leads every yes about suicide to the crisis check or to help at once', () => {
    const ask = questions.find(({ id }) => id === 'suicide-ask')!
    expect(ask.answers.filter(({ id }) => id !== 'no').map(({ act }) => act)).toEqual(['crisis-check', 'call-119'])
  })
})

describe('what follows from answers', () => {
  it('names needs, crisis reasons, signs of isolation and links, each once, with what was said', () => {
    const proposals = flowOf(shipped, {
      seen: ['cut-off-notice'],
      answers: [
        { step: 'economy-why', answer: 'lost-job', note: '' },
        { step: 'economy-overdue', answer: 'power-cut', note: '' },
        { step: 'social-talk', answer: 'no-talk', note: '' },
      ],
    })
    expect(proposals.map(({ key }) => key)).toEqual([
      'crisis-reason/job-lost',
      'crisis-reason/power-cut',
      'isolation/nobody-to-talk',
      'need/basic-living',
      'need/neighbours',
      'service/emergency-livelihood',
      'service/emergency-fuel-electricity',
      'service/unemployment-benefit',
      'service/mental-health-center',
      'service/senior-custom-care',
    ])
    const need = proposals.find(({ key }) => key === 'need/basic-living')!
    expect(need.from.map(({ asked, said }) => [asked === null, said.ko])).toEqual([
      [true, '전기·가스·물이 끊겼거나 곧 끊긴다는 안내가 붙었어요'],
      [false, '일자리를 잃었어요'],
      [false, '전기가 끊겼어요'],
    ])
  })

  it('says nothing of an answer that is not in the handbook any more', () => {
    expect(flowOf(shipped, { seen: ['gone'], answers: [{ step: 'economy-why', answer: 'gone', note: '' }, { step: 'gone', answer: 'gone', note: '' }] })).toEqual([])
  })

  it('says nothing where everything is well', () => {
    expect(flowOf(shipped, { seen: [], answers: [{ step: 'safety-feel', answer: 'yes-safe', note: '' }, { step: 'daily-living-meals', answer: 'three', note: '' }] })).toEqual([])
  })

  it('knows which items speak of health', () => {
    expect(['health-sleep', 'dementia-day', 'drinking-often', 'suicide-ask', 'health-bruises'].every(saysHealth)).toBe(true)
    expect(['healthy', 'social-last', 'mail-piles', 'violence-ask'].some(saysHealth)).toBe(false)
  })
})

const greeting = (say: string): Item => ({ kind: 'greeting', id: 'door-first', when: 'door', say: { ko: say, en: 'Hello from our office.' } })

describe('the office\'s own words', () => {
  it('stand in force once the lead saved them, with who, when and why', async () => {
    const { as } = await openCounter()
    const saved = await as('lead').handbook.save({ items: [greeting('반갑습니다. 우리 동이에요.')], seenVersion: 0, why: '우리 동 말투로' })
    expect(saved.version).toBe(1)
    const read = await as('planner').handbook.read()
    expect(read.handbook.items.find(({ id }) => id === 'door-first')).toMatchObject({ say: { ko: '반갑습니다. 우리 동이에요.' } })
    expect(read.own['door-first']).toMatchObject({ state: 'office', by: '표본팀장', why: '우리 동 말투로', shipped: { say: { ko: expect.stringContaining('복지플래너') as string } } })
  })

  it('are the lead\'s to write, not a planner\'s', async () => {
    const { as } = await openCounter()
    await expect(as('planner').handbook.save({ items: [greeting('안녕하세요')], seenVersion: 0, why: '까닭' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(as('clerk').handbook.read()).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('keep the first of two leads who save from the same version', async () => {
    const { as } = await openCounter()
    await as('lead').handbook.save({ items: [greeting('하나')], seenVersion: 0, why: '먼저' })
    await expect(as('lead').handbook.save({ items: [greeting('둘')], seenVersion: 0, why: '나중' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await as('lead').handbook.read()).handbook.items.find(({ id }) => id === 'door-first')).toMatchObject({ say: { ko: '하나' } })
  })

  it('are refused where a question would be left that nobody reaches, and say which', async () => {
    const { as } = await openCounter()
    const question = questions.find(({ id }) => id === 'social-last')!
    const cut = { ...question, answers: question.answers.map(({ next: _, ...answer }) => answer) }
    await expect(as('lead').handbook.save({ items: [cut], seenVersion: 0, why: '줄임' })).rejects.toMatchObject({
      code: 'HANDBOOK_UNSOUND',
      data: { problems: expect.arrayContaining([{ kind: 'unreached', id: 'social-sick', names: null }]) as unknown },
    })
    expect((await as('lead').handbook.read()).version).toBe(0)
  })

  it('may add a question together with the answer that leads to it', async () => {
    const { as } = await openCounter()
    const last = questions.find(({ id }) => id === 'social-wish')!
    const added: Question = { ...last, id: 'social-pet', ask: { ko: '함께 사는 동물이 있으세요?', en: 'Do you have a pet?' }, answers: last.answers.map(({ next: _, topic: __, ...answer }) => answer) }
    await expect(as('lead').handbook.save({ items: [added], seenVersion: 0, why: '동물' })).rejects.toMatchObject({ code: 'HANDBOOK_UNSOUND' })
    const view = await as('lead').handbook.save({ items: [added, { ...last, answers: last.answers.map(answer => ({ ...answer, next: 'social-pet' })) }], seenVersion: 0, why: '동물' })
    expect(view.own['social-pet']!.state).toBe('added')
    expect(findProblems(view.handbook, services)).toEqual([])
  })

  it('do not turn one kind of item into another', async () => {
    const { as } = await openCounter()
    await expect(as('lead').handbook.save({ items: [{ kind: 'agreement', id: 'door-first', text: { ko: '약속', en: 'x' } }], seenVersion: 0, why: '바꿈' })).rejects.toMatchObject({ code: 'HANDBOOK_UNSOUND' })
  })

  it('go back to the original, and every version stays in the history', async () => {
    const { as } = await openCounter()
    await as('lead').handbook.save({ items: [greeting('하나')], seenVersion: 0, why: '첫 번째' })
    await as('lead').handbook.save({ items: [{ ...itemsOfKind(shipped, 'agreement')[0]!, text: { ko: '다른 약속이에요.', en: 'Another.' } }], seenVersion: 1, why: '약속만' })
    await as('lead').handbook.save({ items: [greeting('둘')], seenVersion: 2, why: '두 번째' })
    const back = await as('lead').handbook.restore({ itemId: 'door-first', seenVersion: 3, why: '처음이 나음' })
    expect(back.own['door-first']).toBeUndefined()
    expect(back.handbook.items.find(({ id }) => id === 'door-first')).toEqual(shipped.items.find(({ id }) => id === 'door-first'))
    const history = await as('planner').handbook.history({ itemId: 'door-first' })
    expect(history.map(({ version, why, item }) => [version, why, item?.kind === 'greeting' ? item.say.ko : null])).toEqual([[4, '처음이 나음', null], [3, '두 번째', '둘'], [1, '첫 번째', '하나']])
    await expect(as('lead').handbook.restore({ itemId: 'door-first', seenVersion: 4, why: '또' })).rejects.toMatchObject({ code: 'HANDBOOK_ITEM_NOT_FOUND' })
  })

  it('stay when a newer Maji ships another text, which is offered beside them', async () => {
    const first = await openCounter()
    await first.as('lead').handbook.save({ items: [greeting('우리 인사')], seenVersion: 0, why: '우리 말' })
    const newer: Handbook = { ...shipped, items: shipped.items.map(item => item.id === 'door-first' && item.kind === 'greeting' ? { ...item, say: { ...item.say, ko: '새 판의 인사예요.' } } : item) }
    const { as } = reopened(first, newer)
    const view = await as('lead').handbook.read()
    expect(view.handbook.items.find(({ id }) => id === 'door-first')).toMatchObject({ say: { ko: '우리 인사' } })
    expect(view.own['door-first']).toMatchObject({ state: 'newer', shipped: { say: { ko: '새 판의 인사예요.' } }, from: { say: { ko: expect.stringContaining('복지플래너') as string } } })
    // Keeping ours is saving it once more; from then on it has been seen.
    const kept = await as('lead').handbook.save({ items: [greeting('우리 인사')], seenVersion: 1, why: '그대로' })
    expect(kept.own['door-first']!.state).toBe('office')
  })

  it('end a topic where a newer Maji took the next question away', async () => {
    const first = await openCounter()
    const question = questions.find(({ id }) => id === 'social-groups')!
    await first.as('lead').handbook.save({ items: [{ ...question, ask: { ko: '가는 데가 있으세요?', en: 'Do you go anywhere?' } }], seenVersion: 0, why: '짧게' })
    const without: Handbook = {
      ...shipped,
      items: shipped.items.filter(({ id }) => id !== 'social-wish').map(item => item.id === 'social-groups' && item.kind === 'question' ? { ...item, answers: item.answers.map(({ next: _, ...answer }) => answer) } : item),
    }
    const { as } = reopened(first, without)
    const view = await as('planner').handbook.read()
    expect(findProblems(view.handbook, services)).toEqual([])
    expect(view.handbook.items.find(({ id }) => id === 'social-groups')).toMatchObject({ ask: { ko: '가는 데가 있으세요?' } })
  })
})

/** The same office under a newer Maji. */
function reopened(before: Awaited<ReturnType<typeof openCounter>>, handbook: Handbook) {
  Object.assign(before.host, { handbook: () => handbook })
  return before
}
