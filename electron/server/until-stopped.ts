/** Waits for Ctrl+C or the system's request to end, then lets what is running end in order. */
import process from 'node:process'
import { stopDrawing } from './documents/draw-sheet.ts'

export async function untilStopped(close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve())
  })
  await close()
  await stopDrawing()
}
