/**
 * `npm run bench`: one JSON line a figure, `{name, value, unit, peer, ratio}`.
 *
 * `ratio` says how many times better than the peer measured in the same run; it is absent where there is no peer.
 * `-- --only NAME` runs one. Figures are shown, never asserted: a machine may be slow.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly peer?: string
  readonly ratio?: number
}

/** Each figure in a file of its own, loaded only when it is asked for. */
const figures: Readonly<Record<string, () => Promise<{ measure: () => Promise<Figure> }>>> = {
  'lookup-household': () => import('./figures/lookup-household.ts'),
  'lookup-vs-json-rules-engine': () => import('./figures/lookup-vs-json-rules-engine.ts'),
  'lookup-vs-json-logic-engine': () => import('./figures/lookup-vs-json-logic-engine.ts'),
  'lookup-vs-loop': () => import('./figures/lookup-vs-loop.ts'),
  'rescreen-100k': () => import('./figures/rescreen-100k.ts'),
  'questions-saved': () => import('./figures/questions-saved.ts'),
  'lookup-11000': () => import('./figures/lookup-11000.ts'),
  'search-100k': () => import('./figures/search-100k.ts'),
  'worklist-20k': () => import('./figures/worklist-20k.ts'),
  'worklist-scroll': () => import('./figures/worklist-scroll.ts'),
  'guide-vs-pdfmake': () => import('./figures/guide-vs-pdfmake.ts'),
  'guide-vs-typst': () => import('./figures/guide-vs-typst.ts'),
  'guide-first-page': () => import('./figures/guide-first-page.ts'),
  'booklet-500': () => import('./figures/booklet-500.ts'),
  'import-11000': () => import('./figures/import-11000.ts'),
  'start-to-first-answer': () => import('./figures/start-to-first-answer.ts'),
  'server-memory': () => import('./figures/server-memory.ts'),
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
if (values.only !== undefined && !(values.only in figures)) {
  process.stderr.write(`There is no figure "${values.only}"; there are: ${Object.keys(figures).join(', ')}.\n`)
  process.exit(2)
}
for (const [name, load] of Object.entries(figures)) {
  if (values.only === undefined || values.only === name) {
    const { measure } = await load()
    process.stdout.write(`${JSON.stringify(await measure())}\n`)
  }
}
process.exit(0)
