/** All handlers of guide. */
import { door } from '../door.ts'
import { handOver } from './hand-over.ts'

const sheet = door.guide.sheet.handler(async () => { throw new Error('being written') })
const pdf = door.guide.pdf.handler(async () => { throw new Error('being written') })

export const guideHandlers = { sheet, pdf, handOver }
