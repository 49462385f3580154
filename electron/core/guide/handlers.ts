/** All handlers of guide. Drawing takes long, so `pdf` holds no transaction while it draws. */
import type { Host } from '../host.ts'
import type { PaperLine } from './paper-line.ts'
import { door } from '../door.ts'
import { handOver } from './hand-over.ts'
import { languagesOf } from './languages/translation.ts'
import { readPaperWithContent, readSheet } from './read-document.ts'
import { fileNameOf } from './sheet-for.ts'

const hashOf = ({ hash }: Host, content: unknown): string => hash(JSON.stringify(content))

const sheet = door.guide.sheet.handler(async ({ input, context }) => {
  const { sheet, content } = await readPaperWithContent(context, input.request, input.language, input.edition)
  return { ...sheet, contentHash: hashOf(context.host, content) }
})

const pdf = door.guide.pdf.handler(async ({ input, context }) => {
  const { host, today, paper } = context
  const { request: { document }, language, edition, way } = input
  const line = (pages: number): PaperLine => ({ document, language, edition, way, pages, copies: null, printer: null })
  // What was refused, or could not be drawn, leaves its line too, without a page.
  paper(line(0))
  const { sheet, content } = await readPaperWithContent(context, input.request, language, edition)
  const { base64, pages } = await host.drawSheet(sheet)
  paper(line(pages))
  return { base64, pages, fileName: fileNameOf(document, host.texts, language === 'ko' ? 'ko' : 'en', today), contentHash: hashOf(host, content) }
})

/** Reading the document anew names whom it was about, and refuses whoever may not see it. */
const printed = door.guide.printed.handler(async ({ input, context }) => {
  const { request, language, edition, pages, copies, printer } = input
  context.paper({ document: request.document, language, edition, way: 'print', pages, copies, printer } satisfies PaperLine)
  await readSheet(context, request, language, edition)
})

const languages = door.guide.languages.handler(({ context: { host } }) => languagesOf(host))

export const guideHandlers = { sheet, pdf, printed, languages, handOver }
