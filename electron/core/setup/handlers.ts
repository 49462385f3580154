/** All handlers of the first run. A registry and nothing else. */
import { recover } from './recover-account.ts'
import { create, openSample } from './set-up-center.ts'
import { places, status } from './setup-status.ts'

export const setupHandlers = {
  status,
  places,
  create,
  openSample,
  recover,
}
