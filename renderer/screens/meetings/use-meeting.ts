/** One meeting on the screen: read, changed by one call at a time, and brought up to date when a colleague or an outside member writes. */
import type { Ref } from 'vue'
import type { MeetingId } from '#core/kernel/ids'
import type { MeetingPage } from '#core/meetings/contract'
import type { AgendaItem } from '#core/meetings/model'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { client } from '../../client/core-client'
import { useCall } from '../../client/use-call'
import { useFresh } from '../../client/use-fresh'
import { useCases } from '../../stores/cases'
import { followMeetings } from './follow-meetings'

/** Milliseconds in which several pieces of news become one reading. */
const pause = 400
/** Milliseconds in which the news of one's own doing arrives. */
const awaited = 4000

export function useMeeting(meetingId: Ref<MeetingId>) {
  const page = shallowRef<MeetingPage>()
  const cases = useCases()
  const read = useCall((id: MeetingId) => client.meetings.page({ meetingId: id }))
  const acting = useCall((call: () => Promise<MeetingPage>) => call())
  /** What this screen did itself is told to it as well, and need not be read again: until when that is awaited, in milliseconds. */
  let own: number[] = []
  const expectOwn = (): void => void own.push(Date.now() + awaited)

  async function load(): Promise<void> {
    const id = meetingId.value
    const answer = await read.run(id)
    if (answer && id === meetingId.value)
      page.value = answer
  }

  /** @returns whether it was done */
  async function run(call: () => Promise<MeetingPage>): Promise<boolean> {
    expectOwn()
    const answer = await acting.run(call)
    if (answer) {
      page.value = answer
      return true
    }
    own.pop()
    if (acting.problem.value?.code === 'CHANGED_MEANWHILE')
      await load()
    return false
  }

  function put(item: AgendaItem): void {
    if (page.value)
      page.value = { ...page.value, items: page.value.items.map(each => each.id === item.id ? item : each) }
  }

  let soon: ReturnType<typeof setTimeout> | undefined
  const loadSoon = (): void => {
    clearTimeout(soon)
    soon = setTimeout(() => void load(), pause)
  }
  followMeetings((id) => {
    if (id !== meetingId.value)
      return
    own = own.filter(until => until > Date.now())
    if (own.shift() === undefined)
      loadSoon()
  })
  // Until it begins, the agenda gathers by itself.
  watch(() => cases.changes, () => page.value?.meeting.status === 'planned' && loadSoon())
  watch(meetingId, () => {
    page.value = undefined
    void load()
  }, { immediate: true })
  useFresh(load)
  onScopeDispose(() => clearTimeout(soon))

  return { page, read, acting, load, run, put, wrote: expectOwn }
}
