/** Reading and asking for official catalogues, as this process does it. */
import type { OfficialPort } from '#core/catalogue/import/official-port'
import { getAnswer } from './get-answer.ts'
import { openReader } from './open-reader.ts'

export const officialPort: OfficialPort = {
  openReader,
  get: address => getAnswer(address),
  breathe: () => new Promise(resolve => setImmediate(resolve)),
  wait: (seconds) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, seconds * 1000)
    return {
      outcome: promise,
      stop: () => {
        clearTimeout(timer)
        resolve()
      },
    }
  },
}
