/** What changes, counted by service and direction, with how far the looking is. Nothing in it is about anybody. */
import type { Desk } from '../../door.ts'
import type { LookingAgain } from './model.ts'
import type { Turn } from './runs.ts'
import type { Comparison } from './screen-page.ts'
import { findBlocks } from '../../catalogue/releases/find-blocks.ts'
import { refusalOf } from '../../door-refusals.ts'
import { door } from '../../door.ts'
import { comparedRules } from './compared-rules.ts'
import { gatherFlips } from './gather-flips.ts'
import { lookAgain } from './look-again.ts'
import { RunId } from './model.ts'
import { keepRun, takeTurn } from './runs.ts'

/** Whatever is refused is refused before the first word, so that the door logs it as that. */
export const look = door.eligibility.rescreen.look.handler(async ({ input, errors, context, signal }) => {
  const { db, host, today } = context
  const turn = takeTurn(host)
  if (!turn)
    throw errors.LOOKING_AGAIN_ALREADY()
  try {
    const comparison = await comparedRules(db, host, input, today)
    const count = input.with === 'draft' ? findBlocks(comparison.after.catalogue, host).length : 0
    if (count > 0)
      throw errors.DRAFT_DOES_NOT_HOLD({ data: { count } })
    return tell(context, comparison, turn, signal)
  }
  catch (error) {
    turn.end()
    throw error
  }
})

/** Ends with the session, and when the page stops listening. The door has answered by now: what breaks here gets its incident number here. */
async function* tell({ db, host, caller, connection }: Desk, comparison: Comparison, turn: Turn, signal: { readonly aborted: boolean } | undefined): AsyncGenerator<LookingAgain, void> {
  try {
    const [gathered, looked] = [gatherFlips(), { looked: 0, leftOut: 0 }]
    for await (const { done, of } of lookAgain(db, host, comparison, gathered, looked)) {
      if (signal?.aborted || !turn.goOn() || host.sessions.find(connection.token(), host.now())?.staffId !== caller.staffId)
        return
      yield { phase: 'looking', done, of }
    }
    const run = RunId.parse(host.newId())
    keepRun(host, run, { comparison, gathered })
    const nameOf = (id: string) => (comparison.after.catalogue.services.get(id) ?? comparison.before.catalogue.services.get(id))?.name ?? { ko: id, en: id }
    yield { phase: 'done', run, ...looked, services: comparison.services.length, groups: gathered.groups(nameOf) }
  }
  catch (error) {
    throw refusalOf(error, host)
  }
  finally {
    turn.end()
  }
}
