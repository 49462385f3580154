/**
 * The import that is under way, in the memory of this process: one at a time for an office.
 *
 * What it has read lies in the store; after a crash nobody holds it any more, and `sweep-imports.ts` clears it up.
 */
import type { Host } from '../../host.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { Publisher } from '../../policy/official-record.ts'
import type { FileSummary } from '../formats/make-reader.ts'
import type { FoundPart, Lists } from './count-lists.ts'
import type { AskingTrouble, ImportId, ImportPhase, ImportWay, Progress } from './model.ts'
import type { OfficialReader } from './official-port.ts'
import { EventPublisher } from '@orpc/server'

/** What was seen of one publisher. */
export interface Seen {
  readonly ids: Set<string>
  hasList: boolean
  readonly lists: Lists
  newest: string | undefined
  readonly regions: Map<string, { readonly province: string | undefined, readonly district: string | undefined }>
}

export interface RunningImport {
  readonly id: ImportId
  readonly staffId: StaffId
  readonly way: ImportWay
  readonly reader: OfficialReader
  readonly events: EventPublisher<{ progress: Progress }>
  readonly seen: Map<Publisher, Seen>
  readonly files: FileSummary[]
  /** Files that were begun and not read to their end, with what was read of each. */
  readonly open: Map<string, readonly FoundPart[]>
  /** `id part`, to tell what comes twice. */
  readonly parts: Set<string>
  phase: ImportPhase
  broken: number
  /** Broken records whose id nobody knows. */
  nameless: number
  notices: number
  /** Problems written so far: the place of the next. */
  problems: number
  /** Characters taken in. */
  characters: number
  taken: number
  unchanged: number
  done: number
  of: number | undefined
  secondsLeft: number | undefined
  trouble: AskingTrouble | undefined
  /** Breaks off what is being asked. */
  stop: () => void
  /** Portions are taken one after the other. */
  turn: Promise<unknown>
}

const running = new WeakMap<Host, RunningImport>()

export const findRunning = (host: Host): RunningImport | undefined => running.get(host)
export const findRunningById = (host: Host, id: ImportId): RunningImport | undefined => running.get(host)?.id === id ? running.get(host) : undefined

export function startRunning(host: Host, begun: Pick<RunningImport, 'id' | 'staffId' | 'way'>): RunningImport {
  const made: RunningImport = {
    ...begun,
    reader: host.official.openReader(),
    events: new EventPublisher(),
    seen: new Map(),
    files: [],
    open: new Map(),
    parts: new Set(),
    phase: begun.way === 'api' ? 'asking' : 'reading',
    broken: 0,
    nameless: 0,
    notices: 0,
    problems: 0,
    characters: 0,
    taken: 0,
    unchanged: 0,
    done: 0,
    of: undefined,
    secondsLeft: undefined,
    trouble: undefined,
    stop: () => undefined,
    turn: Promise.resolve(),
  }
  running.set(host, made)
  return made
}

/** Nobody holds it any more; whoever watches hears its last phase. */
export function endRunning(host: Host, ended: RunningImport, phase: ImportPhase): void {
  ended.phase = phase
  ended.reader.close()
  tellProgress(ended)
  if (running.get(host) === ended && phase !== 'failed')
    running.delete(host)
}

export const progressOf = ({ phase, parts, broken, notices, taken, unchanged, done, of, secondsLeft, trouble }: RunningImport): Progress =>
  ({ phase, read: parts.size, broken, notices, taken, unchanged, done, of: of ?? null, secondsLeft: secondsLeft ?? null, trouble: trouble ?? null })

export const tellProgress = (told: RunningImport): void => told.events.publish('progress', progressOf(told))

/** In the order in which they were asked for, each when the one before is over. */
export function inItsTurn<Answer>(import_: RunningImport, work: () => Promise<Answer>): Promise<Answer> {
  const answer = import_.turn.then(work)
  import_.turn = answer.catch(() => undefined)
  return answer
}
