/**
 * The kinds of checks, each a project of its own so that one can be run alone.
 *
 * core and policy need no host; store and transport a real database; screens and journeys a real browser.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const project = (name: string, timeout: number, extra: object = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
    ...extra,
  },
})

export default defineConfig({
  root: at('.'),
  test: {
    environment: 'node',
    watch: false,
    maxWorkers: 2,
    projects: [
      project('core', 20_000),
      project('policy', 60_000),
      project('store', 180_000),
      project('transport', 120_000),
      // Two at a time: each has a server and a browser of its own, and waits for them half of its time.
      project('screens', 180_000),
      project('journeys', 300_000, { fileParallelism: false }),
    ],
  },
})
