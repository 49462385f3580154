/** One change as it is told: the day, the cause, and from when one may apply for what begins. */
import type { CompiledService } from '../compile-service.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Verdict } from '../verdict.ts'
import type { Crossing } from './causes.ts'
import type { Change } from './timeline.ts'
import type { Ground } from './turns.ts'
import { addDays } from '../../kernel/dates.ts'
import { say } from '../texts.ts'
import { causeOf } from './causes.ts'
import { openingOf } from './opening-of.ts'

/** A crossing with the verdict on either side of it. */
export interface Turned extends Crossing { readonly from: Verdict | null, readonly to: Verdict | null }

const isOpen = (verdict: Verdict | null): boolean => verdict === 'likely' || verdict === 'ask-first'

export function changeOf(compiled: CompiledService, turned: Turned, ground: Ground, texts: EligibilityTexts): Change {
  const { from, to, after: { on } } = turned
  const { because, basis, ofAge } = causeOf(compiled, turned, ground, texts)
  const applyFrom = !isOpen(from) && ofAge ? openingOf(compiled.service, on, texts) : undefined
  const key = isOpen(to) ? `${isOpen(from) ? 'becomes' : 'begins'}.${to}` : 'ends'
  return { on, from, to, because, basis, sentence: say(texts, `timeline.${key}`, { on, lastDay: addDays(on, -1), because }), ...(applyFrom ? { applyFrom } : {}) }
}
