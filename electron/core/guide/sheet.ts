/**
 * A printed sheet as plain data: what stands on it, not how it is drawn.
 *
 * `electron/server/documents/` draws it with pdfmake and `renderer/widgets/SheetPreview.vue` on screen,
 * so the preview and the paper cannot differ in content.
 */
import * as z from 'zod'
import { LanguageCode } from '../kernel/text.ts'
import { drawing } from './drawing/shapes.ts'

/** likely, ask and unlikely carry an icon and a word, never colour alone. */
export const Mark = z.enum(['likely', 'ask-first', 'unlikely', 'to-check', 'deadline'])
export type Mark = z.infer<typeof Mark>

/** A place on a line, as a share of its length. */
const Share = z.number().min(0).max(1)

/** `address`: a short one to type or to say, which then stands beside the code instead of the whole. */
const QrBeside = z.strictObject({ url: z.string(), caption: z.string(), address: z.string().optional() })

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), text: z.string(), sub: z.string().optional() }),
  /** `anchor`: what `page-list` finds it by. */
  z.strictObject({ kind: z.literal('heading'), text: z.string(), level: z.union([z.literal(1), z.literal(2)]), mark: Mark.optional(), anchor: z.string().optional() }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string(), tone: z.enum(['plain', 'meta', 'strong', 'speech']).default('plain'), mark: Mark.optional() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()), boxes: z.boolean().default(false) }),
  /** "What to do now": verb, deadline, place, what to bring. */
  z.strictObject({ kind: z.literal('action'), number: z.int(), what: z.string(), deadline: z.string().optional(), place: z.string(), bring: z.string().optional(), phone: z.string().optional() }),
  z.strictObject({ kind: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(z.string())), numeric: z.array(z.int()).default([]), widths: z.array(z.number().positive()).optional() }),
  /** One service in full: mark and name, why, how much, where and until when, the QR code at its side. */
  z.strictObject({
    kind: z.literal('service'),
    name: z.string(),
    mark: Mark,
    /** The word beside the mark. */
    state: z.string(),
    /** What the clerk and the family agreed on ("오늘 신청해요"). */
    agreed: z.string().optional(),
    amount: z.string().optional(),
    reason: z.string(),
    rows: z.array(z.tuple([z.string(), z.string()])),
    qr: QrBeside.optional(),
  }),
  /** The years to come as a picture: for each service a line with a bar for as long as it can be had, or is worth asking for. */
  z.strictObject({
    kind: z.literal('timeline'),
    /** The day on which the line begins, beside the years. */
    caption: z.string(),
    /** The first of January of each year. */
    years: z.array(z.strictObject({ at: Share, label: z.string() })),
    lanes: z.array(z.strictObject({
      /** On the first lane of each member. */
      who: z.string().optional(),
      label: z.string(),
      bars: z.array(z.strictObject({ from: Share, to: Share, mark: Mark })),
      /** From when one may apply. */
      applyFrom: Share.optional(),
    })),
    /** What the bars and the sign of the application mean. */
    legend: z.array(z.strictObject({ mark: Mark, text: z.string() })),
  }),
  /** A picture: genogram, ecomap, radar. On paper the words that it stands for are on the sheet as well. */
  z.strictObject({ kind: z.literal('drawing'), ...drawing }),
  /** 22 mm with the address in words beside it. */
  z.strictObject({ kind: z.literal('qr'), url: z.string(), caption: z.string() }),
  z.strictObject({ kind: z.literal('fields'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({ kind: z.literal('signature'), label: z.string(), name: z.string(), strokes: z.array(z.array(z.tuple([z.number(), z.number(), z.number()]))).optional() }),
  /** A service of the booklet in a compact box: for everybody, so without any verdict. */
  z.strictObject({
    kind: z.literal('entry'),
    /** What `page-list` finds it by. */
    anchor: z.string(),
    name: z.string(),
    /** "새로 생김", "바뀜": a word in a frame, never colour alone. */
    badge: z.string().optional(),
    summary: z.string(),
    rows: z.array(z.tuple([z.string(), z.string()])),
    qr: QrBeside.optional(),
  }),
  /** Contents or index: each line with the page on which its anchor came to stand. On screen without pages. */
  z.strictObject({
    kind: z.literal('page-list'),
    columns: z.union([z.literal(1), z.literal(2)]).default(1),
    rows: z.array(z.strictObject({ text: z.string(), level: z.union([z.literal(1), z.literal(2)]), anchors: z.array(z.string()).min(1) })),
  }),
  /** Boxes for those who approve (결재란): a title above an empty box, or a name and day within. */
  z.strictObject({ kind: z.literal('approvals'), label: z.string(), boxes: z.array(z.strictObject({ title: z.string(), text: z.string().optional() })).min(1).max(5) }),
  z.strictObject({ kind: z.literal('page-break') }),
])
export type Block = z.infer<typeof Block>

/**
 * How it is printed: standard A4, large print (18 pt), for a portable printer on A4 or A5 (no fills, thin margins),
 * one page to take along.
 */
export const Edition = z.enum(['standard', 'large', 'portable', 'portable-a5', 'one-page'])
export type Edition = z.infer<typeof Edition>

export const Paper = z.enum(['a4', 'a5'])
export type Paper = z.infer<typeof Paper>

/** The office's own emblem; without one the doorway of Maji is drawn. */
export const Emblem = z.strictObject({ type: z.enum(['image/png', 'image/jpeg']), base64: z.base64().max(280_000) })
export type Emblem = z.infer<typeof Emblem>

/** The few words that the drawing itself puts beside icons and into boxes. */
export const SheetWords = z.strictObject({
  marks: z.record(Mark, z.string()),
  action: z.strictObject({ deadline: z.string(), place: z.string(), bring: z.string(), phone: z.string() }),
})
export type SheetWords = z.infer<typeof SheetWords>

export const Sheet = z.strictObject({
  /** Document title, also in the PDF's properties; never a name. */
  title: z.string(),
  language: LanguageCode,
  edition: Edition,
  paper: Paper,
  emblem: Emblem.optional(),
  /** Emblem line at the top: the center. */
  center: z.string(),
  /** Groups of blocks; a group is not split over pages where it fits on one. */
  groups: z.array(z.array(Block)),
  /** Small print at the foot of every page. */
  footer: z.string(),
  words: SheetWords,
})
export type Sheet = z.infer<typeof Sheet>
