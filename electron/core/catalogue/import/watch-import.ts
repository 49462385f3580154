/** Tells how far an import is, until it is over or the page is signed out. */
import { door } from '../../door.ts'
import { findRunningById, progressOf } from './running-imports.ts'

const over = new Set(['done', 'stopped', 'failed'])

export const watch = door.catalogue.imports.watch.handler(async function* ({ input, errors, context: { host, connection, caller }, signal }) {
  const held = findRunningById(host, input.importId)
  if (!held)
    throw errors.IMPORT_NOT_FOUND()
  // Listening begins before the first word, so that nothing said in between is missed.
  const news = held.events.subscribe('progress', { signal })
  yield progressOf(held)
  if (over.has(held.phase))
    return
  for await (const progress of news) {
    if (host.sessions.find(connection.token(), host.now())?.staffId !== caller.staffId)
      return
    yield progress
    if (over.has(progress.phase))
      return
  }
})
