/** The directory of agencies: finding, changing, bringing a list. */
import { describe, expect, it } from 'vitest'
import { readAgencyList } from '#core/referrals/read-list'
import { splitTable } from '#core/referrals/split-table'
import { agencyOf, draftFor, nameRecipients, openCase } from '../support/linking-at-desk'
import { openCounter } from '../support/open-counter'

describe('the directory of agencies', () => {
  it('ships empty', async () => {
    const { as } = await openCounter()
    expect(await as('planner').referrals.agencies({})).toEqual([])
  })

  it('is found by part of the name, initials, area, phone, and in the wrong keyboard mode', async () => {
    const { as } = await openCounter()
    const planner = as('planner')
    await planner.referrals.addAgency({ agency: agencyOf({ name: '보기종합복지관', area: '표본동, 견본동', phone: '02-000-0217' }) })
    await planner.referrals.addAgency({ agency: agencyOf({ name: '예시보건소', sector: 'public', fields: ['health'], phone: '02-000-0300', area: '' }) })
    const found = async (text: string) => (await planner.referrals.agencies({ text })).map(({ name }) => name)
    expect(await found('복지관')).toEqual(['보기종합복지관'])
    expect(await found('ㅂㄱㅅ')).toEqual(['예시보건소'])
    expect(await found('견본동')).toEqual(['보기종합복지관'])
    expect(await found('0217')).toEqual(['보기종합복지관'])
    expect(await found('qhrjsth')).toEqual(['예시보건소'])
    expect(await found('')).toEqual(['보기종합복지관', '예시보건소'])
  })

  it('keeps the first of two changes made from the same version', async () => {
    const { as } = await openCounter()
    const { id, version } = await as('planner').referrals.addAgency({ agency: agencyOf() })
    await as('lead').referrals.changeAgency({ agencyId: id, seenVersion: version, agency: agencyOf({ capacity: 5 }), active: true })
    await expect(as('planner').referrals.changeAgency({ agencyId: id, seenVersion: version, agency: agencyOf({ capacity: 9 }), active: true }))
      .rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await as('planner').referrals.agencies({})).toMatchObject([{ capacity: 5, version: 2 }])
  })

  it('keeps how to get there, and a list without that column leaves it as it is', async () => {
    const { as } = await openCounter()
    const planner = as('planner')
    await planner.referrals.addAgency({ agency: agencyOf({ directions: '버스 정류장 맞은편이에요.' }) })
    const known = await planner.referrals.agencies({})
    expect(known).toMatchObject([{ directions: '버스 정류장 맞은편이에요.' }])
    const { name } = known[0]!
    expect(readAgencyList(`기관명,분야,구분\n${name},복지,민간`, known).rows[0]?.agency.directions).toBe('버스 정류장 맞은편이에요.')
    expect(readAgencyList(`기관명,분야,구분,찾아가는 길\n${name},복지,민간,시장 안 2층`, known).rows[0]?.agency.directions).toBe('시장 안 2층')
    await expect(planner.referrals.addAgency({ agency: agencyOf({ name: '긴길복지관', directions: '길'.repeat(201) }) })).rejects.toMatchObject({ code: 'MALFORMED' })
  })

  it('takes no second agency of the same name, however it is spaced', async () => {
    const { as } = await openCounter()
    await as('planner').referrals.addAgency({ agency: agencyOf({ name: '보기 종합복지관' }) })
    await expect(as('planner').referrals.addAgency({ agency: agencyOf({ name: '보기종합 복지관' }) })).rejects.toMatchObject({ code: 'AGENCY_EXISTS' })
  })

  it('is not the counter\'s: a clerk is turned away', async () => {
    const { as } = await openCounter()
    await expect(as('clerk').referrals.agencies({})).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(as('clerk').referrals.addAgency({ agency: agencyOf() })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('counts a family once, however many referrals it has there, and no longer once they have ended', async () => {
    const counter = await openCounter()
    await nameRecipients(counter, ['보기종합복지관'])
    const planner = counter.as('planner')
    const { id } = await planner.referrals.addAgency({ agency: agencyOf() })
    const { caseId, personId } = await openCase(counter)
    const families = async () => (await planner.referrals.agencies({}))[0]!.families
    const send = async () => {
      const { id: referralId, version } = await planner.referrals.begin({ caseId, agencyId: id, draft: draftFor(personId) })
      return planner.referrals.send({ referralId, seenVersion: version })
    }
    const [first, second] = [await send(), await send()]
    expect(await families()).toBe(1)
    for (const { id: referralId, version } of [first, second])
      await planner.referrals.answer({ referralId, seenVersion: version, answer: 'declined', reasonCode: 'full', on: '2026-11-23' as never, note: '' })
    expect(await families()).toBe(0)
  })

  it('refers nobody to an agency that takes no referrals now', async () => {
    const counter = await openCounter()
    const planner = counter.as('planner')
    const { id, version } = await planner.referrals.addAgency({ agency: agencyOf() })
    await planner.referrals.changeAgency({ agencyId: id, seenVersion: version, agency: agencyOf(), active: false })
    const { caseId, personId } = await openCase(counter)
    expect(await planner.referrals.agencies({})).toEqual([])
    expect(await planner.referrals.agencies({ includeInactive: true })).toHaveLength(1)
    await expect(planner.referrals.begin({ caseId, agencyId: id, draft: draftFor(personId) })).rejects.toMatchObject({ code: 'AGENCY_NOT_ACTIVE' })
  })
})

const list = `기관명,분야,구분,지역,전화,정원,홈페이지
보기종합복지관,복지·돌봄,민간(위탁),"표본동, 견본동",02-000-0200,30가구,x
예시보건소,보건,공공,,02-000-0300,,x
,복지,민간,,,,
견본법률상담소,점성술,민간,,,,
견본쉼터,안전,개인,,,,
견본일터,고용,민간,,전화없음,,
견본학교,교육,민간,,,많음,
예시 보건소,보건,공공,,,,`

describe('a list of agencies that an office has', () => {
  it('is read line by line; what is not right is told with line and reason', () => {
    const { rows, troubles, unknownColumns } = readAgencyList(list, [])
    expect(rows).toMatchObject([
      { line: 2, becomes: 'new', agency: { name: '보기종합복지관', fields: ['welfare', 'care'], sector: 'private', area: '표본동, 견본동', capacity: 30 } },
      { line: 3, becomes: 'new', agency: { name: '예시보건소', fields: ['health'], sector: 'public', capacity: null } },
    ])
    expect(troubles.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'name-missing'],
      [5, 'field-unknown'],
      [6, 'sector-unknown'],
      [7, 'phone-malformed'],
      [8, 'capacity-not-number'],
      [9, 'twice'],
    ])
    expect(unknownColumns).toEqual(['홈페이지'])
  })

  it('says which columns are missing and reads nothing without them', () => {
    expect(readAgencyList('기관명,전화\n보기,02', [])).toMatchObject({ missingColumns: ['fields', 'sector'], rows: [], troubles: [] })
    expect(readAgencyList('', [])).toMatchObject({ missingColumns: ['name', 'fields', 'sector'] })
  })

  it('is split at tabs when pasted, and keeps separators and line breaks inside quotation marks', () => {
    expect(splitTable('기관명\t분야\n"보기\t""관"""\t복지')).toEqual([{ line: 1, cells: ['기관명', '분야'] }, { line: 2, cells: ['보기\t"관"', '복지'] }])
    expect(splitTable('\uFEFFa,b\r\n"한\n줄",2\r\n\r\n끝,3')).toEqual([{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['한\n줄', '2'] }, { line: 5, cells: ['끝', '3'] }])
  })

  it('adds what is new, changes what differs, leaves the rest, and keeps what its columns do not speak of', async () => {
    const { as } = await openCounter()
    const planner = as('planner')
    await planner.referrals.addAgency({ agency: agencyOf({ contact: '박보기', capacity: 10 }) })
    const text = '기관명,분야,구분,정원\n보기종합복지관,복지,민간,12\n예시보건소,보건,공공,'
    expect((await planner.referrals.readAgencies({ text })).rows.map(({ becomes }) => becomes)).toEqual(['changed', 'new'])
    expect(await planner.referrals.importAgencies({ text })).toEqual({ added: 1, changed: 1, same: 0, leftOut: 0 })
    expect(await planner.referrals.agencies({ text: '보기' })).toMatchObject([{ contact: '박보기', capacity: 12, phone: '02-000-0200', version: 2 }])
    expect(await planner.referrals.importAgencies({ text })).toEqual({ added: 0, changed: 0, same: 2, leftOut: 0 })
  })

  it('is refused when no line is right', async () => {
    const { as } = await openCounter()
    await expect(as('lead').referrals.importAgencies({ text: '기관명,분야,구분\n,복지,민간' })).rejects.toMatchObject({ code: 'AGENCY_LIST_EMPTY' })
  })
})
