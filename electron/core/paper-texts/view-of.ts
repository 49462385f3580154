/** The office's papers as its editor needs them, and what became of them. */
import type { Host, Store } from '../host.ts'
import type { PaperTextsView, PaperVersion } from './contract.ts'
import { Instant } from '../kernel/dates.ts'
import { EditableDocument, PaperTexts, sameText, shippedPaper } from './model.ts'
import { editableSentences } from './sentences.ts'
import { shippedSentence } from './shipped-sentences.ts'

const versions = (db: Store) => db.selectFrom('office_text').leftJoin('staff', 'staff.id', 'office_text.staff_id')
  .select(['office_text.version', 'office_text.body', 'office_text.at', 'office_text.why', 'staff.name as by'])
  .where('office_text.name', '=', 'paper')

const bodyOf = (body: string): PaperTexts | null => PaperTexts.nullable().parse(JSON.parse(body))

export async function paperView(db: Store, host: Host): Promise<PaperTextsView> {
  const last = await versions(db).orderBy('office_text.version', 'desc').limit(1).executeTakeFirst()
  const paper = (last && bodyOf(last.body)) ?? shippedPaper
  return {
    documents: EditableDocument.options.map(document => ({
      document,
      sentences: editableSentences[document].map(each => ({ ...shippedSentence(host.texts, each), own: paper.sentences[each.key] ?? null })),
    })),
    paper,
    version: last?.version ?? 0,
    changed: last ? { at: Instant.parse(last.at), by: last.by ?? '', why: last.why ?? '' } : null,
  }
}

/** Newest first, each with what it changed of the one before. */
export async function paperHistory(db: Store): Promise<PaperVersion[]> {
  const rows = await versions(db).orderBy('office_text.version').execute()
  let before: PaperTexts = shippedPaper
  const told = rows.map(({ version, body, at, by, why }): PaperVersion => {
    const paper = bodyOf(body)
    const changed = changesOf(before, paper ?? shippedPaper)
    before = paper ?? shippedPaper
    return { version, at: Instant.parse(at), by: by ?? '', why: why ?? '', paper: paper && withoutPicture(paper), changed }
  })
  return told.reverse()
}

const withoutPicture = ({ emblem, ...paper }: PaperTexts) => ({ ...paper, hasEmblem: emblem !== null })

function changesOf(before: PaperTexts, after: PaperTexts): string[] {
  const keys = [...new Set([...Object.keys(before.sentences), ...Object.keys(after.sentences)])]
  return [
    ...keys.filter(key => !sameText(before.sentences[key] ?? null, after.sentences[key] ?? null)),
    ...before.emblem?.base64 === after.emblem?.base64 ? [] : ['emblem'],
    ...sameText(before.footer, after.footer) ? [] : ['footer'],
    ...JSON.stringify(before.approvers) === JSON.stringify(after.approvers) ? [] : ['approvers'],
  ]
}
