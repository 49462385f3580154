/** A paper with the office's draft on it, made by the very makers that print it, about made-up people. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { Edition, Sheet } from '../guide/sheet.ts'
import type { LanguageCode } from '../kernel/text.ts'
import type { EditableDocument, PaperTexts } from './model.ts'
import { readSettings } from '../center/read-settings.ts'
import { speaking } from '../guide/languages/translation.ts'
import { sheetFor } from '../guide/sheet-for.ts'
import { officePaper, withSentences } from './in-force.ts'
import { madeUpData } from './made-up/index.ts'
import { editableKeys } from './sentences.ts'

interface Asked { readonly document: EditableDocument, readonly draft: PaperTexts, readonly language: LanguageCode, readonly edition: Edition }

/** @throws {ORPCError} LANGUAGE_NOT_FOUND */
export async function previewSheet({ db, host: plain, today }: Pick<Desk, 'db' | 'host' | 'today'>, { document, draft, language: code, edition }: Asked): Promise<Sheet> {
  const { host, language } = speaking(plain, code)
  const { center, phone } = await readSettings(db)
  const office: Office = { name: center, phone, paper: officePaper(draft) }
  const sentences = Object.fromEntries(Object.entries(draft.sentences).filter(([key]) => editableKeys.has(key)))
  const data = await madeUpData[document]({ db, host, on: today, office, language })
  return { ...sheetFor(document, data, withSentences(host.texts, sentences, host.translation === undefined), language, edition), language: code }
}
