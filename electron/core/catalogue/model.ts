/**
 * The words of the office's own catalogue (복지목록): items, the one draft, releases.
 *
 * An item is a service, a figure or an official record; its content is named by the hash of its canonical JSON and
 * stored once. A release is a span of items: whatever came in at or before it and did not end before or with it.
 */
import * as z from 'zod'
import { Instant } from '../kernel/dates.ts'
import { StaffId } from '../kernel/ids.ts'
import { Line, Note } from '../kernel/names.ts'
import { BilingualText } from '../kernel/text.ts'

/** `service` a rule (WelfareService), `parameter` a figure (Parameter), `record` of an official catalogue (OfficialRecord). */
export const ItemKind = z.enum(['service', 'parameter', 'record'])
export type ItemKind = z.infer<typeof ItemKind>

export const ItemKey = z.strictObject({ kind: ItemKind, itemId: z.string().min(1).max(80) })
export type ItemKey = z.infer<typeof ItemKey>

/** Who proposes a change: a person by form, an import of an official catalogue, a newer Maji. */
export const ChangeOrigin = z.enum(['editor', 'import', 'shipped'])
export type ChangeOrigin = z.infer<typeof ChangeOrigin>

/** What a change does to the release in force. */
export const ChangeSort = z.enum(['new', 'changed', 'ended'])
export type ChangeSort = z.infer<typeof ChangeSort>

export const ReleaseOrigin = z.enum(['shipped', 'office', 'rollback'])
export type ReleaseOrigin = z.infer<typeof ReleaseOrigin>

/** Somebody of the staff, by name: these screens are read by colleagues only. */
export const Colleague = z.object({ id: StaffId, name: z.string() })
export type Colleague = z.infer<typeof Colleague>

/** One line of the draft. */
export const DraftChange = z.object({
  ...ItemKey.shape,
  name: BilingualText,
  sort: ChangeSort,
  origin: ChangeOrigin,
  importId: z.string().nullable(),
  /** Who changed it last; nobody where it came with a newer Maji. */
  by: Colleague.nullable(),
  at: Instant,
  why: z.string().nullable(),
  /** The release in force has another content than the one this change was made from: to be looked at twice. */
  outrun: z.boolean(),
  /** The caller worked on it: somebody else has to release it. */
  own: z.boolean(),
})
export type DraftChange = z.infer<typeof DraftChange>

/** A stretch of a text beside its other version: the same in both, only in the older, only in the newer. */
export const Stretch = z.object({ is: z.enum(['same', 'gone', 'came']), text: z.string() })
export type Stretch = z.infer<typeof Stretch>

/** What became of one field, in words. `before` or `after` is `null` where the field was or is not there. */
export const FieldChange = z.object({
  /** Name of the field, with its language where it has one: `summary.ko`, `criteria`. */
  field: z.string(),
  label: BilingualText,
  change: z.discriminatedUnion('as', [
    z.object({ as: z.literal('text'), stretches: z.array(Stretch) }),
    z.object({ as: z.literal('list'), kept: z.int().nonnegative(), gone: z.array(BilingualText), came: z.array(BilingualText) }),
    z.object({ as: z.literal('value'), before: BilingualText.nullable(), after: BilingualText.nullable() }),
  ]),
})
export type FieldChange = z.infer<typeof FieldChange>

/** A release (배포) as the history shows it. */
export const Release = z.object({
  /** 1, 2, 3, … */
  number: z.int().positive(),
  /** To be quoted, on paper too: "3-a1b2c3d4". */
  id: z.string(),
  origin: ReleaseOrigin,
  title: z.string(),
  why: z.string().nullable(),
  preparedBy: z.array(Colleague),
  releasedBy: Colleague.nullable(),
  releasedAt: Instant,
  /** Released by a person who had prepared it, because nobody else had the right. */
  alone: z.boolean(),
  /** Number of the release that it went back to. */
  rolledBackTo: z.int().positive().nullable(),
  counts: z.object({ new: z.int(), changed: z.int(), ended: z.int() }),
})
export type Release = z.infer<typeof Release>

/** Grows with whatever happens to the draft; a screen sends back the one it saw. */
export const DraftVersion = z.int().nonnegative()
export const Why = Note.min(1)
export const ReleaseTitle = Line.min(1)

/** An item that differs between two releases. */
export const ItemDifference = z.object({ ...ItemKey.shape, name: BilingualText, sort: ChangeSort })
export type ItemDifference = z.infer<typeof ItemDifference>

/** Something that does not hold together in what would be released, with what to do. */
export const Block = z.object({ ...ItemKey.shape, name: BilingualText, says: BilingualText })
export type Block = z.infer<typeof Block>

/**
 * Whether the caller may release all that stands in the draft, or confirm a roll-back.
 *
 * `freely`: somebody else prepared it. `with-password`: nobody else has the right. `not`: one of `others` has to.
 */
export const ReleaseRight = z.object({
  may: z.enum(['freely', 'with-password', 'not']),
  /** Who else keeps the catalogue. */
  others: z.array(Colleague),
})
export type ReleaseRight = z.infer<typeof ReleaseRight>

/** How many lines of the draft there are of each kind, origin and sort. */
export const DraftCount = z.object({ kind: ItemKind, origin: ChangeOrigin, sort: ChangeSort, count: z.int().positive() })
export type DraftCount = z.infer<typeof DraftCount>

/** A roll-back that waits for a second person. */
export const AskedRollBack = z.object({ number: z.int().positive(), by: Colleague, at: Instant, why: z.string(), right: ReleaseRight })
export type AskedRollBack = z.infer<typeof AskedRollBack>
