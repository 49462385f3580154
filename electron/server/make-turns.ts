/** Works one after the other; one that fails does not hold up the next. */
import type { Host } from '#core/host'

/** For changes, so that the access log is one chain. */
export function makeTurns(): Host['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const answer = last.then(work)
    last = answer.catch(() => {})
    return answer
  }
}

/** The same function, let in one call after the other: tries made at once cannot get round what counts them. */
export function inTurn<Input extends readonly unknown[], Answer>(work: (...input: Input) => Promise<Answer>): (...input: Input) => Promise<Answer> {
  const turns = makeTurns()
  return (...input) => turns(() => work(...input))
}
