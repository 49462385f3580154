/** Whom to call, and laws: written in half a dozen ways. */
import { tidyLine } from './tidy-text.ts'

export interface Contact { readonly name: string, readonly phone?: string }

/** A number at the end of a line: 02-2133-7334, 0215776119, 1577-8136, 129. */
const lastNumber = /(?<![\d-])((?:\d{2,4}[-)\s.]){1,2}\d{4}|0\d{8,10}|1\d{2}|1[3-9]\d{2})\)?$/

/** "보건복지상담센터 129" → name and number; without a number the whole is the name. */
export function contactOf(text: string): Contact | undefined {
  const line = tidyLine(text)
  if (line === '')
    return undefined
  const found = lastNumber.exec(line)
  if (!found?.[1])
    return { name: line }
  return { name: line.slice(0, found.index).replace(/[\s/:(]{1,9}$/, '') || found[1], phone: found[1] }
}

/** Name and number apart, either of which may be missing. */
export function contactFrom(name: string | undefined, phone: string | undefined): Contact | undefined {
  const [called, number] = [tidyLine(name ?? ''), tidyLine(phone ?? '')]
  if (called === '' && number === '')
    return undefined
  if (number === '')
    return contactOf(called)
  // Behind the slash 정부24 has now and then an office instead of a number.
  return /\d{3}/.test(number) ? { name: called || number, phone: number } : { name: [called, number].filter(text => text !== '').join(', ') }
}

/** "보건복지상담센터/129||국민연금공단/1355" as 정부24 writes them. */
export const contactsOf = (text: string): Contact[] => once(text.split('||').flatMap((entry) => {
  const [name, ...rest] = entry.split('/')
  return contactFrom(name, rest.join('/')) ?? []
}))

/** Each number or name once, in the order given. */
export function once(contacts: readonly Contact[]): Contact[] {
  const seen = new Set<string>()
  return contacts.filter(({ name, phone }) => {
    const key = phone ?? name
    return seen.has(key) ? false : seen.add(key)
  })
}

/** "농어업경영체법(제16조의0, 제0항)": zeros stand for "no such part". */
export const lawOf = (text: string): string => tidyLine(text)
  .replace(/제0조(?:의0)?(?:, ?)?/g, '')
  .replace(/조의0(?!\d)/g, '조')
  .replace(/,? ?제0항/g, '')
  .replace(/\( ?\)/g, '')
  .trim()

export const lawsOf = (texts: readonly string[]): string[] => [...new Set(texts.flatMap(text => text.split('||')).map(lawOf).filter(law => law !== ''))]
