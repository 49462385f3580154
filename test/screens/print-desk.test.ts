/** What the page asks of the process that owns the window, over a real port: only what that process takes. */
import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { PrintQuestion } from '#core/kernel/print-order'
import { createPrintDesk } from '../../renderer/client/print-desk'

const open: MessageChannel[] = []
afterEach(() => open.splice(0).forEach(({ port1 }) => port1.close()))

/** @param answer what the other end says, or nothing */
function deskAgainst(answer: (question: PrintQuestion, reply: (given: unknown) => void) => void) {
  const channel = new MessageChannel()
  open.push(channel)
  channel.port2.on('message', data => answer(PrintQuestion.parse(data), given => channel.port2.postMessage(given)))
  return createPrintDesk(channel.port1 as unknown as MessagePort)
}

const order = { printer: 'HP_M402', copies: 2, sides: 'both', pages: { from: 1, to: 2 }, paper: 'a4' } as const

describe('the printers of the window', () => {
  it('are named by the machine', async () => {
    const desk = deskAgainst(({ number }, reply) => reply({ number, printers: [{ name: 'HP_M402', label: 'HP M402' }] }))
    expect(await desk.printers()).toEqual([{ name: 'HP_M402', label: 'HP M402' }])
  })

  it('get the pages as they were drawn, with the order', async () => {
    const seen: PrintQuestion[] = []
    const desk = deskAgainst((question, reply) => {
      seen.push(question)
      reply({ number: question.number, outcome: 'sent' })
    })
    expect(await desk.print(Uint8Array.from([37, 80, 68, 70]), order)).toBe('sent')
    expect(seen).toMatchObject([{ ask: 'print', order }])
    expect(seen.flatMap(asked => asked.ask === 'print' ? [...asked.pdf] : [])).toEqual([37, 80, 68, 70])
  })

  it('that do not answer have neither printed nor failed as far as anybody knows', async () => {
    const desk = deskAgainst(({ number }, reply) => reply({ number, outcome: 'unknown' }))
    expect(await desk.print(new Uint8Array(1), order)).toBe('unknown')
  })

  it('answer each order for itself, though the later one is ready first, and nonsense is passed over', async () => {
    const held: (() => void)[] = []
    const desk = deskAgainst(({ number }, reply) => {
      if (number === 1)
        return void held.push(() => reply({ number, outcome: 'failed' }))
      reply('nonsense')
      reply({ number, outcome: 'sent' })
      held.forEach(late => late())
    })
    const [first, second] = await Promise.all([desk.print(new Uint8Array(1), order), desk.print(new Uint8Array(1), order)])
    expect([first, second]).toEqual(['failed', 'sent'])
  })
})
