/**
 * The booklet of the year as a book: cover, contents, how to use it, the chosen sections in the office's order.
 *
 * Everything comes in with the data. Nothing of anybody, every service in full exactly once.
 */
import type { Book, BookPart } from '../guide/book.ts'
import type { Block, Sheet } from '../guide/sheet.ts'
import type { BookletData } from './booklet-data.ts'
import type { Chapters } from './chapters.ts'
import type { BookletSection } from './model.ts'
import type { BookletSpeaker } from './speak.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { chapterGroups, sectionHeading } from './chapter-groups.ts'
import { chaptersOf } from './chapters.ts'
import { directoryGroups } from './directory.ts'
import { contentsGroups, coverGroups, useGroups } from './front-groups.ts'
import { indexed, nameIndexGroups, needIndexGroups } from './index-sheets.ts'
import { indexedRecords, recordEntries } from './record-groups.ts'

interface Section { readonly section: BookletSection, readonly groups: Block[][] }

/** @param breathe lets whoever else waits have a turn; asked after every section, for hundreds of services at a stretch keep every counter waiting */
export async function makeBooklet(data: BookletData, speaker: BookletSpeaker, breathe: () => Promise<void>): Promise<Book> {
  const title = speaker.b('title', { year: data.choices.year })
  const sections = await sectionsOf(data, speaker, breathe)
  const sheet = (groups: readonly (readonly Block[])[]): Sheet => sheetIn(data, speaker, title, groups)
  const parts: BookPart[] = [
    { sheet: sheet(coverGroups(speaker, data)), numbering: 'none', right: true },
    { sheet: sheet(contentsGroups(speaker, sections.map(({ section }) => section))), numbering: 'front', right: true },
    { sheet: sheet(useGroups(speaker, data)), numbering: 'front', right: false },
    ...sections.map(({ groups }, place): BookPart => ({ sheet: sheet(groups), numbering: 'through', right: place === 0 })),
  ]
  return { title, parts, bound: true }
}

function sheetIn({ choices, office, release, made }: BookletData, speaker: BookletSpeaker, title: string, groups: readonly (readonly Block[])[]): Sheet {
  const footer = speaker.b('footer', { year: choices.year, day: speaker.day(made), release: release.id })
  return { ...sheetOf(speaker, { edition: choices.print, paper: choices.paper, office, title, footer }, groups), language: speaker.code }
}

/** In the order of the office; a section with nothing in it is left out. */
async function sectionsOf(data: BookletData, speaker: BookletSpeaker, breathe: () => Promise<void>): Promise<Section[]> {
  const { services, choices } = data
  const { chapters, homeless } = chaptersOf(services, choices.sections)
  const away = new Set(homeless)
  const inBook = services.filter(service => !away.has(service))
  const sections: Section[] = []
  for (const { section } of choices.sections.filter(({ on }) => on)) {
    await breathe()
    const groups = groupsOf(section, { ...data, services: inBook }, chapters, speaker)
    if (groups.length > 0)
      sections.push({ section, groups })
  }
  await breathe()
  return sections
}

function groupsOf(section: BookletSection, data: BookletData, chapters: Chapters['chapters'], speaker: BookletSpeaker): Block[][] {
  const { services, choices, agencies, records } = data
  const columns = choices.paper === 'a5' || choices.print === 'large' ? 1 : 2
  const withHeading = (groups: Block[][]): Block[][] =>
    groups.length === 0 ? [] : [[sectionHeading(speaker, section), block.say(speaker.b(`intro.${section}`), 'meta'), ...groups[0]!], ...groups.slice(1)]
  const shown = choices.sections.some(choice => choice.section === 'records' && choice.on)
  switch (section) {
    case 'need-index': return withHeading(needIndexGroups(speaker, services, columns))
    case 'name-index': return withHeading(nameIndexGroups(speaker, [...services.map(indexed), ...(shown ? indexedRecords(records) : [])], columns))
    case 'agencies': return withHeading(agencies.length === 0 ? [] : directoryGroups(speaker, agencies))
    case 'records': return withHeading(recordEntries(speaker, data).map(entry => [entry]))
    default: return chapters.filter(chapter => chapter.section === section).flatMap(chapter => chapterGroups(speaker, chapter, columns))
  }
}
