/** What changes, counted by service and direction, with how far the looking is. Nothing in it is about anybody. */
import { door } from '../../door.ts'
import { comparedRules } from './compared-rules.ts'
import { gatherFlips } from './gather-flips.ts'
import { lookAgain } from './look-again.ts'
import { RunId } from './model.ts'
import { keepRun, takeTurn } from './runs.ts'

/** Ends with the session, and when the page stops listening. */
export const look = door.eligibility.rescreen.look.handler(async function* ({ input, errors, context, signal }) {
  const { db, host, caller, connection, today } = context
  const turn = takeTurn(host)
  if (!turn)
    throw errors.LOOKING_AGAIN_ALREADY()
  try {
    const comparison = await comparedRules(db, host, input, today)
    const [gathered, looked] = [gatherFlips(), { looked: 0, leftOut: 0 }]
    for await (const { done, of } of lookAgain(db, host, comparison, gathered, looked)) {
      if (signal?.aborted || !turn.goOn() || host.sessions.find(connection.token(), host.now())?.staffId !== caller.staffId)
        return
      yield { phase: 'looking' as const, done, of }
    }
    const run = RunId.parse(host.newId())
    keepRun(host, run, { comparison, gathered })
    const nameOf = (id: string) => (comparison.after.catalogue.services.get(id) ?? comparison.before.catalogue.services.get(id))?.name ?? { ko: id, en: id }
    yield { phase: 'done' as const, run, ...looked, services: comparison.services.length, groups: gathered.groups(nameOf) }
  }
  finally {
    turn.end()
  }
})
