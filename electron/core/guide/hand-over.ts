/** "Handed over" is the clerk's key: a browser does not say whether paper came out, so only this counts as given. */
import { door } from '../door.ts'
import { openVisit } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { speaking } from './languages/translation.ts'

export const handOver = door.guide.handOver.handler(async ({ input, context }) => {
  const { db, host, now, caller, about } = context
  about('visit', input.visitId)
  await openVisit(db, input.visitId)
  const { visitId, document, language, edition, pages, contentHash, choices } = input
  // A language that nobody can print in would stop whoever prints for the family after.
  speaking(host, language)
  await db.insertInto('hand_over').values({ id: host.newId(), visit_id: visitId, document, language, edition, pages, content_hash: contentHash ?? null, choices: document === 'family-guide' && choices ? JSON.stringify(choices) : null, at: now, staff_id: caller.staffId }).execute()
  return visitPage(context, visitId)
})
