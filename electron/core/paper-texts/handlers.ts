/** All handlers of paper-texts. Drawing takes long, so `save` draws the emblem before it opens its transaction. */
import type { Desk } from '../door.ts'
import type { PaperTexts } from './model.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { writeOfficeText } from '../office-texts/read-office-text.ts'
import { emblemFault, findSentenceProblems, ownOnly } from './check-paper.ts'
import { shippedPaper } from './model.ts'
import { previewSheet } from './preview-sheet.ts'
import { paperHistory, paperView } from './view-of.ts'

const read = door.paperTexts.read.handler(({ context: { db, host } }) => paperView(db, host))

const history = door.paperTexts.history.handler(({ context: { db } }) => paperHistory(db))

const preview = door.paperTexts.preview.handler(({ input, context }) => previewSheet(context, input))

const save = door.paperTexts.save.handler(async ({ input, errors, context }) => {
  const { host, now, caller } = context
  context.about('office-text', 'paper')
  const own = input.paper && ownOnly(host.texts, input.paper)
  const problems = own ? findSentenceProblems(host.texts, own) : []
  if (problems.length > 0)
    throw errors.PAPER_TEXTS_UNSOUND({ data: { problems } })
  await tryEmblem(context, own)
  const body = own && JSON.stringify(own) !== JSON.stringify(shippedPaper) ? own : null
  return context.transact(async (db) => {
    await writeOfficeText({ db, now, caller }, 'paper', input.seenVersion, body, input.why)
    return paperView(db, host)
  })
})

/** A picture that cannot be drawn would stand in the way of every paper of the office. @throws {ORPCError} EMBLEM_NOT_DRAWABLE, EMBLEM_TOO_LARGE */
async function tryEmblem(context: Desk, paper: PaperTexts | null): Promise<void> {
  if (!paper?.emblem)
    return
  const fault = emblemFault(paper.emblem)
  if (fault)
    throw new ORPCError(fault)
  const sheet = await previewSheet(context, { document: 'memo-sheet', draft: paper, language: 'ko', edition: 'standard' })
  try {
    await context.host.drawSheet(sheet)
  }
  catch {
    throw new ORPCError('EMBLEM_NOT_DRAWABLE')
  }
}

export const paperTextsHandlers = { read, save, history, preview }
