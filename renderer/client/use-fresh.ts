/** Reads a page's data anew when the server answers again, or when somebody is back at a locked or signed-out screen. */
import { computed, watch } from 'vue'
import { useSession } from '../stores/session'

export function useFresh(read: () => unknown): void {
  const session = useSession()
  const reachable = computed(() => session.signedIn !== undefined && !session.locked && !session.unreachable)
  watch(reachable, now => now && void read())
}
