/** Hears of changed meetings for as long as the component lives; connects anew when the line drops. */
import type { MeetingId } from '#core/kernel/ids'
import { onScopeDispose } from 'vue'
import { client } from '../../client/core-client'
import { useSession } from '../../stores/session'

const retry = 3000

export function followMeetings(hear: (meetingId: MeetingId) => void): void {
  const session = useSession()
  const line = new AbortController()
  onScopeDispose(() => line.abort())
  async function listen(): Promise<void> {
    for await (const { meetingId } of await client.meetings.watch(undefined, { signal: line.signal }))
      hear(meetingId)
  }
  async function follow(): Promise<void> {
    while (!line.signal.aborted) {
      if (session.signedIn && !session.locked)
        await listen().catch(() => undefined)
      if (!line.signal.aborted)
        await new Promise(resolve => setTimeout(resolve, retry))
    }
  }
  void follow()
}
