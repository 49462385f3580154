/**
 * Home visit (가정방문): begun at the door, finished at the desk. Finishing it records the contact, so that the first
 * contact's clock and the stage move as with any other contact, and marks the appointment as done.
 */
import type { ContactOutcome } from '../../cases/model.ts'
import type { KindOfRecord } from '../record-kind.ts'
import { ORPCError } from '@orpc/server'
import { keepContact } from '../../cases/keep-contact.ts'
import { findCase } from '../../cases/read-case.ts'
import { saysHealth } from '../../handbook/model.ts'
import { seoulTimeOf } from '../../kernel/moments.ts'
import { refreshNext } from '../../worklist/write-task.ts'
import { HomeVisit } from '../bodies/home-visit.ts'

/** The household is what is looked after: whoever of it was met counts. */
const outcomeOf = {
  resident: 'reached',
  family: 'reached',
  neighbour: 'not-reached',
  nobody: 'not-reached',
  refused: 'refused',
} as const satisfies Record<NonNullable<HomeVisit['met']>, ContactOutcome>

export const homeVisit: KindOfRecord<'home-visit'> = {
  many: true,
  begin: async ({ today, now }) => HomeVisit.parse({ on: today, starts: seoulTimeOf(now) }),

  // 개인정보 보호법 제23조: what was seen or said of health needs its own consent.
  withoutSensitive: (body, { visitor }) => visitor
    ? body
    : { ...body, health: '', seen: body.seen.filter(id => !saysHealth(id)), answers: body.answers.filter(({ step }) => !saysHealth(step)) },
  withoutPerson: (body, { id, name }) => body.signature && (body.signature.personId === id || body.signature.name === name) ? { ...body, signature: null } : body,

  missing: ({ on, met, talk, observations, nextOn }) => [
    ...(on === null ? ['on'] : []),
    ...(met === null ? ['met'] : []),
    ...(met && outcomeOf[met] === 'reached' && talk.trim() === '' && observations.trim() === '' ? ['talk'] : []),
    ...(met && outcomeOf[met] === 'not-reached' && nextOn === null ? ['nextOn'] : []),
  ],

  /** What was signed and then changed is signed no more. Of which appointment it is was settled when the visit began. */
  keep: (before, { ...next }) => {
    next.appointmentId = before.appointmentId
    const signedAnew = JSON.stringify(before.signature) !== JSON.stringify(next.signature)
    const changed = before.agreed !== next.agreed || before.nextOn !== next.nextOn
    return before.signature && changed && !signedAnew ? { ...next, signature: null } : next
  },
  stands: ({ signature }) => signature !== null,

  finish: async (context, found, record) => {
    const { db, today } = context
    const visit = HomeVisit.parse(record.body)
    if (visit.nextOn !== null && visit.nextOn < today)
      throw new ORPCError('RECORD_INCOMPLETE', { data: { fields: ['nextOn'] } })
    if (visit.appointmentId !== null)
      await db.updateTable('appointment').set(eb => ({ status: 'done', record_id: record.id, version: eb('version', '+', 1) })).where('id', '=', visit.appointmentId).where('case_id', '=', found.id).where('status', '=', 'planned').execute()
    // Opened again and finished again it is still one contact.
    const told = await db.selectFrom('case_event').select('id').where('case_id', '=', found.id).where('kind', '=', 'contact').where('subject', '=', record.id).executeTakeFirst()
    const held = await findCase(db, found.id)
    if (!told && held && visit.met !== null && visit.on !== null) {
      await keepContact(context, held, {
        channel: 'visit',
        outcome: outcomeOf[visit.met],
        note: visit.next.trim() || null,
        nextTry: visit.nextOn,
        subject: record.id,
        was: { on: visit.on, at: record.startedAt },
      })
    }
    await refreshNext(db, found.id)
  },
}
