/** A paper that takes long, watched from a panel: begun, followed, cancelled, taken in portions. Goes on without the panel. */
import type { PaperJobKind, PaperJobView } from '#core/paper-jobs/model'
import type { Problem } from '../../client/problem'
import type { Outcome } from '../../client/use-call'
import type { Bytes } from '../../widgets/printing/pdf-file'
import type { DrawnPdf, PaperWay } from '../../widgets/printing/use-printing'
import { onMounted, onScopeDispose, ref, shallowRef } from 'vue'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'
import { useFresh } from '../../client/use-fresh'
import { bytesOf } from '../../widgets/printing/pdf-file'
import { usePrinting } from '../../widgets/printing/use-printing'

/** How often it is asked how far it is, in milliseconds. */
const askedEvery = 400

export function usePaperJob(kind: PaperJobKind, paper: () => 'a4' | 'a5' = () => 'a4') {
  const job = shallowRef<PaperJobView>()
  const problem = shallowRef<Problem>()
  const beginning = ref(false)
  /** It held residents and was forgotten with its taking. */
  const taken = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function follow(view: PaperJobView | undefined) {
    job.value = view
    clearTimeout(timer)
    if (view?.state === 'running')
      timer = setTimeout(() => void ask(view.id), askedEvery)
  }
  onScopeDispose(() => clearTimeout(timer))

  /** Locked or cut off, it is asked again once somebody is back. */
  async function ask(jobId: PaperJobView['id']) {
    const outcome = await attempt(() => client.paperJobs.progress({ jobId }))
    if (outcome.ok)
      return follow(outcome.answer)
    if (outcome.problem.code === 'PAPER_JOB_NOT_FOUND')
      follow(undefined)
  }

  async function find() {
    const outcome = await attempt(() => client.paperJobs.mine())
    if (outcome.ok)
      follow(outcome.answer.find(each => each.kind === kind))
  }
  onMounted(find)
  useFresh(find)

  async function begin(call: () => Promise<PaperJobView>): Promise<boolean> {
    if (beginning.value)
      return false
    beginning.value = true
    const outcome = await attempt(call)
    beginning.value = false
    problem.value = outcome.ok ? undefined : outcome.problem
    if (!outcome.ok)
      return false
    printing.hide()
    printing.pages.value = undefined
    taken.value = false
    follow(outcome.answer)
    return true
  }

  async function cancel() {
    const going = job.value
    if (!going)
      return
    const outcome = await attempt(() => client.paperJobs.cancel({ jobId: going.id }))
    problem.value = outcome.ok || outcome.problem.code === 'PAPER_JOB_NOT_FOUND' ? undefined : outcome.problem
    if (!problem.value)
      follow(undefined)
    printing.hide()
  }

  async function draw(way: PaperWay): Promise<DrawnPdf | undefined> {
    const made = job.value
    if (!made)
      return undefined
    const outcome = await takeWhole(made.id, way)
    problem.value = outcome.ok ? undefined : outcome.problem
    if (!outcome.ok)
      return undefined
    if (kind === 'guides-of-day') {
      follow(undefined)
      taken.value = true
    }
    return {
      ...outcome.answer,
      printed: async (done) => {
        const told = await attempt(() => client.paperJobs.printed({ jobId: made.id, ...done }))
        problem.value = told.ok ? undefined : told.problem
      },
    }
  }

  const printing = usePrinting(draw, { paper })
  return { job, problem, beginning, taken, begin, cancel, printing }
}

/** A large file comes in portions, each of which is whole bytes. */
function takeWhole(jobId: PaperJobView['id'], way: PaperWay): Promise<Outcome<Pick<DrawnPdf, 'bytes' | 'fileName' | 'pages'>>> {
  return attempt(async () => {
    const { base64, portions, pages, fileName } = await client.paperJobs.take({ jobId, way })
    const parts = [bytesOf(base64)]
    for (let portion = 1; portion < portions; portion++)
      parts.push(bytesOf((await client.paperJobs.portion({ jobId, portion })).base64))
    return { bytes: joined(parts), pages, fileName }
  })
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
