/**
 * Loaded before the server (`node --import`): its clock goes ahead by as many milliseconds as a file says.
 *
 * So weeks pass in a journey without waiting, and the product itself knows no other clock than the machine's.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'

const file = process.env.MAJI_TEST_CLOCK
if (file) {
  const MachineDate = Date
  const ahead = (): number => {
    try {
      return Number(readFileSync(file, 'utf8')) || 0
    }
    catch {
      return 0
    }
  }
  globalThis.Date = class extends MachineDate {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0)
        super(MachineDate.now() + ahead())
      else
        super(...given as [number])
    }

    static override now(): number {
      return MachineDate.now() + ahead()
    }
  } as DateConstructor
}
