/**
 * The crisis case handbook (위기사례 대응 안내) as data: what to say, what to look at, what to ask, and what an answer may mean.
 *
 * Ships in `resources/handbook`, written by us; the office keeps its own version of single items. It never diagnoses: it
 * names what may be behind an answer and whom to ask. Every question leads on to another one of its topic or to its end.
 */
import * as z from 'zod'
import { Instant } from '../kernel/dates.ts'
import { WelfareServiceId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'
import { Source } from '../policy/source.ts'
import { isolationSigns } from '../records/bodies/crisis-check.ts'
import { CrisisReason } from '../records/bodies/crisis-reasons.ts'
import { NeedArea, NeedItem } from '../records/bodies/need-areas.ts'

export const ItemId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).max(80)

/** Kinds of agencies (기관) where no service of the catalogue fits. */
export const AgencyKind = z.enum(['police', 'ambulance', 'fire-station', 'welfare-center', 'senior-welfare-center', 'disability-center', 'health-center', 'hospital', 'mental-health-center', 'addiction-center', 'dementia-center', 'violence-counselling', 'child-protection', 'elder-protection', 'disability-rights', 'family-center', 'school', 'child-center', 'job-center', 'labour-office', 'credit-counselling', 'legal-aid', 'food-bank', 'housing-welfare', 'cleaning-volunteers', 'faith-or-neighbours', 'self-help-group', 'guardianship'])
export type AgencyKind = z.infer<typeof AgencyKind>

/** To the crisis check, or what to do at once. */
export const Act = z.enum(['crisis-check', 'leave', 'call-112', 'call-119'])
export type Act = z.infer<typeof Act>

const points = {
  /** The need it points at. */
  need: NeedItem.optional(),
  crisis: CrisisReason.optional(),
  isolation: z.enum(isolationSigns).optional(),
  services: z.array(WelfareServiceId).max(4).default([]),
  agencies: z.array(AgencyKind).max(4).default([]),
  act: Act.optional(),
}

/** A statement of law or fact needs its source; without one it is shown as to be checked. */
export const Basis = z.strictObject({ text: BilingualText, source: Source.nullable() })

export const Greeting = z.strictObject({
  kind: z.literal('greeting'),
  id: ItemId,
  when: z.enum(['door', 'phone', 'refused', 'neighbour', 'nobody', 'leaving']),
  /** To be said aloud. */
  say: BilingualText,
  tip: BilingualText.optional(),
})
export type Greeting = z.infer<typeof Greeting>

export const signPlaces = ['appearance', 'speech', 'home'] as const
/** What can be seen or heard without asking. */
export const Sign = z.strictObject({
  kind: z.literal('sign'),
  id: ItemId,
  where: z.enum(signPlaces),
  see: BilingualText,
  means: BilingualText,
  /** The topic to go on with. */
  topic: ItemId.optional(),
  ...points,
})
export type Sign = z.infer<typeof Sign>

export const Answer = z.strictObject({
  id: ItemId,
  /** As they would say it. */
  say: BilingualText,
  means: BilingualText,
  /** The next question of the topic; left out: the topic ends here. */
  next: ItemId.optional(),
  /** A topic to go on with first. */
  topic: ItemId.optional(),
  ...points,
})
export type Answer = z.infer<typeof Answer>

export const Question = z.strictObject({
  kind: z.literal('question'),
  /** Begins with the id of its topic. */
  id: ItemId,
  topic: ItemId,
  ask: BilingualText,
  tip: BilingualText.optional(),
  answers: z.array(Answer).min(2).max(5),
  basis: z.array(Basis).max(3).default([]),
})
export type Question = z.infer<typeof Question>

export const Agreement = z.strictObject({ kind: z.literal('agreement'), id: ItemId, text: BilingualText })
export type Agreement = z.infer<typeof Agreement>

export const Item = z.discriminatedUnion('kind', [Greeting, Sign, Question, Agreement])
export type Item = z.infer<typeof Item>

/** One of the ten need areas, or what runs through all of them. */
export const Topic = z.strictObject({
  id: ItemId,
  area: NeedArea.nullable(),
  title: BilingualText,
  intro: BilingualText,
  /** The question it begins with. */
  first: ItemId,
})
export type Topic = z.infer<typeof Topic>

export const Handbook = z.strictObject({ topics: z.array(Topic), items: z.array(Item) })
export type Handbook = z.infer<typeof Handbook>

/** Topics about health (민감정보): without that consent their answers are read but not kept. */
export const healthTopics = ['health', 'dementia', 'drinking', 'suicide'] as const
export const saysHealth = (itemId: string): boolean => healthTopics.some(topic => itemId === topic || itemId.startsWith(`${topic}-`))

/** The office's version of an item, with the shipped one it was made from. */
export const OfficeItem = z.strictObject({ item: Item, from: Item.nullable(), at: Instant, by: z.string(), why: z.string() })
export type OfficeItem = z.infer<typeof OfficeItem>
export const OfficeHandbook = z.strictObject({ items: z.record(ItemId, OfficeItem) })
export type OfficeHandbook = z.infer<typeof OfficeHandbook>

/** shipped 처음 그대로, office 우리 글, newer 새 판에서 달라짐, added 우리가 더함. */
export const ItemState = z.enum(['shipped', 'office', 'newer', 'added'])
export type ItemState = z.infer<typeof ItemState>

export const itemsOfKind = <Kind extends Item['kind']>({ items }: Handbook, kind: Kind): Extract<Item, { kind: Kind }>[] =>
  items.filter((item): item is Extract<Item, { kind: Kind }> => item.kind === kind)
