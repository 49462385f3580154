/** What the two catalogues of 복지로 have in common: stages, targets, themes, ways, and entries under two sets of names. */
import type { ApplyWay } from '../../policy/official-record.ts'
import type { Values } from './read-values.ts'
import type { OfficialFields, Tell } from './reading.ts'
import { ApplyWay as ApplyWays } from '../../policy/official-record.ts'
import { LifeStage, Target, Theme } from '../../policy/welfare-service.ts'
import { contactFrom, contactOf, lawsOf, once } from './read-contacts.ts'
import { coded, linkOf } from './read-values.ts'
import { excerpt } from './reading.ts'
import { tidyLine } from './tidy-text.ts'
import { stageWords, targetWords, themeWords, wayWords, wordKey } from './vocabulary.ts'

type Entry = ReadonlyMap<string, string>

export const stagesOf = (values: Values, field: string): LifeStage[] =>
  coded(values.words(field), stageWords, LifeStage.options, word => values.tell('stage-unknown', field, word))

export const targetsOf = (values: Values, field: string): Target[] =>
  coded(values.words(field), targetWords, Target.options, word => values.tell('target-unknown', field, word))

export const themesOf = (values: Values, field: string): Theme[] =>
  coded(values.words(field), themeWords, Theme.options, word => values.tell('theme-unknown', field, word))

/** A whole sentence among the ways (신청 접수(온라인, 방문) → 대상자 확정) is not one of them: it is told once, and the others count. */
export function waysOf(words: readonly string[], field: string, tell: Tell): ApplyWay[] {
  const found = new Set<ApplyWay>()
  let told = false
  for (const word of words) {
    const key = wordKey(word)
    const way = Object.hasOwn(wayWords, key) ? wayWords[key] : undefined
    if (way === undefined) {
      if (!told)
        tell('way-unknown', field, excerpt(word))
      told = true
    }
    else if (way !== 'none' && way !== 'prose')
      found.add(way)
  }
  return ApplyWays.options.filter(way => found.has(way))
}

/** "프로그램/서비스(서비스)" and "전자바우처(바우처)" as they are named; each once, in the order of the alphabet. */
export const provisionOf = (values: Values, field: string): string[] => [...new Set(values.words(field).map(tidyLine))].sort()

/** Entries of contacts, sites, laws and forms: `servSeDetailNm`/`servSeDetailLink` (중앙) or `wlfareInfoReldNm`/`wlfareInfoReldCn` (지자체). */
export const nameOf = (entry: Entry): string => tidyLine(entry.get('servSeDetailNm') ?? entry.get('wlfareInfoReldNm') ?? '')
export const behind = (entry: Entry): string => tidyLine(entry.get('servSeDetailLink') ?? entry.get('wlfareInfoReldCn') ?? '')

/** Contacts, sites, laws and forms of a detail. @param phone of the whole service, where it has one */
export function entriesOf(values: Values, first: { readonly name: string, readonly phone: string } | undefined): Pick<OfficialFields, 'contacts' | 'sites' | 'laws' | 'forms'> {
  const links = (group: string) => values.entries(group).flatMap((entry) => {
    const url = linkOf(behind(entry), group, values.tell)
    return url === undefined ? [] : [{ name: nameOf(entry) || url, url }]
  })
  const contacts = values.entries('inqplCtadrList').flatMap((entry) => {
    const text = entry.get('text')
    return (text === undefined ? contactFrom(nameOf(entry), behind(entry)) : contactOf(text)) ?? []
  })
  return {
    contacts: once(first === undefined ? contacts : [...contacts, first]),
    sites: links('inqplHmpgReldList'),
    laws: lawsOf(values.entries('baslawList').map(nameOf)),
    forms: links('basfrmList'),
  }
}
