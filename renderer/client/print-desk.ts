/** The printers of the machine that the window runs on, asked over a port of their own. */
import type { Printer, PrintOrder, PrintOutcome, PrintQuestion } from '#core/kernel/print-order'
import { PrintAnswer } from '#core/kernel/print-order'

export interface PrintDesk {
  readonly printers: () => Promise<readonly Printer[]>
  /** Resolves once the system took the pages, refused them or somebody cancelled. */
  readonly print: (pdf: Uint8Array<ArrayBuffer>, order: PrintOrder) => Promise<PrintOutcome>
}

type WithoutNumber<Question> = Question extends unknown ? Omit<Question, 'number'> : never

export function createPrintDesk(port: MessagePort): PrintDesk {
  const waiting = new Map<number, (answer: PrintAnswer) => void>()
  let last = 0
  port.addEventListener('message', ({ data }) => {
    const { success, data: answer } = PrintAnswer.safeParse(data)
    if (!success)
      return
    waiting.get(answer.number)?.(answer)
    waiting.delete(answer.number)
  })
  port.start()

  const ask = (question: WithoutNumber<PrintQuestion>): Promise<PrintAnswer> => new Promise((resolve) => {
    waiting.set(++last, resolve)
    port.postMessage({ ...question, number: last })
  })
  return {
    printers: async () => {
      const answer = await ask({ ask: 'printers' })
      return 'printers' in answer ? answer.printers : []
    },
    print: async (pdf, order) => {
      const answer = await ask({ ask: 'print', order, pdf })
      return 'outcome' in answer ? answer.outcome : 'failed'
    },
  }
}
