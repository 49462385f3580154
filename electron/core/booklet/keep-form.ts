/** The form of the last booklet: remembered for the next one as a text of the office. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { SectionChoice } from './model.ts'
import * as z from 'zod'
import { readOfficeText, writeOfficeText } from '../office-texts/read-office-text.ts'
import { BookletForm, BookletSection, usualSections } from './model.ts'

const usual: BookletForm = { paper: 'a4', print: 'standard', language: 'ko', sections: [...usualSections] }

/** A section that a newer Maji brought stands at the end, switched off; what is no section any more falls out. */
export async function readForm(db: Store): Promise<BookletForm> {
  const kept = (await readOfficeText(db, 'booklet', z.looseObject({ sections: z.array(z.unknown()).catch([]) })))?.body
  const form = BookletForm.safeParse({ ...kept, sections: withEvery(kept?.sections ?? []) })
  return form.data ?? usual
}

function withEvery(kept: readonly unknown[]): SectionChoice[] {
  const Choice = z.object({ section: BookletSection, on: z.boolean() })
  const known = kept.flatMap(choice => Choice.safeParse(choice).data ?? [])
  const missing = BookletSection.options.filter(section => !known.some(choice => choice.section === section))
  return [...known, ...missing.map(section => ({ section, on: false }))]
}

/** Two who begin at the same time both leave a version; the later one is what is shown next time. */
export async function keepForm(desk: Pick<Desk, 'db' | 'now' | 'caller'>, form: BookletForm): Promise<void> {
  const kept = await readOfficeText(desk.db, 'booklet', z.unknown())
  if (JSON.stringify(kept?.body) !== JSON.stringify(form))
    await writeOfficeText(desk, 'booklet', await lastVersion(desk.db), form, null)
}

const lastVersion = async (db: Store): Promise<number> =>
  (await readOfficeText(db, 'booklet', z.unknown()))?.version ?? 0
