/**
 * One call of a publisher: counted against the day's budget, repeated after a while where that may help, and what came
 * of it in words. Source of the codes: 중앙부처복지서비스 Open API guide (2025. 4), table of errors.
 */
import type { Host, Store } from '../../../host.ts'
import type { AskingTrouble, SourceService } from '../model.ts'
import type { Answer, ReadPortion } from '../official-port.ts'
import type { RunningImport } from '../running-imports.ts'
import { seoulDayOf } from '../../../kernel/dates.ts'

/** A call that may be repeated is, after so many seconds. */
const pauses = [1, 3, 9]
/** Between two calls: five a second, of thirty that the publisher bears. */
const breath = 0.2

export type Called = { readonly portion: ReadPortion } | { readonly trouble: AskingTrouble } | { readonly stopped: true }

const codes: Readonly<Record<string, AskingTrouble>> = {
  10: 'wrong-request',
  12: 'no-service',
  20: 'not-allowed',
  22: 'limit-reached',
  30: 'key-unknown',
  31: 'key-expired',
}
const statuses: Readonly<Record<number, AskingTrouble>> = { 400: 'wrong-request', 401: 'key-unknown', 403: 'not-allowed', 404: 'no-service', 429: 'limit-reached' }
/** Codes and answers after which the same call may succeed: HTTP_ERROR (04), UNKNOWN_ERROR (99), a cut answer. */
const passing: ReadonlySet<AskingTrouble> = new Set(['unreachable', 'timed-out', 'not-understood', 'broken-answer'])

export async function callPublisher(db: Store, host: Host, held: RunningImport, service: SourceService, file: string, address: string): Promise<Called> {
  let trouble: AskingTrouble = 'unreachable'
  for (let attempt = 0; attempt <= pauses.length; attempt++) {
    if (!await pause(host, held, attempt === 0 ? breath : pauses[attempt - 1] ?? breath))
      return { stopped: true }
    const refused = await countCall(db, host, service)
    if (refused)
      return { trouble: refused }
    const under = host.official.get(address)
    held.stop = under.stop
    const answer = await under.outcome
    if (isOver(held) || answer.outcome === 'stopped')
      return { stopped: true }
    const read = await understand(held, `${file} #${attempt + 1}`, answer)
    if ('trouble' in read)
      trouble = read.trouble
    else if (isWhole(read.portion) || attempt === pauses.length)
      return { portion: { ...read.portion, problems: read.portion.problems.map(problem => ({ ...problem, place: { ...problem.place, file } })) } }
    else
      trouble = 'broken-answer'
    if (!passing.has(trouble))
      return { trouble }
  }
  return { trouble }
}

const isOver = ({ phase }: RunningImport): boolean => phase !== 'asking'

async function pause(host: Host, held: RunningImport, seconds: number): Promise<boolean> {
  if (isOver(held))
    return false
  const waiting = host.official.wait(seconds)
  held.stop = waiting.stop
  await waiting.outcome
  return !isOver(held)
}

/** @returns why the office does not want the call, where it does not; nothing: it is counted */
const countCall = (db: Store, host: Host, service: SourceService): Promise<AskingTrouble | undefined> => host.inTurn(() => db.transaction().execute(async (store) => {
  const today = seoulDayOf(host.now())
  const row = await store.selectFrom('catalogue_source').selectAll().where('service', '=', service).executeTakeFirst()
  const called = row?.called_on === today ? row.called : 0
  if (row?.enabled !== 1)
    return 'switched-off'
  if (called >= row.daily_calls)
    return 'budget-used'
  await store.updateTable('catalogue_source').set({ called_on: today, called: called + 1 }).where('service', '=', service).execute()
  return undefined
}))

async function understand(held: RunningImport, file: string, answer: Answer): Promise<{ readonly portion: ReadPortion } | { readonly trouble: AskingTrouble }> {
  if (answer.outcome === 'too-large')
    return { trouble: 'not-understood' }
  if (answer.outcome !== 'answered')
    return { trouble: answer.outcome === 'timed-out' ? 'timed-out' : 'unreachable' }
  const portion = await held.reader.read({ file, text: answer.text, first: true, last: true })
  const refused = portion.problems.find(({ reason }) => reason.code === 'refused')
  if (refused)
    return { trouble: codes[String(Number(refused.reason.value))] ?? 'not-understood' }
  if (answer.status >= 400)
    return { trouble: statuses[answer.status] ?? 'unreachable' }
  // An empty page is an answer; something that is neither list nor record is none.
  return portion.parts.length === 0 && portion.summary?.total === undefined ? { trouble: 'not-understood' } : { portion }
}

/** Not cut off on the way, neither in a record nor between two. */
const isWhole = ({ problems }: ReadPortion): boolean => !problems.some(({ reason }) => reason.code === 'record-cut' || reason.code === 'file-cut')
