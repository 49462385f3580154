/** Names made up for one meeting (가명), such as "가-3": by lot, so that neither the resident's name nor another meeting leads to them. */
import type { Desk } from '../door.ts'

const letters = [...'가나다라마바사아자차카타파하']
const numbers = 39

/** One that neither this meeting nor this case had before. */
export async function newPseudonym({ db, host }: Pick<Desk, 'db' | 'host'>, meetingId: string, caseId: string): Promise<string> {
  const rows = await db.selectFrom('meeting_item').select('pseudonym')
    .where(eb => eb.or([eb('meeting_id', '=', meetingId), eb('case_id', '=', caseId)]))
    .execute()
  const taken = new Set(rows.map(({ pseudonym }) => pseudonym))
  const free = letters.flatMap(letter => Array.from({ length: numbers }, (_, at) => `${letter}-${at + 1}`)).filter(name => !taken.has(name))
  const lot = Number.parseInt(host.hash(host.newToken()).slice(0, 8), 16)
  return free[lot % free.length] ?? `하-${taken.size + numbers}`
}
