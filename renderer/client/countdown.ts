/** Counts whole seconds down to zero, for waiting times after a wrong password. */
import type { Ref } from 'vue'
import { onScopeDispose, ref } from 'vue'

export function useCountdown(): { readonly left: Ref<number>, readonly start: (seconds: number) => void } {
  const left = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  const stop = () => clearInterval(timer)
  function start(seconds: number) {
    stop()
    left.value = Math.ceil(seconds)
    if (left.value <= 0)
      return
    timer = setInterval(() => {
      left.value -= 1
      if (left.value <= 0)
        stop()
    }, 1000)
  }
  onScopeDispose(stop)
  return { left, start }
}
