/** Single values of a record: texts, days, numbers, lists, links. What cannot be read is told and left out. */
import type { RawRecord, Tell } from './reading.ts'
import { PlainDate } from '../../kernel/dates.ts'
import { excerpt } from './reading.ts'
import { breakAtBullets, tidyLine, tidyText } from './tidy-text.ts'
import { wordKey } from './vocabulary.ts'

/** Characters of a text and of a line; the longest true text has about 9,000. */
const longest = { line: 300, prose: 30_000 }
/** Characters of which they are read, with their tags and entities; a character escaped twice takes twelve. */
const longestRead = { line: 4_000, prose: 120_000 }

export interface Values {
  readonly line: (field: string) => string | undefined
  readonly prose: (field: string) => string | undefined
  /** YYYYMMDD, YYYY-MM-DD, or either with a time behind it. 99991231 is no day: it never ends. */
  readonly day: (field: string) => PlainDate | undefined
  readonly whole: (field: string) => number | undefined
  /** Words between commas or `||`. */
  readonly words: (field: string) => readonly string[]
  readonly entries: (group: string) => readonly ReadonlyMap<string, string>[]
  readonly tell: Tell
}

export function readValues(raw: RawRecord, tell: Tell): Values {
  const tidied = (field: string, kind: 'line' | 'prose', tidy: (text: string) => string): string | undefined => {
    const value = raw.values.get(field)
    return value === undefined ? undefined : cut(tidy(value.slice(0, longestRead[kind])), field, longest[kind], value.length > longestRead[kind], tell) || undefined
  }
  const line = (field: string): string | undefined => tidied(field, 'line', tidyLine)
  return {
    tell,
    line,
    prose: field => tidied(field, 'prose', text => breakAtBullets(tidyText(text))),
    day: (field) => {
      const text = line(field)
      return text === undefined ? undefined : dayOf(text, field, tell)
    },
    whole: (field) => {
      const text = line(field)?.replaceAll(',', '')
      if (text === undefined)
        return undefined
      if (/^\d{1,9}$/.test(text))
        return Number(text)
      tell('number-unreadable', field, excerpt(text))
      return undefined
    },
    words: field => wordsOf((raw.values.get(field) ?? '').slice(0, longestRead.prose)),
    entries: group => (raw.groups.get(group) ?? []).slice(0, 300),
  }
}

/** @param broken whether something stood behind the text already, so that half an entity or a tag may end it */
function cut(text: string, field: string, most: number, broken: boolean, tell: Tell): string {
  if (text === '' || (text.length <= most && !broken))
    return text
  tell('text-shortened', field)
  return tidyText(`${text.slice(0, most).toWellFormed().replace(/(?:&[^;&]{0,40}|<[^<>]{0,400})$/, '')}…`)
}

const never = '99991231'

function dayOf(text: string, field: string, tell: Tell): PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})[-.]?(\d{2})[-.]?(\d{2})(?:[T\s]?\d{2}:?\d{2}(?::?\d{2})?(?:\.\d+)?)?$/.exec(text) ?? []
  if (`${year}${month}${day}` === never)
    return undefined
  const read = PlainDate.safeParse(`${year}-${month}-${day}`)
  if (read.success)
    return read.data
  tell('date-unreadable', field, excerpt(text))
  return undefined
}

/** Commas with and without a space, `||`; never a middle dot, which belongs to a word. */
export const wordsOf = (text: string): readonly string[] =>
  tidyText(text).split(/\|\||[,;\n]/).map(word => word.trim()).filter(word => word !== '').slice(0, 100)

/** Our word for each of theirs, in our order, each once; an unknown one is told. 'every' limits nothing. */
export function coded<Code extends string>(words: readonly string[], known: Readonly<Record<string, Code | 'every'>>, order: readonly Code[], unknown: (word: string) => void): Code[] {
  const found = new Set<Code | 'every'>()
  for (const word of words) {
    const key = wordKey(word)
    if (Object.hasOwn(known, key))
      found.add(known[key]!)
    else
      unknown(excerpt(word))
  }
  return order.filter(code => found.has(code))
}

/** An address that a browser may follow; `www.…` is written without its scheme by many offices. */
export function linkOf(text: string, field: string, tell: Tell): string | undefined {
  const address = tidyLine(text)
  if (/^https?:\/\/[^\s<>"]{3,1000}$/i.test(address))
    return address
  if (/^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}(?:[/?][^\s<>"]{0,900})?$/i.test(address))
    return `http://${address}`
  if (address !== '')
    tell('link-unreadable', field, excerpt(address))
  return undefined
}
