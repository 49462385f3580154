/** A chapter: services in full under what they are for, then those that stand in full elsewhere, with their page. */
import type { Block } from '../guide/sheet.ts'
import type { BookletService } from './booklet-data.ts'
import type { Chapter } from './chapters.ts'
import type { BookletSpeaker } from './speak.ts'
import { block } from '../guide/sheet-frame.ts'
import { Theme } from '../policy/welfare-service.ts'
import { indexed, pageList } from './index-sheets.ts'
import { inOrder } from './name-index.ts'

/** Sections are found by their name in the contents. */
export const sectionAnchor = (section: string): string => `section:${section}`

export const sectionHeading = ({ b }: BookletSpeaker, section: string): Block =>
  ({ kind: 'heading', text: b(`section.${section}`), level: 1, anchor: sectionAnchor(section) })

export function chapterGroups(speaker: BookletSpeaker, { section, full, lines }: Chapter, columns: 1 | 2): Block[][] {
  const { b } = speaker
  const opening = [sectionHeading(speaker, section), block.say(b(`intro.${section}`), 'meta')]
  const groups = [...byNeed(speaker, full), ...elsewhere(speaker, lines, columns)]
  const [first = [], ...rest] = groups
  return [[...opening, ...first], ...rest]
}

/** Under the first need of each service; a heading never stands without a service below it. */
function byNeed({ b, code }: BookletSpeaker, services: readonly BookletService[]): Block[][] {
  return Theme.options.flatMap((theme) => {
    const named = services.filter(({ themes }) => themes[0] === theme).map(({ entry }) => ({ name: entry.name, entry }))
    return inOrder(named, code)
      .map(({ entry }, place): Block[] => [...place === 0 ? [block.heading(b(`theme.${theme}`), 2)] : [], entry])
  })
}

const elsewhere = ({ b, code }: BookletSpeaker, services: readonly BookletService[], columns: 1 | 2): Block[][] => services.length === 0
  ? []
  : [[block.heading(b('elsewhere'), 2), pageList(inOrder(services.map(indexed), code), columns)]]
