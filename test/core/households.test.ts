import { describe, expect, it } from 'vitest'
import { nameDistance } from '#core/households/name-distance'
import { maskBirth, maskName, maskPhone } from '#core/kernel/mask'
import { openCounter } from '../support/open-counter'
import { consentedVisit, day, openVisitAt } from '../support/visit-at-desk'

describe('writing a household down', () => {
  it('refuses a birth day in the future, a death before the birth, and a second head', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await consentedVisit(as('clerk'))
    await expect(visit.member({ name: '표본아기', relation: 'child', birth: '2026-11-24' })).rejects.toMatchObject({ code: 'DAY_IN_FUTURE', data: { field: 'birth' } })
    await expect(visit.member({ name: '표본남편', relation: 'spouse', birth: '1940-01-02', diedOn: '1940-01-01' })).rejects.toMatchObject({ code: 'DEATH_BEFORE_BIRTH' })
    await expect(visit.member({ name: '표본둘째', relation: 'head', birth: '1950-01-01' })).rejects.toMatchObject({ code: 'TWO_HEADS' })
    expect((await visit.reload()).household?.members).toHaveLength(1)
  })

  it('lets the new head be written beside the deceased one', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'death', '표본아내')
    await visit.member({ name: '표본남편', relation: 'spouse', birth: '1940-01-02', diedOn: '2026-11-01' })
    expect(visit.page().household?.members).toHaveLength(2)
  })

  it('does not let the visitor be removed, and removes others with what was known of them', async () => {
    const { as, db } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    await expect(as('clerk').households.removeMember({ ...visit.seen(), personId: visit.visitor()!.id })).rejects.toMatchObject({ code: 'VISITOR_STAYS' })
    await visit.member({ name: '표본아들', relation: 'child', birth: '1970-01-01' })
    const son = visit.page().household!.members[1]!
    await visit.fact('employment', 'employed', son.id)
    await as('clerk').households.removeMember({ ...visit.seen(), personId: son.id })
    expect(await db.selectFrom('fact').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('person_gram').selectAll().where('person_id', '=', son.id).execute()).toEqual([])
  })

  it('refuses an answer of the wrong kind and one about the wrong subject', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    const person = visit.visitor()!.id
    await expect(visit.fact('disability', 'very', person)).rejects.toMatchObject({ code: 'VALUE_DOES_NOT_FIT', data: { fact: 'disability' } })
    await expect(visit.fact('recognised-income', -1)).rejects.toMatchObject({ code: 'VALUE_DOES_NOT_FIT' })
    await expect(visit.fact('tenure', 'owned', person)).rejects.toMatchObject({ code: 'VALUE_DOES_NOT_FIT' })
    await expect(visit.fact('lost-job-on', '2026-02-30', person)).rejects.toMatchObject({ code: 'VALUE_DOES_NOT_FIT' })
  })

  it('tells "asked, not known" from "not asked"', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    await visit.fact('tenure', null)
    expect(visit.page().household?.facts.tenure).toMatchObject({ value: null, saidBy: 'visitor' })
    await as('clerk').households.forgetFact({ ...visit.seen(), personId: null, fact: 'tenure' })
    expect((await visit.reload()).household?.facts.tenure).toBeUndefined()
  })

  it('takes names of nine members, in Hanja and in Latin letters', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    for (const [index, name] of ['金標本', 'Nguyễn Thị Mẫu', '표본 가', '남궁표본', 'O\'Sample', '표본나', '표본다', '표본라'].entries())
      await visit.member({ name, relation: 'child', birth: `20${10 + index}-02-28` })
    expect(visit.page().household?.members.map(({ name }) => name)).toContain('Nguyễn Thị Mẫu')
    expect(await as('clerk').households.search({ text: '標本', limit: 5 })).toHaveLength(1)
    expect(await as('clerk').households.search({ text: 'nguyễnthị', limit: 5 })).toHaveLength(1)
  })
})

describe('one answer for the whole family', () => {
  const family = async (as: Awaited<ReturnType<typeof openCounter>>['as']) => {
    const visit = await consentedVisit(as('clerk'), 'birth', '표본엄마', '1990-05-01')
    await visit.member({ name: '표본아빠', relation: 'spouse', birth: '1988-05-01' })
    await visit.member({ name: '표본아기', relation: 'child', birth: '2026-11-10' })
    return visit
  }
  const allKorean = { fact: 'nationality', value: 'korean' } as const

  it('is written for everybody alive at once, and for a later member when it is asked again', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await family(as)
    await visit.member({ name: '표본할머니', relation: 'parent', birth: '1950-01-01', diedOn: '2026-01-01' })
    const page = await as('clerk').households.saveFactForAll({ ...visit.seen(), ...allKorean })
    expect(page.household?.members.map(({ facts }) => facts.nationality?.value)).toEqual(['korean', 'korean', 'korean', undefined])
    await visit.reload()
    await visit.member({ name: '표본할아버지', relation: 'parent', birth: '1948-01-01' })
    expect(visit.page().household?.members.at(-1)?.facts.nationality).toBeUndefined()
    const later = await as('clerk').households.saveFactForAll({ ...visit.seen(), ...allKorean })
    expect(later.household?.members.at(-1)?.facts.nationality?.value).toBe('korean')
  })

  it('answers what was not known and keeps what was told of one member', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await family(as)
    const [mother, father] = visit.page().household!.members
    await visit.fact('nationality', 'foreigner', mother!.id)
    await visit.fact('nationality', null, father!.id)
    const page = await as('clerk').households.saveFactForAll({ ...visit.seen(), ...allKorean })
    expect(page.household?.members.map(({ facts }) => facts.nationality?.value)).toEqual(['foreigner', 'korean', 'korean'])
  })

  it('refuses a fact of the household, a value that does not fit, a stale page, and health without each one’s consent', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await family(as)
    const forAll = (given: object) => as('clerk').households.saveFactForAll({ ...visit.seen(), ...allKorean, ...given } as never)
    await expect(forAll({ fact: 'tenure', value: 'owned' })).rejects.toMatchObject({ code: 'VALUE_DOES_NOT_FIT', data: { fact: 'tenure' } })
    await expect(forAll({ value: 'martian' })).rejects.toMatchObject({ code: 'VALUE_DOES_NOT_FIT' })
    await expect(forAll({ seenVersion: 1 })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(forAll({ fact: 'disability', value: 'none' })).rejects.toMatchObject({ code: 'SENSITIVE_NOT_CONSENTED' })
    expect((await visit.reload()).household?.members.flatMap(({ facts }) => Object.keys(facts))).toEqual([])
  })

  it('is refused before the consent', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await openVisitAt(as('clerk'), 'birth')
    await expect(as('clerk').households.saveFactForAll({ ...visit.seen(), ...allKorean })).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  })

  it('finds everybody written down as living together', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await visit.sayYes()
    await visit.consent()
    expect(visit.visitor()?.livingTogether).toBe(true)
  })
})

describe('likely duplicates while typing', () => {
  it('names the reason, never a name alone, and masks who it is', async () => {
    const { as } = await openCounter()
    const known = await consentedVisit(as('clerk'), 'move-in', '표본서준', '1980-03-02')
    await known.household({ road: '표본로 12', detail: '101동 1203호', phone: '010-0000-5678' })
    const visit = await consentedVisit(as('clerk'), 'birth', '새사람', '1990-01-01')
    const ask = (draft: object) => as('clerk').households.duplicates({ visitId: visit.visitId, ...draft })
    expect(await ask({ name: '표본서준' })).toEqual([])
    expect(await ask({ name: '표본서준', birth: day('1980-03-02') })).toMatchObject([{ reasons: ['same-name-and-birth'], maskedName: '표**준', maskedBirth: '1980-**-**' }])
    expect(await ask({ name: '표본서즌', birth: day('1980-03-02') })).toMatchObject([{ reasons: ['similar-name-same-birth'] }])
    expect(await ask({ phone: '01000005678' })).toMatchObject([{ reasons: ['same-phone'] }])
    expect(await ask({ road: '표본로12', detail: '101동1203호' })).toMatchObject([{ reasons: ['same-address'] }])
    expect(await ask({ road: '표본로 12' })).toEqual([])
    expect(await ask({ name: '표본서준', birth: day('1980-03-02'), phone: '010 0000 5678' })).toMatchObject([{ reasons: ['same-name-and-birth', 'same-phone'] }])
  })

  it('goes on with the known household: consent joins it, nothing stays twice', async () => {
    const { as, db } = await openCounter()
    const known = await consentedVisit(as('clerk'), 'move-in', '표본서준', '1980-03-02')
    const visit = await consentedVisit(as('clerk'), 'birth', '표본서준', '1980-03-02')
    const page = await as('clerk').households.adopt({ ...visit.seen(), householdId: known.page().household!.id })
    expect(page.household?.id).toBe(known.page().household!.id)
    expect(page.consents).toHaveLength(2)
    expect(await db.selectFrom('household').select('id').execute()).toHaveLength(1)
    expect(await db.selectFrom('person').select('id').execute()).toHaveLength(1)
  })

  it('brings somebody new into the known household instead of losing them', async () => {
    const { as } = await openCounter()
    const known = await consentedVisit(as('clerk'), 'move-in', '표본서준', '1980-03-02')
    const visit = await consentedVisit(as('clerk'), 'birth', '표본새댁', '1985-03-02')
    const page = await as('clerk').households.adopt({ ...visit.seen(), householdId: known.page().household!.id })
    expect(page.household?.members.map(({ name, visitor }) => [name, visitor])).toEqual([['표본서준', false], ['표본새댁', true]])
  })
})

describe('masking', () => {
  it('keeps what tells people apart and hides the rest', () => {
    expect(['김수', '김서준', '남궁민수', '金標本', 'Nguyen Thi', '표'].map(maskName)).toEqual(['김*', '김*준', '남**수', '金*本', 'N****i', '*'])
    expect(maskBirth(day('1980-03-02'))).toBe('1980-**-**')
    expect(['010-1234-5678', '02-123-4567', '123'].map(maskPhone)).toEqual(['010-****-5678', '02-****-4567', '****'])
  })

  it('logs who looked at the whole of a masked person', async () => {
    const { as, db } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'move-in', '표본서준', '1980-03-02')
    expect(await as('planner').households.reveal({ personId: visit.visitor()!.id })).toMatchObject({ name: '표본서준', birth: '1980-03-02' })
    const [last] = await db.selectFrom('audit_line').selectAll().orderBy('seq', 'desc').limit(1).execute()
    expect(last).toMatchObject({ operation: 'households.reveal', subject: `person:${visit.visitor()!.id}`, outcome: 'done' })
  })
})

describe('how far two names are apart', () => {
  it('counts letters of Hangul', () => {
    expect(nameDistance('김서준', '김서준')).toBe(0)
    expect(nameDistance('김서준', '김서즌')).toBe(1)
    expect(nameDistance('김서준', '김 서준')).toBe(0)
    expect(nameDistance('김서준', '박민아')).toBeGreaterThan(3)
  })
})
