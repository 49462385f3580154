/** Finding items by what stands on them in either language; initial consonants (ㅈㅅ) find Korean words too. */
import type { Handbook, Item } from '#core/handbook/model'
import { getChoseong } from 'es-hangul'

const bare = (text: string) => text.toLowerCase().replace(/\s+/g, '')
const textsIn = (value: unknown): string[] => typeof value === 'object' && value !== null
  ? Object.entries(value).flatMap(([key, each]) => (key === 'ko' || key === 'en') && typeof each === 'string' ? [each] : textsIn(each))
  : []

export function matchItems({ topics, items }: Handbook, asked: string): Item[] {
  const wanted = bare(asked)
  if (wanted === '')
    return []
  const initials = /^[\u3131-\u314E\s]+$/.test(asked)
  const titleOf = new Map(topics.map(({ id, title }) => [id, `${title.ko} ${title.en}`]))
  return items.filter((item) => {
    const words = [...textsIn(item), item.kind === 'question' ? titleOf.get(item.topic) ?? '' : ''].join(' ')
    return bare(words).includes(wanted) || (initials && bare(getChoseong(words)).includes(wanted))
  })
}
