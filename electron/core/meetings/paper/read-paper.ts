/** Reading what the agenda and the minutes on paper are made of: for the office, or for outside members only what consent covers. */
import type { CaseTrack } from '../../cases/model.ts'
import type { Desk } from '../../door.ts'
import type { Office } from '../../guide/sheet-frame.ts'
import type { Store } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { MeetingPage } from '../contract.ts'
import type { AgendaItem, ItemDraft } from '../model.ts'
import type { Profile } from '../outside/outside-item.ts'
import type { ItemRow } from '../read-items.ts'
import { ORPCError } from '@orpc/server'
import { maskName } from '../../kernel/mask.ts'
import { readStaff } from '../../staff/read-staff.ts'
import { ownMeeting } from '../hold-meeting.ts'
import { meetingPage } from '../meeting-page.ts'
import { profileOf, seenBy } from '../outside/outside-item.ts'
import { personalIn } from '../personal-words.ts'
import { readItems, stateOf } from '../read-items.ts'

/** For outside nothing of the draft but what names nobody. */
export type OutsidePaperItem
  = | { readonly number: number, readonly shown: false }
    | {
      readonly number: number
      readonly shown: true
      readonly pseudonym: string
      readonly profile: Profile
      readonly decision: CaseTrack | null
      readonly putOff: boolean
      readonly lead: ItemDraft['lead']
      readonly roles: readonly Omit<ItemDraft['roles'][number], 'id'>[]
      readonly tasks: readonly { readonly what: string, readonly who: string, readonly dueOn: PlainDate | null }[]
      readonly opinions: readonly { readonly agency: string, readonly text: string }[]
    }

export interface PaperData {
  readonly on: PlainDate
  readonly office: Office
  readonly page: Pick<MeetingPage, 'meeting' | 'attendees' | 'additions'>
  readonly content:
    | { readonly audience: 'internal', readonly items: MeetingPage['items'], readonly staff: ReadonlyMap<string, string> }
    | { readonly audience: 'outside', readonly items: readonly OutsidePaperItem[], readonly agencies: readonly string[] }
}

interface Asked { readonly meetingId: string, readonly audience: 'internal' | 'outside', readonly memberId: string | null }
type Reader = Pick<Desk, 'db' | 'host' | 'today' | 'caller' | 'about'>

/** @throws {ORPCError} MEETING_NOT_FOUND for everybody who is not called to it, clerks too; NOT_FOR_MEETINGS for a member who is not */
export async function readPaper(desk: Reader, { meetingId, audience, memberId }: Asked, office: Office): Promise<PaperData> {
  const { db, today } = desk
  await ownMeeting(desk, meetingId)
  const { meeting, attendees, items, additions } = await meetingPage(desk, meetingId)
  const around = { on: today, office, page: { meeting, attendees, additions } }
  const staff = new Map<string, string>((await readStaff(db)).map(({ id, name }) => [id, name]))
  if (audience === 'internal')
    return { ...around, content: { audience, items: await Promise.all(items.map(item => namesMasked(db, item))), staff } }
  const members = attendees.filter(({ outside, staffId }) => outside && (memberId === null || staffId === memberId))
  if (meeting.kind !== 'outside' || members.length === 0)
    throw new ORPCError('NOT_FOR_MEETINGS')
  const rows = (await readItems(db, meetingId)).filter(item => stateOf(item) !== 'left-out')
  const shown = await Promise.all(rows.map((row, at) => paperItem(desk, row, at + 1, members.map(({ agency }) => agency), staff)))
  return {
    ...around,
    // What was added later was written for the office.
    page: { ...around.page, additions: [] },
    content: { audience, items: shown, agencies: members.flatMap(({ agency }) => agency ?? []) },
  }
}

/** Whoever wrote a name out: on paper it stands masked. */
async function namesMasked(db: Store, item: AgendaItem): Promise<AgendaItem> {
  const persons = await db.selectFrom('person').innerJoin('welfare_case', 'welfare_case.household_id', 'person.household_id').select('person.name').where('welfare_case.id', '=', item.caseId).execute()
  const masked = (text: string): string => persons.reduce((said, { name }) => name.length < 2 ? said : said.replaceAll(name, maskName(name)), text)
  const { draft } = item
  return {
    ...item,
    draft: {
      ...draft,
      question: masked(draft.question),
      discussion: masked(draft.discussion),
      why: masked(draft.why),
      roles: draft.roles.map(role => ({ ...role, who: masked(role.who), what: masked(role.what) })),
      tasks: draft.tasks.map(task => ({ ...task, who: masked(task.who), what: masked(task.what) })),
    },
    opinions: item.opinions.map(opinion => ({ ...opinion, text: masked(opinion.text) })),
    additions: item.additions.map(addition => ({ ...addition, text: masked(addition.text) })),
    putOffWhy: item.putOffWhy === null ? null : masked(item.putOffWhy),
    leftOutWhy: item.leftOutWhy === null ? null : masked(item.leftOutWhy),
  }
}

async function paperItem({ db, today }: Reader, item: ItemRow, number: number, agencies: readonly (string | null)[], staff: ReadonlyMap<string, string>): Promise<OutsidePaperItem> {
  const seen = await seenBy(db, item.caseId, { staffId: null, agencies }, today)
  if (!seen)
    return { number, shown: false }
  const clean = (...texts: string[]): boolean => texts.every(text => personalIn(text, seen.known).length === 0)
  const { lead, roles, tasks } = item.body.draft
  const state = stateOf(item)
  return {
    number,
    shown: true,
    pseudonym: item.pseudonym,
    profile: await profileOf(db, item, seen, today),
    decision: item.decision,
    putOff: state === 'put-off',
    lead: state === 'decided' && clean(lead.who) ? lead : { sector: null, who: '' },
    roles: state === 'decided' ? roles.filter(({ who, what }) => clean(who, what)) : [],
    tasks: state === 'decided' ? tasks.map(({ what, who, staffId, dueOn }) => ({ what, who: staffId === null ? who : staff.get(staffId) ?? '', dueOn })).filter(({ what, who }) => clean(what, who)) : [],
    opinions: item.body.opinions.filter(({ text }) => clean(text)).map(({ agency, text }) => ({ agency, text })),
  }
}
