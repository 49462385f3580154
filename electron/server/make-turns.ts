/** Works one after the other, so that the access log is one chain; a work that fails does not hold up the next. */
import type { Host } from '#core/host'

export function makeTurns(): Host['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const answer = last.then(work)
    last = answer.catch(() => {})
    return answer
  }
}
