/** All handlers of guide. Drawing takes long, so `pdf` holds no transaction while it draws. */
import type { Host } from '../host.ts'
import type { PaperLine } from './paper-line.ts'
import type { Sheet } from './sheet.ts'
import { door } from '../door.ts'
import { handOver } from './hand-over.ts'
import { readSheet } from './read-document.ts'
import { fileNameOf } from './sheet-for.ts'

const hashOf = ({ hash }: Host, { groups }: Sheet): string => hash(JSON.stringify(groups))

const sheet = door.guide.sheet.handler(async ({ input, context }) => {
  const read = await readSheet(context, input.request, input.language, input.edition)
  return { ...read, contentHash: hashOf(context.host, read) }
})

const pdf = door.guide.pdf.handler(async ({ input, context }) => {
  const { host, today, paper } = context
  const { request: { document }, language, edition, way } = input
  const read = await readSheet(context, input.request, language, edition)
  const { base64, pages } = await host.drawSheet(read)
  paper({ document, language, edition, way, pages, copies: null, printer: null } satisfies PaperLine)
  return { base64, pages, fileName: fileNameOf(document, host.texts, language === 'ko' ? 'ko' : 'en', today), contentHash: hashOf(host, read) }
})

/** Reading the document anew names whom it was about, and refuses whoever may not see it. */
const printed = door.guide.printed.handler(async ({ input, context }) => {
  const { request, language, edition, pages, copies, printer } = input
  await readSheet(context, request, language, edition)
  context.paper({ document: request.document, language, edition, way: 'print', pages, copies, printer } satisfies PaperLine)
})

const languages = door.guide.languages.handler(({ context: { host } }) => [
  { code: 'ko', name: '한국어' },
  { code: 'en', name: 'English' },
  ...[...host.translations.values()].map(({ code, name }) => ({ code, name })),
])

export const guideHandlers = { sheet, pdf, printed, languages, handOver }
