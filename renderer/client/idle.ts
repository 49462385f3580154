/**
 * Locks the screen after the idle time, and tells the server about activity at most once a minute.
 *
 * Only whether a key or the screen was touched is noticed, never which.
 */
import { onScopeDispose, watch } from 'vue'
import { useSession } from '../stores/session'
import { client } from './core-client'
import { attempt } from './use-call'

const minute = 60_000

export function useIdleLock(): void {
  const session = useSession()
  let lastActivity = Date.now()
  let lastTold = Date.now()

  function onActivity() {
    lastActivity = Date.now()
    if (!session.signedIn || session.locked || lastActivity - lastTold < minute)
      return
    lastTold = lastActivity
    void attempt(() => client.staff.touch())
  }

  const timer = setInterval(() => {
    const limit = (session.signedIn?.idleMinutes ?? 10) * minute
    if (session.signedIn && !session.locked && Date.now() - lastActivity >= limit)
      void session.lock()
  }, 5000)

  const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
  for (const kind of kinds)
    window.addEventListener(kind, onActivity, { passive: true })
  watch(() => session.locked, () => (lastActivity = Date.now()))

  onScopeDispose(() => {
    clearInterval(timer)
    for (const kind of kinds)
      window.removeEventListener(kind, onActivity)
  })
}
