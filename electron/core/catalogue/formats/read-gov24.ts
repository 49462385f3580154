/** 정부24 공공서비스(혜택): `serviceList`, `serviceDetail` and `supportConditions`, joined by 서비스ID. */
import type { Values } from './read-values.ts'
import type { OfficialFields, RawRecord } from './reading.ts'
import { Theme } from '../../policy/welfare-service.ts'
import { waysOf } from './read-bokjiro.ts'
import { contactsOf, lawsOf } from './read-contacts.ts'
import { linkOf } from './read-values.ts'
import { excerpt } from './reading.ts'
import { regionOf } from './region.ts'
import { tidyLine } from './tidy-text.ts'
import { conditionCode, fieldWords, wordKey } from './vocabulary.ts'

export function readGov24List(values: Values): OfficialFields {
  const name = values.line('서비스명')
  const agency = values.line('소관기관명') ?? ''
  const link = values.line('상세조회URL')
  const office = values.line('접수기관')
  return {
    ...name === undefined ? {} : { name },
    summary: values.prose('서비스목적요약'),
    agency,
    department: values.line('부서명'),
    ...placeOf(values, agency),
    themes: themesOf(values),
    forWhom: values.prose('지원대상'),
    selection: values.prose('선정기준'),
    benefit: values.prose('지원내용'),
    applyPeriod: values.prose('신청기한'),
    provision: wordsBetweenBars(values, '지원유형'),
    ways: waysOf(values.words('신청방법'), '신청방법', values.tell),
    contacts: contactsOf(values.prose('전화문의') ?? ''),
    channels: office === undefined ? [] : [{ role: '접수기관', text: office }],
    url: link === undefined ? undefined : linkOf(link, '상세조회URL', values.tell),
    modifiedOn: values.day('수정일시'),
    views: values.whole('조회수'),
    forPersons: isForPersons(values),
  }
}

export function readGov24Detail(values: Values): OfficialFields {
  const name = values.line('서비스명')
  const agency = values.line('소관기관명') ?? ''
  const office = values.line('접수기관명')
  const sites = (values.line('온라인신청사이트URL') ?? '').split('||').flatMap(text => linkOf(text, '온라인신청사이트URL', values.tell) ?? [])
  return {
    ...name === undefined ? {} : { name },
    summary: values.prose('서비스목적'),
    agency,
    ...regionOf(agency),
    forWhom: values.prose('지원대상'),
    selection: values.prose('선정기준'),
    benefit: values.prose('지원내용'),
    howToApply: values.prose('신청방법'),
    applyPeriod: values.prose('신청기한'),
    papers: papersOf(values),
    provision: wordsBetweenBars(values, '지원유형'),
    contacts: contactsOf(values.prose('문의처') ?? ''),
    channels: office === undefined ? [] : [{ role: '접수기관', text: office }],
    sites: sites.map(url => ({ name: '온라인 신청', url })),
    laws: lawsOf(['법령', '자치법규', '행정규칙'].flatMap(field => values.prose(field) ?? [])),
    modifiedOn: values.day('수정일시'),
  }
}

/** The codes marked "Y" and the ages. An age that is no number is told and left out: nothing is known of it. */
export function readGov24Conditions(values: Values, raw: RawRecord): OfficialFields {
  const codes: string[] = []
  for (const [field, value] of raw.values) {
    if (!field.startsWith('JA') || field === 'JA0110' || field === 'JA0111')
      continue
    if (!conditionCode.test(field))
      values.tell('code-unknown', 'JA', excerpt(tidyLine(field)))
    else if (tidyLine(value).toUpperCase() === 'Y')
      codes.push(field)
  }
  const [ageFrom, ageTo] = [values.whole('JA0110'), values.whole('JA0111')]
  return {
    conditions: {
      codes: codes.sort(),
      ...ageFrom === undefined ? {} : { ageFrom },
      ...ageTo === undefined ? {} : { ageTo },
    },
  }
}

function themesOf(values: Values): Theme[] {
  const found = new Set<Theme>()
  for (const word of wordsBetweenBars(values, '서비스분야')) {
    const key = wordKey(word)
    if (!Object.hasOwn(fieldWords, key))
      values.tell('theme-unknown', '서비스분야', excerpt(word))
    else
      fieldWords[key]!.forEach(theme => found.add(theme))
  }
  return Theme.options.filter(theme => found.has(theme))
}

const wordsBetweenBars = (values: Values, field: string): string[] =>
  [...new Set((values.line(field) ?? '').split('||').map(word => word.trim()).filter(word => word !== ''))].sort()

const local = ['광역시도', '시군구', '교육청', '지방공기업', '지방출자_출연기관']

/** A local body whose name names no province is told: its service would look as if it were the whole country's. */
function placeOf(values: Values, agency: string): ReturnType<typeof regionOf> {
  const region = regionOf(agency)
  if (region.province === undefined && region.district === undefined && local.includes(values.line('소관기관유형') ?? ''))
    values.tell('province-unknown', '소관기관명', excerpt(agency))
  return region
}

/** Without the field nothing is known, and what is not known is not "for firms only". */
function isForPersons(values: Values): boolean {
  const users = wordsBetweenBars(values, '사용자구분')
  return users.length === 0 || users.some(user => user === '개인' || user === '가구')
}

const nothing = /^(?:해당\s?(?:사항)?\s?없음|없음|-|\.)$/

/** 구비서류; behind it what the official, or the official with the resident's agreement, looks up. */
function papersOf(values: Values): string | undefined {
  const told = (field: string) => {
    const text = values.prose(field)?.replaceAll('||', '\n')
    return text === undefined || nothing.test(text) ? undefined : text
  }
  const looksUp = told('공무원확인구비서류')
  const withAgreement = told('본인확인필요구비서류')
  return [
    told('구비서류'),
    looksUp === undefined ? undefined : `[담당 공무원이 확인하는 서류]\n${looksUp}`,
    withAgreement === undefined ? undefined : `[본인이 동의하면 담당 공무원이 확인하는 서류]\n${withAgreement}`,
  ].filter(text => text !== undefined).join('\n\n') || undefined
}
