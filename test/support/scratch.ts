/** A folder of its own for a test, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Call at the top of a test file or a `describe`. */
export function scratchFolder(): (...path: string[]) => string {
  const folder = mkdtempSync(join(tmpdir(), 'maji-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (...path) => join(folder, ...path)
}
