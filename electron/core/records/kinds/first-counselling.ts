/**
 * First counselling (초기상담): begun with what the counter knows; its result moves the case on, the next contact day
 * becomes a task. A crisis reason raises the case in the transaction that saves it; taken out again it lowers nothing.
 */
import type { ContactChannel } from '../../cases/model.ts'
import type { Desk } from '../../door.ts'
import type { KindOfRecord } from '../record-kind.ts'
import { changeUrgency } from '../../cases/change-urgency.ts'
import { tellAlert } from '../../cases/tell-case.ts'
import { finishCounselling } from '../../counselling/finish-counselling.ts'
import { knownAtCounter } from '../../counselling/known-at-counter.ts'
import { readCounter } from '../../counselling/read-counter.ts'
import { sayBoth } from '../../kernel/say.ts'
import { FirstCounselling, memberRowId } from '../bodies/first-counselling.ts'

const methodOf: Readonly<Partial<Record<ContactChannel, FirstCounselling['method']>>> = { 'call': 'call', 'visit': 'visit', 'at-center': 'at-center' }

export const firstCounselling: KindOfRecord<'first-counselling'> = {
  begin: async (context, found) => {
    const known = await readCounter(context, found)
    return FirstCounselling.parse({ on: context.today, method: await lastMethod(context, found.id), ...(known ? knownAtCounter(known) : {}) })
  },

  // What shows health or where somebody fled from: words about health, and the two types of household that say it.
  // Crisis reasons stay, as in the crisis check (see there).
  withoutSensitive: (body, { visitor, rows }) => ({
    ...body,
    ...(visitor ? {} : { health: '', householdTypes: body.householdTypes.filter(type => type !== 'disability' && type !== 'defector') }),
    members: body.members.map(member => rows.has(member.id) ? member : { ...member, health: '' }),
  }),

  withoutPerson: (body, { id, name }) => ({
    ...body,
    members: body.members.filter(member => member.id !== memberRowId(id)),
    informant: body.informant.name === name ? { name: '', relation: '', phone: '' } : body.informant,
    inUse: body.inUse.split('\n').filter(line => !line.trimEnd().endsWith(`(${name})`)).join('\n'),
  }),

  missing: ({ on, method, complaint, result, nextContactOn }) => [
    ...(on === null ? ['on'] : []),
    ...(method === null ? ['method'] : []),
    ...(complaint.trim() === '' ? ['complaint'] : []),
    ...(result === null ? ['result'] : []),
    ...(nextContactOn === null && result !== 'closed' ? ['nextContactOn'] : []),
  ],

  saved: async (context, found, record, before) => {
    const fresh = FirstCounselling.parse(record.body).crisisReasons.filter(reason => !before.crisisReasons.includes(reason))
    if (fresh.length === 0 || found.urgency === 'crisis')
      return
    await changeUrgency(context, found, 'crisis', sayBoth(context.host.texts, 'counselling', 'crisisRaised', { ko: { reasons: wordsOf(context, 'ko', fresh) }, en: { reasons: wordsOf(context, 'en', fresh) } }).ko)
    tellAlert(context, found)
  },

  finish: finishCounselling,
}

const wordsOf = ({ host }: Desk, language: 'ko' | 'en', reasons: FirstCounselling['crisisReasons']): string =>
  reasons.map(reason => sayBoth(host.texts, 'casework', `reasons.${reason}`)[language]).join(', ')

/** How they were reached last, which most often is the talk that is written down now. */
async function lastMethod({ db }: Desk, caseId: string): Promise<FirstCounselling['method']> {
  const contact = await db.selectFrom('case_event').select('channel').where('case_id', '=', caseId).where('kind', '=', 'contact').where('outcome', '=', 'reached').orderBy('at', 'desc').executeTakeFirst()
  return methodOf[contact?.channel as ContactChannel] ?? null
}
