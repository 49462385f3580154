/** A withdrawal takes the household's item off the open screens of outside members at once: they are told to read again. */
import type { Desk } from '../door.ts'
import { MeetingId } from '../kernel/ids.ts'

export async function tellMeetingsOf({ db, host, afterwards }: Pick<Desk, 'db' | 'host' | 'afterwards'>, householdId: string): Promise<void> {
  const rows = await db.selectFrom('meeting_item')
    .innerJoin('meeting', 'meeting.id', 'meeting_item.meeting_id')
    .innerJoin('welfare_case', 'welfare_case.id', 'meeting_item.case_id')
    .select('meeting.id')
    .distinct()
    .where('welfare_case.household_id', '=', householdId)
    .where('meeting.status', 'in', ['planned', 'running'])
    .execute()
  afterwards(() => rows.forEach(({ id }) => host.news.publish('meeting', { meetingId: MeetingId.parse(id) })))
}
