import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { familyGuide } from '#core/guide/family/family-guide'
import { notesForEvent } from '#core/policy/notes-for-event'
import { loadEventNotes } from '#server/load-event-notes'
import { blocksOf, card, day, familyOf, office, on, resources, textOf, texts, until, verdict } from '../../support/made-up-family.ts'

const guideOf = (data: ReturnType<typeof familyOf>) => familyGuide(data, texts, 'ko', 'standard')
const actionsOf = (data: ReturnType<typeof familyOf>) => blocksOf(guideOf(data), 'action').map(({ what }) => what)

describe('what to do now', () => {
  it('names at most three actions, each with verb, place and what to bring', () => {
    const sheet = guideOf(familyOf(['one', 'two', 'three', 'four', 'five'].map(id => verdict(id, 'a'))))
    const actions = blocksOf(sheet, 'action')
    expect(actions.map(({ what }) => what)).toEqual(['보기 one 신청하기 (김하늘)', '보기 two 신청하기 (김하늘)', '보기 three 신청하기 (김하늘)'])
    expect(actions[0]).toMatchObject({ number: 1, place: '보기동 주민센터', bring: '신분증', phone: '129' })
  })

  it('puts what is applied for today first, then the soonest deadline, then the rest', () => {
    const data = familyOf([verdict('plain', 'a'), verdict('later', 'a', { deadline: until('2027-03-01', 99) }), verdict('soon', 'a', { deadline: until('2026-12-01', 9) }), verdict('today', 'b')], { marks: { 'today/b': 'apply-today' } })
    expect(actionsOf(data)).toEqual(['보기 today 신청하기 (이바다)', '보기 soon 신청하기 (김하늘)', '보기 later 신청하기 (김하늘)'])
  })

  it('says one service once, with everybody it concerns', () => {
    expect(actionsOf(familyOf([verdict('both', 'a'), verdict('both', 'c')]))).toEqual(['보기 both 신청하기 (김하늘, 김새봄)'])
  })

  it('asks before it promises: an open service with a deadline is to be clarified', () => {
    const open = verdict('open', 'c', { verdict: 'ask-first', deadline: until('2026-12-01', 9), findings: [{ outcome: 'not-known', sentence: { ko: '아직 몰라요.', en: 'not known' }, ask: { about: 'fact', fact: 'nationality', memberId: 'c' } }] })
    expect(actionsOf(familyOf([open]))).toEqual(['보기 open 받을 수 있는지 확인하기 (김새봄)'])
  })

  it('never makes an action of a question about health or how somebody died', () => {
    const open = verdict('quiet', null, { verdict: 'ask-first', deadline: until('2026-12-01', 9), findings: [{ outcome: 'not-known', sentence: { ko: '아직 몰라요.', en: 'not known' }, ask: { about: 'fact', fact: 'bereaved-by-suicide', memberId: null } }] })
    const sheet = guideOf(familyOf([open], { event: 'death' }))
    expect(blocksOf(sheet, 'action')).toEqual([])
    expect(textOf(sheet)).not.toContain('quiet')
  })

  it('leaves out a deadline that has passed', () => {
    const [action] = blocksOf(guideOf(familyOf([verdict('late', 'a', { deadline: until('2026-11-01', -21) })])), 'action')
    expect(action).not.toHaveProperty('deadline')
  })

  it('says so when nothing is to be done', () => {
    expect(textOf(guideOf(familyOf([])))).toContain('오늘 바로 하실 일은 없어요')
  })
})

describe('the merged list of what to bring', () => {
  const paper = (id: string) => ({ id, name: { ko: id, en: id }, issuedAt: { ko: `${id} 창구`, en: id } })
  const services = {
    one: card('one', { bring: [paper('신분증'), paper('통장')] }),
    two: card('two', { bring: [paper('통장'), paper('신분증'), paper('진단서')] }),
    open: card('open', { bring: [paper('계약서')] }),
  }

  it('names each paper once, with every service that needs it and where it is issued', () => {
    const sheet = guideOf(familyOf([verdict('one', 'a'), verdict('two', 'b'), verdict('open', 'a', { verdict: 'ask-first' })], { services }))
    const papers = blocksOf(sheet, 'table').find(({ head }) => head[0] === '준비물')
    expect(papers?.rows).toEqual([
      ['□ 신분증', '보기 one, 보기 two', '신분증 창구'],
      ['□ 통장', '보기 one, 보기 two', '통장 창구'],
      ['□ 진단서', '보기 two', '진단서 창구'],
    ])
  })

  it('counts the services beyond the third', () => {
    const verdicts = ['one', 'two', 'three', 'four', 'five'].map(id => verdict(id, 'a'))
    expect(blocksOf(guideOf(familyOf(verdicts)), 'table').find(({ head }) => head[0] === '준비물')?.rows[0]?.[1]).toBe('보기 one, 보기 two, 보기 three 외 2개')
  })
})

describe('the pages of the members', () => {
  const sectionsOf = (data: ReturnType<typeof familyOf>) => {
    const blocks = guideOf(data).groups.flat()
    const sections = new Map<string, string>()
    let heading = ''
    for (const block of blocks) {
      if (block.kind === 'heading' && block.level === 1)
        heading = block.text
      sections.set(heading, `${sections.get(heading) ?? ''}\n${JSON.stringify(block)}`)
    }
    return sections
  }

  it('keep every member to their own services, under the name the family knows and the age', () => {
    const sections = sectionsOf(familyOf([verdict('for-a', 'a'), verdict('for-b', 'b'), verdict('for-c', 'c'), verdict('for-all', null)]))
    expect(sections.get('김하늘 · 만 41세 · 중장년기')).toMatch(/for-a/)
    expect(sections.get('김하늘 · 만 41세 · 중장년기')).not.toMatch(/for-b|for-c|for-all/)
    expect(sections.get('이바다 · 만 76세 · 노년기')).toMatch(/for-b/)
    expect(sections.get('김새봄 · 생후 0개월 · 영유아기')).toMatch(/for-c/)
    expect(sections.get('우리 가구')).toMatch(/for-all/)
  })

  it('lose nothing that is likely, however many there are: the best in full, the rest as lines', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `service-${index}`)
    const sheet = guideOf(familyOf(ids.map(id => verdict(id, 'b'))))
    for (const id of ids)
      expect(textOf(sheet)).toContain(`보기 ${id}`)
    expect(blocksOf(sheet, 'service')).toHaveLength(3)
  })

  it('show mark, reason, amount, deadline, place, phone and the address behind the QR code', () => {
    const [service] = blocksOf(guideOf(familyOf([verdict('full', 'c', { amount: { ko: '월 100,000원', en: 'x' }, deadline: until('2027-01-08', 47), toCheck: [{ ko: '금액을 확인해요.', en: 'x' }] })], { marks: { 'full/c': 'apply-today' } })), 'service')
    expect(service).toMatchObject({ name: '보기 full', mark: 'likely', state: '받을 수 있을 것으로 보여요', agreed: '오늘 신청해요', amount: '월 100,000원', qr: { url: 'https://example.org/full' } })
    expect(Object.fromEntries(service?.rows ?? [])).toEqual({ '이유': 'full 조건에 맞아요.', '언제까지': '출생일부터 60일 이내, 2027-01-08까지 (47일 남음)', '어디서': '보기동 주민센터 · 129', '어떻게': '신청서를 써요.', '확인 필요': '금액을 확인해요.' })
  })

  it('leave out what is unlikely, not wanted, or received already, and name the last apart', () => {
    const sheet = guideOf(familyOf([verdict('no', 'a', { verdict: 'unlikely' }), verdict('unwanted', 'a'), verdict('has', 'a')], { marks: { 'unwanted/a': 'not-wanted', 'has/a': 'already-receives' } }))
    expect(textOf(sheet)).not.toMatch(/보기 no|보기 unwanted/)
    expect(blocksOf(sheet, 'list').map(({ items }) => items)).toEqual([['보기 has']])
    expect(blocksOf(sheet, 'service')).toEqual([])
  })
})

describe('what is offered in person only', () => {
  it('stands in no guide, not even when it is likely or was marked', () => {
    const verdicts = [verdict('quiet-help', null), verdict('open-help', null)]
    const sheet = guideOf(familyOf(verdicts, { marks: { 'quiet-help': 'apply-today' }, services: { 'quiet-help': card('quiet-help', { discreet: true }), 'open-help': card('open-help') } }))
    expect(textOf(sheet)).not.toContain('quiet-help')
    expect(textOf(sheet)).toContain('open-help')
  })
})

describe('what is still to be checked', () => {
  const ask = (id: string, memberId: string | null, fact: 'near-poor' | 'student') =>
    verdict(id, memberId, { verdict: 'ask-first', findings: [{ outcome: 'not-known', sentence: { ko: '몰라요.', en: 'x' }, ask: { about: 'fact', fact, memberId } }] })
  const question = (fact: 'near-poor' | 'student', memberId: string | null, ko: string) => ({ question: { about: 'fact' as const, fact, memberId }, sentence: { ko, en: ko }, settles: [] })

  it('asks each question once and names the services it settles', () => {
    const data = familyOf([ask('one', null, 'near-poor'), ask('two', null, 'near-poor'), ask('three', 'a', 'student'), ask('four', 'b', 'student')])
    const questions = [question('student', 'a', '학교에 다니세요?'), question('student', 'b', '학교에 다니세요?'), question('near-poor', null, '차상위이신가요?')]
    const sheet = guideOf({ ...data, lookup: { ...data.lookup, questions } })
    expect(blocksOf(sheet, 'table').find(({ head }) => head[0] === '확인할 것')?.rows).toEqual([
      ['김하늘: 학교에 다니세요? (이바다도 알려 주세요.)', '다니는 학교나 어린이집에 물어보세요.', '보기 three, 보기 four'],
      ['차상위이신가요?', '전에 받은 결정 통지서에 있어요. 주민센터에서도 알려 드려요.', '보기 one, 보기 two'],
    ])
  })
})

describe('the frame of the guide', () => {
  it('carries the day, the year of the figures, the release and that it decides nothing', () => {
    const sheet = guideOf(familyOf([verdict('one', 'a')]))
    expect(sheet.footer).toBe('이 안내는 결정 통지가 아닙니다. 2026-11-22(일) 기준, 2026년 금액, 자료 abc123')
    expect(sheet.center).toBe('서울특별시 동작구 보기동 주민센터')
  })

  it('names the planner with the direct line, and the center', () => {
    expect(blocksOf(guideOf(familyOf([])), 'fields')[0]?.rows).toEqual([['담당 복지플래너', '박플래너 · 02-0000-0001'], ['주민센터', office.phone], ['복지 상담 전화', '129 (보건복지상담센터)']])
  })

  it('prints no birth day, and no name in the title of the document', () => {
    const sheet = guideOf(familyOf([verdict('one', 'a'), verdict('two', 'c')]))
    expect(textOf(sheet)).not.toMatch(/1985-03-04|1950-05-06|2026-11-10/)
    expect(sheet.title).toBe('우리 가족 복지 안내서')
  })

  it('says the same in English', () => {
    const sheet = familyGuide(familyOf([verdict('one', 'a')]), texts, 'en', 'large')
    expect(blocksOf(sheet, 'action')[0]?.what).toBe('Apply for (en) 보기 one (김하늘)')
    expect(sheet.footer).toContain('This is not a decision notice')
    expect(sheet.edition).toBe('large')
  })
})

describe('a guide after a death', () => {
  const members = [
    { id: 'a', name: '김하늘', relation: 'head', birth: day('1950-03-04'), diedOn: day('2026-11-11') },
    { id: 'b', name: '이바다', relation: 'spouse', birth: day('1952-05-06'), diedOn: null },
  ] as const
  const data = async () => {
    const notes = notesForEvent(await loadEventNotes(join(resources, 'policy')), { event: 'death', diedOn: day('2026-11-11') }, on, { has: () => false })
    return familyOf([verdict('gone', 'a'), verdict('pension', 'b'), verdict('inheritance-choice', null, { deadline: until('2027-02-11', 81) })], { event: 'death', members, notes })
  }

  it('begins with the condolence and whom to call, then what must be reported, and has no celebrating word', async () => {
    const sheet = guideOf(await data())
    const said = sheet.groups.flat()
    expect(said[1]).toMatchObject({ kind: 'paragraph', text: expect.stringContaining('삼가 위로의 말씀을 드립니다') as string })
    expect(said[2]).toMatchObject({ kind: 'paragraph', text: expect.stringContaining('129') as string })
    expect(said[3]).toMatchObject({ kind: 'heading', text: '신고할 것' })
    expect(textOf(sheet)).toContain('끝나는 것')
    expect(textOf(sheet)).not.toMatch(/축하|환영|기쁘|행복|!/)
    const english = textOf(familyGuide(await data(), texts, 'en', 'standard')).replaceAll('(en)', '')
    expect(english).toContain('condolences')
    expect(english).not.toMatch(/congratul|welcome|happy/i)
  })

  it('says by when the death is to be reported', async () => {
    const report = blocksOf(guideOf(await data()), 'table')[0]
    expect(report?.rows.map(row => row[1])).toContain('사망을 안 날부터 1개월 이내, 2026-12-10까지 (18일 남음)')
  })

  it('offers the deceased nothing, and says once what note and service say both', async () => {
    const sheet = guideOf(await data())
    expect(textOf(sheet)).not.toContain('보기 gone')
    expect(textOf(sheet)).toContain('보기 inheritance-choice')
    expect(textOf(sheet)).not.toContain('빚이 더 많을 수 있다면')
  })
})
