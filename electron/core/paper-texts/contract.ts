/** Keeping the office's own version of its papers (양식 편집): sentences, emblem, footer, who signs. */
import * as z from 'zod'
import { Edition, Sheet } from '../guide/sheet.ts'
import { keepers, operation } from '../kernel/contract.ts'
import { Instant } from '../kernel/dates.ts'
import { Line } from '../kernel/names.ts'
import { LanguageCode } from '../kernel/text.ts'
import { EditableDocument, PaperTexts, Sentence, SentenceProblem } from './model.ts'

export const PaperTextsView = z.object({
  documents: z.array(z.object({ document: EditableDocument, sentences: z.array(Sentence) })),
  paper: PaperTexts,
  /** 0: the office never had one of its own. */
  version: z.int().nonnegative(),
  changed: z.object({ at: Instant, by: z.string(), why: z.string() }).nullable(),
})
export type PaperTextsView = z.infer<typeof PaperTextsView>

/** One version of the office's papers, and what it changed. Without the picture itself, which would be sent over and over. */
export const PaperVersion = z.object({
  version: z.int().positive(),
  at: Instant,
  by: z.string(),
  why: z.string(),
  /** `null`: back to what ships with Maji. */
  paper: PaperTexts.omit({ emblem: true }).extend({ hasEmblem: z.boolean() }).nullable(),
  /** Keys of sentences, and which of the rest. */
  changed: z.array(z.string()),
})
export type PaperVersion = z.infer<typeof PaperVersion>

export const paperTexts = {
  read: operation({ access: 'read', roles: keepers, quiet: true })
    .output(PaperTextsView),
  /** `paper: null` goes back to what ships with Maji. The emblem is drawn once before anything is kept. */
  save: operation({ access: 'own', roles: keepers })
    .input(z.strictObject({ seenVersion: z.int().nonnegative(), paper: PaperTexts.nullable(), why: Line.min(1) }))
    .output(PaperTextsView)
    .errors({ CHANGED_MEANWHILE: {}, PAPER_TEXTS_UNSOUND: { data: z.object({ problems: z.array(SentenceProblem) }) }, EMBLEM_NOT_DRAWABLE: {}, EMBLEM_TOO_LARGE: {} }),
  /** Newest first. */
  history: operation({ access: 'read', roles: keepers, quiet: true })
    .output(z.array(PaperVersion)),
  /** The paper with the draft on it, about made-up people. */
  preview: operation({ access: 'read', roles: keepers, quiet: true })
    .input(z.strictObject({ document: EditableDocument, draft: PaperTexts, language: LanguageCode, edition: Edition }))
    .output(Sheet)
    .errors({ LANGUAGE_NOT_FOUND: {} }),
}
