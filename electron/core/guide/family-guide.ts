/**
 * The family guide (가족 안내서): what to do now, then each member, then what is still to be checked.
 *
 * Pure: everything comes in with the data. Short sentences, the family's own names, no birth days, no numbers of
 * theirs. After a death the condolence stands first, then what must be reported and what ends.
 */
import type { Texts } from '../host.ts'
import type { Language } from '../kernel/text.ts'
import type { GuideData } from './guide-data.ts'
import type { Block, Edition, Sheet } from './sheet.ts'
import type { Speaker } from './speaker.ts'
import { actionBlocks } from './guide-actions.ts'
import { guideEntries, isSettled, receivedServices } from './guide-entries.ts'
import { memberGroups } from './guide-members.ts'
import { noteBlocks } from './guide-notes.ts'
import { paperBlocks } from './guide-papers.ts'
import { questionBlocks } from './guide-questions.ts'
import { recordGroups } from './guide-records.ts'
import { timelineBlocks } from './guide-timeline.ts'
import { block, sheetOf } from './sheet-frame.ts'
import { speaker } from './speaker.ts'

/**
 * @param data what was looked up and agreed on, see `guide-data.ts`
 * @param texts `guide.json` in both languages
 */
export function familyGuide(data: GuideData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const entries = guideEntries(data, data.on)
  const death = data.event === 'death'
  // What a service says in full is not said by a note as well; what must be reported stands in its table, not among the actions.
  const told = new Set<string>(entries.filter(isSettled).map(({ card }) => card.id))
  const reported = new Set(data.notes.filter(({ kind }) => kind === 'report').map(({ id }) => id))
  const notes = (kind: 'report' | 'ends' | 'begins'): Block[] => noteBlocks(says, data.notes.filter(({ id }) => kind === 'report' || !told.has(id)), kind)
  const title = says.t(death ? 'titleAfterDeath' : 'title')
  return sheetOf(says, { edition, office: data.office, title, footer: footerOf(says, data) }, [
    opening(says, data, title),
    // After a death somebody to call comes first: the reports that follow fill the page.
    ...(death ? [[contactLine(says, data)], notes('report')] : []),
    ...actionBlocks(says, data, entries.filter(({ card }) => !reported.has(card.id))),
    ...(death ? [notes('ends'), notes('begins')] : [contactBlocks(says, data)]),
    paperBlocks(says, entries),
    ...(death ? [] : [notes('report'), notes('ends'), notes('begins')]),
    ...memberGroups(says, data, entries, edition),
    timelineBlocks(says, data, edition),
    questionBlocks(says, data, entries),
    ...recordGroups(says, data),
    receivingBlocks(says, data),
  ])
}

function opening({ t, day }: Speaker, { event, on, dong, office }: GuideData, title: string): Block[] {
  const sub = event
    ? [day(on), t(`event.${event}`), dong ?? office?.name.dong].filter(part => part !== undefined && part !== '').join(' · ')
    : day(on)
  return [block.title(title, sub), ...(event ? [block.say(t(`greeting.${event}`))] : [])]
}

function contactBlocks(says: Speaker, data: GuideData): Block[] {
  return [block.heading(says.t('contact.heading'), 2), block.fields(contacts(says, data))]
}

/** The same in a line, where the page is needed for what cannot wait. */
const contactLine = (says: Speaker, data: GuideData): Block =>
  block.say(contacts(says, data).map(([who, line]) => `${who} ${line}`).join('  ·  '), 'strong')

const contacts = ({ t }: Speaker, { planner, office }: GuideData): [string, string][] => [
  ...(planner ? [[t('contact.planner'), planner.phone ? t('contact.plannerLine', { name: planner.name, phone: planner.phone }) : planner.name] as [string, string]] : []),
  ...(office?.phone ? [[t('contact.center'), office.phone] as [string, string]] : []),
  [t('contact.crisis'), t('contact.crisisLine')],
]

function receivingBlocks({ t, pick }: Speaker, data: GuideData): Block[] {
  const received = receivedServices(data)
  return received.length === 0 ? [] : [block.heading(t('receiving.heading')), block.say(t('receiving.intro')), block.list(received.map(({ name }) => pick(name)))]
}

const footerOf = ({ t, day }: Speaker, { on, lookup }: GuideData): string =>
  t('footer', { day: day(on), year: lookup.figuresOf, release: lookup.release })
