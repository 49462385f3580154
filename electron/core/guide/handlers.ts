/** All handlers of guide. Drawing takes long, so `pdf` holds no transaction while it draws. */
import { door } from '../door.ts'
import { handOver } from './hand-over.ts'
import { readSheet } from './read-document.ts'
import { fileNameOf } from './sheet-for.ts'

const sheet = door.guide.sheet.handler(({ input, context }) =>
  readSheet(context, input.request, input.language, input.edition))

const pdf = door.guide.pdf.handler(async ({ input, context }) => {
  const { host, today } = context
  const { base64, pages } = await host.drawSheet(await readSheet(context, input.request, input.language, input.edition))
  return { base64, pages, fileName: fileNameOf(input.request.document, host.texts, input.language, today) }
})

export const guideHandlers = { sheet, pdf, handOver }
