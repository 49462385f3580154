/** 복지로 지자체: `LcgvWelfarelist` (list) and `LcgvWelfaredetailed` (detail). */
import type { Values } from './read-values.ts'
import type { OfficialFields } from './reading.ts'
import { entriesOf, provisionOf, stagesOf, targetsOf, themesOf, waysOf } from './read-bokjiro.ts'
import { linkOf } from './read-values.ts'
import { excerpt } from './reading.ts'
import { provinceOf, regionOf } from './region.ts'

function shared(values: Values): OfficialFields {
  const name = values.line('servNm')
  const link = values.line('servDtlLink')
  return {
    ...name === undefined ? {} : { name },
    ...placeOf(values),
    summary: values.prose('servDgst'),
    stages: stagesOf(values, 'lifeNmArray'),
    targets: targetsOf(values, 'trgterIndvdlNmArray'),
    themes: themesOf(values, 'intrsThemaNmArray'),
    cycle: values.line('sprtCycNm'),
    provision: provisionOf(values, 'srvPvsnNm'),
    ways: waysOf(values.words('aplyMtdNm'), 'aplyMtdNm', values.tell),
    url: link === undefined ? undefined : linkOf(link, 'servDtlLink', values.tell),
    modifiedOn: values.day('lastModYmd'),
    views: values.whole('inqNum'),
    forPersons: true,
  }
}

export const readLocalList = shared

export const readLocalDetail = (values: Values): OfficialFields => ({
  ...shared(values),
  from: values.day('enfcBgngYmd'),
  until: values.day('enfcEndYmd'),
  forWhom: values.prose('sprtTrgtCn'),
  selection: values.prose('slctCritCn'),
  benefit: values.prose('alwServCn'),
  howToApply: values.prose('aplyMtdCn') ?? sentencesOf(values),
  ...entriesOf(values, undefined),
})

/** Some offices write into the list of ways how it is done, in sentences. */
function sentencesOf(values: Values): string | undefined {
  const text = values.prose('aplyMtdNm')
  return text !== undefined && text.length > 30 ? text : undefined
}

/**
 * Province, district, office. Some records name a department where the province belongs; then the department's own
 * path tells, and where it does not either, the district stands alone and it is told.
 */
function placeOf(values: Values): Pick<OfficialFields, 'province' | 'district' | 'agency' | 'department'> {
  const named = values.line('ctpvNm')
  const path = values.line('bizChrDeptNm')
  const province = provinceOf(named ?? '') ?? provinceOf(path ?? '')
  if (named !== undefined && provinceOf(named) === undefined)
    values.tell('province-unknown', 'ctpvNm', excerpt(named))
  const district = values.line('sggNm') ?? regionOf(path?.split(' ').slice(0, 2).join(' ') ?? '').district
  const office = [province, district].filter(part => part !== undefined).join(' ')
  const agency = path?.split(' ')[0]?.endsWith('교육청') ? path.split(' ')[0] ?? office : office
  const department = path?.startsWith(agency) ? path.slice(agency.length).trim() : path
  return { province, district, agency, department: department === '' ? undefined : department }
}
