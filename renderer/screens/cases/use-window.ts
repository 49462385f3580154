/**
 * Which rows of a long list are in sight: only those are drawn, the rest is empty space of the same height.
 *
 * Every row is `rowRem` high, whatever the text size; the scroll position is read once a frame.
 */
import type { Ref } from 'vue'
import { computed, onMounted, onScopeDispose, ref } from 'vue'

/** Rows drawn above and below, so that a short scroll meets no empty space. */
const spare = 9
/** The window moves by so many rows at once, not with every row. */
const step = 6
const inSteps = (row: number): number => Math.floor(row / step) * step

export function useWindow(scroller: Readonly<Ref<HTMLElement | null>>, count: Readonly<Ref<number>>, rowRem: number) {
  const rowHeight = ref(rowRem * 16)
  const top = ref(0)
  const height = ref(600)

  function measure(): void {
    rowHeight.value = rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    height.value = scroller.value?.clientHeight ?? 600
  }
  let asked = 0
  function onScroll(): void {
    if (asked)
      return
    asked = requestAnimationFrame(() => {
      asked = 0
      top.value = scroller.value?.scrollTop ?? 0
    })
  }
  const watching = new ResizeObserver(measure)
  onMounted(() => {
    measure()
    if (scroller.value)
      watching.observe(scroller.value)
    watching.observe(document.documentElement)
  })
  onScopeDispose(() => {
    watching.disconnect()
    cancelAnimationFrame(asked)
  })

  const first = computed(() => Math.max(0, inSteps(Math.min(count.value - 1, Math.floor(top.value / rowHeight.value))) - spare))
  const last = computed(() => Math.min(count.value, inSteps(Math.ceil((top.value + height.value) / rowHeight.value)) + step + spare))
  const before = computed(() => first.value * rowHeight.value)
  const after = computed(() => Math.max(0, count.value - last.value) * rowHeight.value)

  /** Brings a row into sight, below a head of so many rows. */
  function reveal(row: number): void {
    const element = scroller.value
    if (!element)
      return
    const head = rowHeight.value
    if (row * rowHeight.value < element.scrollTop)
      element.scrollTop = row * rowHeight.value
    else if ((row + 1) * rowHeight.value > element.scrollTop + element.clientHeight - head)
      element.scrollTop = (row + 1) * rowHeight.value - element.clientHeight + head
    top.value = element.scrollTop
  }
  return { first, last, before, after, height, rowHeight, onScroll, reveal }
}
