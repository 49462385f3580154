/** 복지로 중앙부처: `NationalWelfarelistV001` (list) and `NationalWelfaredetailedV001` (detail). */
import type { Values } from './read-values.ts'
import type { OfficialFields } from './reading.ts'
import { ApplyWay } from '../../policy/official-record.ts'
import { behind, entriesOf, nameOf, provisionOf, stagesOf, targetsOf, themesOf, waysOf } from './read-bokjiro.ts'
import { linkOf } from './read-values.ts'
import { tidyText } from './tidy-text.ts'

const shared = (values: Values): OfficialFields => {
  const name = values.line('servNm')
  return {
    ...name === undefined ? {} : { name },
    stages: stagesOf(values, 'lifeArray'),
    targets: targetsOf(values, 'trgterIndvdlArray'),
    themes: themesOf(values, 'intrsThemaArray'),
    cycle: values.line('sprtCycNm'),
    provision: provisionOf(values, 'srvPvsnNm'),
    forPersons: true,
  }
}

const mainPhone = (values: Values, agency: string) => {
  const phone = values.line('rprsCtadr')
  return phone === undefined ? undefined : { name: agency || phone, phone }
}

export function readCentralList(values: Values): OfficialFields {
  const agency = values.line('jurMnofNm') ?? ''
  const phone = mainPhone(values, agency)
  return {
    ...shared(values),
    ...onlyInLists(values),
    summary: values.prose('servDgst'),
    agency,
    department: values.line('jurOrgNm'),
    contacts: phone === undefined ? [] : [phone],
  }
}

/** Collections of others put the fields of the list into the detail: there they count as well. */
function onlyInLists(values: Values): OfficialFields {
  const link = values.line('servDtlLink')
  const named = values.line('aplyMtdNm')
  const online = values.line('onapPsbltYn')
  const ways = waysOf(values.words('aplyMtdNm'), 'aplyMtdNm', values.tell)
  if (online === 'Y' && !ways.includes('online'))
    ways.push('online')
  return {
    ...named === undefined && online === undefined ? {} : { ways: ApplyWay.options.filter(way => ways.includes(way)) },
    ...link === undefined ? {} : { url: linkOf(link, 'servDtlLink', values.tell) },
    views: values.whole('inqNum'),
  }
}

export function readCentralDetail(values: Values): OfficialFields {
  const { agency, department } = officeOf(values.line('jurMnofNm') ?? '')
  const year = values.whole('crtrYr')
  const channels = channelsOf(values)
  return {
    ...shared(values),
    ...onlyInLists(values),
    summary: values.prose('wlfareInfoOutlCn') ?? values.prose('servDgst'),
    agency,
    department: department ?? values.line('jurOrgNm'),
    forWhom: values.prose('tgtrDtlCn'),
    selection: values.prose('slctCritCn'),
    benefit: values.prose('alwServCn'),
    howToApply: channels.filter(({ role }) => role === '신청기관').map(({ text }) => text).join('\n') || undefined,
    channels,
    referenceYear: year !== undefined && year >= 1990 && year <= 2100 ? year : undefined,
    ...entriesOf(values, mainPhone(values, agency)),
  }
}

/** "보건복지부 출산정책과"; a ministry of several words ends with a comma before the next. */
function officeOf(text: string): { readonly agency: string, readonly department?: string } {
  const [, agency, department] = /^([^\s,]+) (.+)$/.exec(text) ?? []
  return agency === undefined || department === undefined ? { agency: text } : { agency, department }
}

/** Roles end in words for "list of contacts" that say nothing here: "신청기관연락처목록" is 신청기관. */
const channelsOf = (values: Values): { readonly role: string, readonly text: string }[] =>
  values.entries('applmetList').flatMap((entry) => {
    const text = tidyText(behind(entry))
    const role = nameOf(entry).replace(/(?:연락처)?목록$/, '').trim()
    return text === '' ? [] : [{ role, text }]
  }).toSorted((one, other) => one.role < other.role ? -1 : one.role > other.role ? 1 : 0)
