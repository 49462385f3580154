/** A paper that takes long, watched from a panel: begun, followed, cancelled, taken in portions. Goes on without the panel. */
import type { PaperJobKind, PaperJobView } from '#core/paper-jobs/model'
import type { Problem } from '../../client/problem'
import type { Outcome } from '../../client/use-call'
import type { Bytes } from '../../widgets/printing/pdf-file'
import type { DrawnPdf, PaperWay } from '../../widgets/printing/use-printing'
import { onMounted, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { client } from '../../client/core-client'
import { attempt } from '../../client/use-call'
import { useFresh } from '../../client/use-fresh'
import { bytesOf } from '../../widgets/printing/pdf-file'
import { usePrinting } from '../../widgets/printing/use-printing'

/** How often it is asked how far it is, in milliseconds. */
const askedEvery = 400
/** How long what was taken is held here, in milliseconds: as long as the server would have kept it. */
const heldFor = 15 * 60_000

export function usePaperJob(kind: PaperJobKind, paper: () => 'a4' | 'a5' = () => 'a4') {
  const job = shallowRef<PaperJobView>()
  const problem = shallowRef<Problem>()
  const beginning = ref(false)
  /** What holds residents: the server forgot it when it was taken, so this page keeps it until it is really out. */
  const keptShort = kind === 'guides-of-day'
  const held = shallowRef<Taken>()
  /** How it went out at last. */
  const out = ref<'printed' | 'saved'>()
  let heldTimer: ReturnType<typeof setTimeout> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function follow(view: PaperJobView | undefined) {
    job.value = view
    clearTimeout(timer)
    // Known before it is taken, so that pages it does not have are refused before.
    if (view?.state === 'done')
      printing.pages.value = view.pages ?? undefined
    if (view?.state === 'running')
      timer = setTimeout(() => void ask(view.id), askedEvery)
  }
  onScopeDispose(() => [timer, heldTimer].forEach(clearTimeout))

  function hold(paper: Taken | undefined) {
    held.value = paper
    clearTimeout(heldTimer)
    if (paper)
      heldTimer = setTimeout(forget, heldFor)
  }
  function forget() {
    hold(undefined)
    follow(undefined)
    printing.hide()
  }

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
    // The server knows nothing any more of what is held here, or whose password still stands in the open dialog.
    if (outcome.ok && !held.value && !(job.value && out.value))
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
    hold(undefined)
    out.value = undefined
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
      forget()
  }

  async function draw(way: PaperWay): Promise<DrawnPdf | undefined> {
    const made = job.value
    if (!made)
      return undefined
    const outcome = await (held.value ? takeAgain(held.value, made.id, way) : takeWhole(made.id, way))
    problem.value = outcome.ok ? undefined : outcome.problem
    if (!outcome.ok) {
      if (keptShort && gone.has(outcome.problem.code))
        forget()
      return undefined
    }
    if (keptShort)
      hold(outcome.answer)
    return {
      ...outcome.answer,
      ...keptShort
        ? { sent: () => {
            hold(undefined)
            out.value = way === 'print' ? 'printed' : 'saved'
          } }
        : {},
      printed: async (done) => {
        const told = await attempt(() => client.paperJobs.printed({ jobId: made.id, ...done }))
        problem.value = told.ok ? undefined : told.problem
      },
    }
  }

  const printing = usePrinting(draw, { paper })
  /** A password that was made for the file is told in the dialog alone: nothing goes away before it is closed. */
  watch([out, printing.locking], () => {
    if (out.value && !printing.locking.value)
      follow(undefined)
  })
  return { job, problem, beginning, held, out, begin, cancel, printing }
}

type Taken = Pick<DrawnPdf, 'bytes' | 'fileName' | 'pages'>

/** Nothing is left of it on the server. */
const gone = new Set(['PAPER_JOB_NOT_FOUND', 'PAPER_JOB_WITHDRAWN'])

/** What this page holds goes out once more: the server asks the consents again, and writes it down. */
const takeAgain = (paper: Taken, jobId: PaperJobView['id'], way: PaperWay): Promise<Outcome<Taken>> => attempt(async () => {
  await client.paperJobs.again({ jobId, way })
  return paper
})

/** A large file comes in portions, each of which is whole bytes. */
function takeWhole(jobId: PaperJobView['id'], way: PaperWay): Promise<Outcome<Taken>> {
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
