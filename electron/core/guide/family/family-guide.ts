/**
 * The family guide (가족 안내서): what to do now, then each member, then what is still to be checked.
 *
 * Pure: everything comes in with the data. Short sentences, the family's own names, no birth days, no numbers of
 * theirs. After a death the condolence stands first, then what must be reported and what ends.
 */
import type { Texts } from '../../host.ts'
import type { Language } from '../../kernel/text.ts'
import type { Block, Edition, Sheet } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import { block, sheetOf } from '../sheet-frame.ts'
import { speaker } from '../speaker.ts'
import { actionBlocks, doableEntries, isShort } from './guide-actions.ts'
import { agencyBlocks } from './guide-agencies.ts'
import { asChosen } from './guide-choices.ts'
import { contactBlocks, contactLine } from './guide-contacts.ts'
import { guideEntries, isSettled, receivedServices } from './guide-entries.ts'
import { glossaryBlocks } from './guide-glossary.ts'
import { memberGroups } from './guide-members.ts'
import { shownName } from './guide-names.ts'
import { noteBlocks } from './guide-notes.ts'
import { onePageGroups } from './guide-one-page.ts'
import { paperBlocks } from './guide-papers.ts'
import { questionBlocks } from './guide-questions.ts'
import { recordGroups } from './guide-records.ts'
import { unlikelyBlocks } from './guide-unlikely.ts'

/**
 * @param given what was looked up and agreed on, see `guide-data.ts`
 * @param texts `guide.json` in both languages
 */
export function familyGuide(given: GuideData, texts: Texts, language: Language, edition: Edition): Sheet {
  const data = asChosen(given, texts)
  const says = speaker(texts, language)
  const onePage = edition === 'one-page'
  const title = says.t(`${onePage ? 'brief.' : ''}${data.event === 'death' ? 'titleAfterDeath' : 'title'}`)
  const groupsIn = (each: Speaker): Block[][] => {
    const first = opening(each, data, title)
    return [first, ...(onePage ? onePageGroups(each, data, first) : guideGroups(each, data, edition))]
  }
  const korean = speaker(texts, 'ko')
  return sheetOf(says, { edition, office: data.office, title, footer: footerOf(says, data) }, [
    ...groupsIn(says),
    ...(onePage ? [] : [glossaryBlocks(says, texts, korean, groupsIn(korean))]),
  ])
}

function guideGroups(says: Speaker, data: GuideData, edition: Edition): Block[][] {
  const entries = guideEntries(data, data.on)
  const death = data.event === 'death'
  // What a service says in full is not said by a note as well.
  const told = new Set<string>(entries.filter(isSettled).map(({ card }) => card.id))
  const notes = (kind: 'report' | 'ends' | 'begins', short = false): Block[] => noteBlocks(says, data.notes.filter(({ id }) => kind === 'report' || !told.has(id)), kind, short)
  // After a death the reports that follow fill the page, in large print and in longer languages the actions do: somebody to call comes first.
  const callFirst = death || edition === 'large' || says.language !== 'ko'
  return [
    ...(callFirst ? [[contactLine(says, data, edition)]] : []),
    ...(death ? [notes('report', isShort(says, edition)), notes('ends', true)] : []),
    ...actionBlocks(says, data, doableEntries(entries, data.notes), edition),
    ...(callFirst ? [] : [contactBlocks(says, data)]),
    ...(death ? [notes('begins')] : []),
    paperBlocks(says, entries),
    ...(death ? [] : [notes('report'), notes('ends'), notes('begins')]),
    ...memberGroups(says, data, entries, edition),
    questionBlocks(says, data, entries),
    ...recordGroups(says, data),
    receivingBlocks(says, data),
    unlikelyBlocks(says, data, edition),
    agencyBlocks(says, data, entries),
  ]
}

function opening({ t, day, language }: Speaker, { event, on, dong, office, partlyEnglish }: GuideData, title: string): Block[] {
  const sub = event
    ? [day(on), t(`event.${event}`), dong ?? office?.name.dong].filter(part => part !== undefined && part !== '').join(' · ')
    : day(on)
  return [
    block.title(title, sub),
    ...(event ? [block.say(t(`greeting.${event}`))] : []),
    ...(language === 'ko' ? [] : [block.say([t('translation.note'), ...(partlyEnglish ? [t('translation.rest')] : [])].join(' '), 'meta')]),
  ]
}

function receivingBlocks(says: Speaker, data: GuideData): Block[] {
  const received = receivedServices(data)
  return received.length === 0 ? [] : [block.heading(says.t('receiving.heading')), block.say(says.t('receiving.intro')), block.list(received.map(({ name }) => shownName(says, name)))]
}

const footerOf = ({ t, day }: Speaker, { on, lookup }: GuideData): string =>
  t('footer', { day: day(on), year: lookup.figuresOf, release: lookup.release })
