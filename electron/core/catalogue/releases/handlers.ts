/** All handlers of releases. */
import { door } from '../../door.ts'
import { askRollBack, dropRollBack, findAsked, rollBackRight } from './ask-roll-back.ts'
import { compareReleases, differenceOf } from './compare-releases.ts'
import { readReleases } from './read-releases.ts'
import { releaseDraft } from './release-draft.ts'
import { rollBack } from './roll-back.ts'

const list = door.catalogue.releases.list.handler(async ({ context: { db, caller } }) => ({
  releases: await readReleases(db),
  asked: await findAsked(db, caller.staffId) ?? null,
  right: await rollBackRight(db, caller.staffId, undefined),
}))

/** Ends with the session: a page that was signed out hears nothing more. */
const watch = door.catalogue.releases.watch.handler(async function* ({ context: { host, connection, caller }, signal }) {
  for await (const news of host.news.subscribe('catalogue', { signal })) {
    if (host.sessions.find(connection.token(), host.now())?.staffId !== caller.staffId)
      return
    yield news
  }
})

export const releaseHandlers = { list, compare: compareReleases, difference: differenceOf, release: releaseDraft, askRollBack, rollBack, dropRollBack, watch }
