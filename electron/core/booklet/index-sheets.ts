/** The two indexes: by name under its initial letter, and by what somebody needs (관심주제). */
import type { Block } from '../guide/sheet.ts'
import type { BookletService } from './booklet-data.ts'
import type { BookletSpeaker } from './speak.ts'
import { block } from '../guide/sheet-frame.ts'
import { Theme } from '../policy/welfare-service.ts'
import { inOrder, nameIndex } from './name-index.ts'

export interface Indexed { readonly name: string, readonly anchor: string }

export const indexed = ({ entry: { name, anchor } }: BookletService): Indexed => ({ name, anchor })

/** Lines with the page of each, in the order given. */
export const pageList = (entries: readonly Indexed[], columns: 1 | 2): Block =>
  ({ kind: 'page-list', columns, rows: entries.map(({ name, anchor }) => ({ text: name, level: 2, anchors: [anchor] })) })

export const nameIndexGroups = ({ code }: BookletSpeaker, entries: readonly Indexed[], columns: 1 | 2): Block[][] =>
  nameIndex(entries, code).map(({ letter, entries: under }) => [
    ...letter === '' ? [] : [block.heading(letter, 2)],
    pageList(under, columns),
  ])

/** A service with several needs stands under each of them. */
export function needIndexGroups({ b, code }: BookletSpeaker, services: readonly BookletService[], columns: 1 | 2): Block[][] {
  return Theme.options.flatMap((theme) => {
    const under = services.filter(({ themes }) => themes.includes(theme)).map(indexed)
    return under.length === 0 ? [] : [[block.heading(b(`theme.${theme}`), 2), pageList(inOrder(under, code), columns)]]
  })
}
