/** Birth years in the sentences of a lookup ("부모님(1950년생)", "parent (born 1950)"): taken out for a paper with masked names. */
import type { Texts } from '../../host.ts'

/** The same plain data with every sentence free of them, in both languages as the text files write them. */
export function withoutBirthYears<Value>(value: Value, texts: Texts): Value {
  const written = [texts.ko.reasons?.['who.born'], texts.en.reasons?.['who.born']]
    .flatMap(template => typeof template === 'string' ? template.split('{who}') : [])
    .filter(part => part.includes('{year}'))
    .map(part => new RegExp(part.split('{year}').map(escaped).join(String.raw`\d{4}`), 'g'))
  return cleaned(value, text => written.reduce((left, pattern) => left.replace(pattern, ''), text)) as Value
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

function cleaned(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string')
    return clean(value)
  if (Array.isArray(value))
    return value.map(each => cleaned(each, clean))
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, cleaned(inside, clean)])) : value
}
