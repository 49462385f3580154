/**
 * The leaflet of an event (안내지): for whoever said no, without any name. Made from the catalogue's entries for the
 * event and its notes, so it is never older than they are.
 */
import type { EventKind } from '../../eligibility/household-facts.ts'
import type { Texts } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Language } from '../../kernel/text.ts'
import type { EventNote } from '../../policy/event-note.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { Office } from '../sheet-frame.ts'
import type { Block, Edition, Sheet } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import { shownName } from '../family/guide-names.ts'
import { hasRoom } from '../family/one-page-room.ts'
import { block, centerLine, sheetOf } from '../sheet-frame.ts'
import { speaker } from '../speaker.ts'

export interface LeafletData {
  readonly on: PlainDate
  readonly office: Office
  readonly event: EventKind
  /** Every entry of the catalogue; those of the event and of this place are chosen here. */
  readonly services: Iterable<WelfareService>
  readonly notes: readonly EventNote[]
}

/** Two or three pages; whoever wants more comes for counselling. A longer language has room for two thirds of it. */
const most: Record<Edition, number> = { 'standard': 16, 'large': 6, 'portable': 18, 'portable-a5': 8, 'one-page': 6 }
/** After a death the notes come first, and need the room. */
const AFTER_DEATH = 0.5
const LONGER = 2 / 3

export function leaflet(data: LeafletData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t, day } = says
  const death = data.event === 'death'
  const title = death ? t('leaflet.titleAfterDeath') : t('leaflet.title', { event: t(`event.${data.event}`) })
  const notes = data.notes.filter(({ event }) => event === data.event)
  const told = new Set(notes.map(({ id }) => id))
  const count = Math.floor(most[edition] * (death ? AFTER_DEATH : 1) * (language === 'ko' ? 1 : LONGER))
  const services = chosen(data).filter(({ id }) => !told.has(id)).slice(0, count)
  const opening = [
    block.title(title, day(data.on)),
    block.say(t(death ? 'leaflet.introAfterDeath' : 'leaflet.intro')),
    ...(language === 'ko' ? [] : [block.say(t('translation.note'), 'meta')]),
  ]
  const groupsWith = (kinds: readonly EventNote['kind'][], services: readonly WelfareService[]): Block[][] => [
    opening,
    ...kinds.map(kind => noteTable(says, notes.filter(note => note.kind === kind), kind)),
    serviceTable(says, services),
    contact(says, data.office),
  ]
  const groups = edition === 'one-page' ? onPage(groupsWith, services) : groupsWith(['report', 'ends', 'begins'], services)
  return sheetOf(says, { edition, office: data.office, title, footer: t('footerPlain', { day: day(data.on) }) }, groups)
}

/** On one page what must be reported stays longest; of the rest as much as has room. */
function onPage(groupsWith: (kinds: readonly EventNote['kind'][], services: readonly WelfareService[]) => Block[][], services: readonly WelfareService[]): Block[][] {
  const tries = [
    ...[services.length, 4, 2].map(count => groupsWith(['report', 'ends'], services.slice(0, count))),
    ...[4, 2, 0].map(count => groupsWith(['report'], services.slice(0, count))),
  ]
  return tries.find(hasRoom) ?? tries.at(-1)!
}

/** Entries of the event in force here today, weightiest first. What is offered in person only stays off paper. */
function chosen({ services, event, office, on }: LeafletData): WelfareService[] {
  return [...services]
    .filter(({ lifeEvents }) => event === 'counselling' ? lifeEvents.includes('illness') || lifeEvents.includes('job-loss') : lifeEvents.includes(event))
    .filter(({ region }) => !region || (region.province === office.name.province && (!region.district || region.district === office.name.district)))
    .filter(({ from, until }) => (!from || from <= on) && (!until || until >= on))
    .filter(({ discreet }) => !discreet)
    .toSorted((left, right) => right.worth - left.worth)
}

function noteTable({ t, pick }: Speaker, notes: readonly EventNote[], kind: EventNote['kind']): Block[] {
  if (notes.length === 0)
    return []
  return [
    block.heading(t(`notes.${kind}`)),
    block.table([t('notes.what'), t('notes.until'), t('notes.where')], notes.map(({ text, deadline, where, phone, confidence }) => [
      confidence === 'to-be-checked' ? t('notes.toCheck', { text: pick(text) }) : pick(text),
      deadline ? periodOf(pick(deadline.sentence)) : '',
      [...(where ? [pick(where)] : []), ...(phone ? [phone] : [])].join(' · '),
    ]), [46, 26, 28]),
  ]
}

/** "출생일부터 1개월 이내, {lastDay}까지" without the day that only a family's own paper can tell. */
const periodOf = (sentence: string): string => sentence.replace(/[,，][^,，]*\{lastDay\}.*$/, '')

function serviceTable(speaker: Speaker, services: readonly WelfareService[]): Block[] {
  const { t, pick } = speaker
  if (services.length === 0)
    return []
  return [
    block.heading(t('leaflet.services')),
    block.table(
      [t('leaflet.service'), t('leaflet.what'), t('leaflet.where')],
      services.map(({ name, summary, applyAt, phone, confidence }) => [
        confidence === 'to-be-checked' ? t('notes.toCheck', { text: shownName(speaker, name) }) : shownName(speaker, name),
        pick(summary),
        [pick(applyAt), ...(phone ? [phone] : [])].join(' · '),
      ]),
      [26, 46, 28],
    ),
  ]
}

function contact(says: Speaker, office: Office): Block[] {
  const { t } = says
  return [
    block.heading(t('leaflet.contact'), 2),
    block.say(t('leaflet.contactLine', { center: centerLine(says, office), phone: office.phone ?? '' }).trim(), 'strong'),
    block.say(`${t('contact.crisis')}: ${t('contact.crisisLine')}`),
  ]
}
