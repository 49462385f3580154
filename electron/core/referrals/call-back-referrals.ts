/**
 * Calling referrals back (의뢰 회수) when what they stand on is withdrawn, or because we no longer want them.
 *
 * Whatever has no consent any more is called back at once, and writing to the agency becomes a task: it must destroy
 * what it got (개인정보 보호법 제37조제3항). Of health alone only that part is called back, and ours is destroyed.
 */
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CallBack, ReferralBody, ReferralView } from './model.ts'
import { findCase } from '../cases/read-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { checkRecipient } from '../consent/check-recipient.ts'
import { consentsFor } from '../consent/consents-for.ts'
import { readConsents } from '../consent/read-consents.ts'
import { door } from '../door.ts'
import { readHousehold } from '../households/read-household.ts'
import { say } from '../kernel/say.ts'
import { addTask, closeTasks } from '../worklist/write-task.ts'
import { runningReferrals } from './model.ts'
import { readReferrals } from './read-referrals.ts'
import { findHeld, holdReferral, tellReferral, writeReferral } from './write-referral.ts'

/**
 * Looks at every referral of a household again, after a withdrawal was written down.
 *
 * @returns how many were called back, in whole or for health
 */
export async function callBackReferrals(context: Desk, householdId: string): Promise<number> {
  const { db, today } = context
  const household = await readHousehold(db, householdId, today)
  const consents = await readConsents(db, householdId)
  const members = household?.members ?? []
  const stillTold = (personId: string, referral: ReferralView): boolean => {
    const member = members.find(({ id }) => id === personId)
    return member !== undefined && checkRecipient(consentsFor(member, members, consents, today), { name: referral.agencyName, sector: referral.agency?.sector ?? 'private' }).allowed
  }
  const healthStands = ({ body }: ReferralView): boolean => members.some(({ id, sensitiveAllowed }) => id === body.personId && sensitiveAllowed)
  const cases = await db.selectFrom('welfare_case').select(['id', 'status']).where('household_id', '=', householdId).execute()
  let count = 0
  for (const { id, status } of cases) {
    for (const referral of await readReferrals(db, id)) {
      const body = withoutGone(referral.body, members)
      const forgotten = { ...body, ...(healthStands(referral) ? {} : healthGone({ ...referral.body, ...body })) }
      const running = (runningReferrals as readonly string[]).includes(referral.status)
      const whole = running && !(referral.body.data?.persons ?? [referral.body.personId]).every(person => stillTold(person, referral))
      const sent = referral.body.data
      const health = running && !whole && !healthStands(referral) && (sent?.health != null || sent?.needs.includes('health') === true)
      if (!healthStands(referral) && aboutHealth(referral.body))
        await db.updateTable('referral_event').set({ note: null }).where('referral_id', '=', referral.id).execute()
      const dropped = referral.status === 'draft' && status === 'withdrawn'
      if (whole || health)
        await callBack(context, referral, { why: whole ? 'consent-withdrawn' : 'sensitive-withdrawn', what: whole ? 'all' : 'health' }, forgotten)
      else if (dropped || Object.keys(forgotten).length > 0)
        await writeReferral(context, referral, { ...(dropped ? { status: 'called-back' as const } : {}), body: forgotten })
      // Called back before, and the letter still to be written: ending the case has closed that task too.
      if (!whole && !health && referral.body.callBack?.letterOn === null && status === 'withdrawn')
        await askForLetter(context, referral, referral.body.callBack.what)
      count += whole || health ? 1 : 0
    }
  }
  return count
}

/**
 * What has to change so that nothing is left of members who were destroyed with their own withdrawal. A referral about
 * one of them keeps its number: by that the agency finds it.
 */
function withoutGone({ personId, data }: ReferralBody, members: readonly { readonly id: string }[]): Partial<ReferralBody> {
  const gone = (id: string): boolean => members.length > 0 && !members.some(member => member.id === id)
  if (gone(personId))
    return { why: '', asked: '', back: '', health: '', data: data && { ...data, name: null, birth: null, sex: null, phone: null, callWhen: null, address: null, members: [], needs: [], health: null } }
  return data?.persons.some(gone) && data.members.length > 0 ? { data: { ...data, members: [] } } : {}
}

/**
 * What has to change so that nothing of health is left with us; nothing where there is none. Of a referral for a need of
 * health, or with which health went along, the reasons and the answer are about it too; what was asked for only of the first.
 */
function healthGone(body: ReferralBody): Partial<ReferralBody> {
  const { health, need, why, asked, back, data } = body
  const forHealth = need === 'health'
  const told = aboutHealth(body)
  return {
    ...(health === '' ? {} : { health: '' }),
    ...(forHealth ? { need: null } : {}),
    ...(forHealth && asked !== '' ? { asked: '' } : {}),
    ...(told && why !== '' ? { why: '' } : {}),
    ...(told && back !== '' ? { back: '' } : {}),
    ...(data && (data.health !== null || data.needs.includes('health'))
      ? { data: { ...data, health: null, needs: data.needs.filter(area => area !== 'health'), parts: data.parts.filter(part => part !== 'health') } }
      : {}),
  }
}

const aboutHealth = ({ health, need, data }: ReferralBody): boolean => need === 'health' || health !== '' || data?.health != null

async function askForLetter(context: Desk, { id, caseId, agencyName }: ReferralView, what: CallBack['what']): Promise<void> {
  const says = say(context.host.texts, 'ko', 'linking', what === 'all' ? 'tasks.callBack' : 'tasks.callBackHealth', { agency: agencyName })
  await closeTasks(context, { caseId, kind: 'referral', subject: id })
  await addTask(context, { kind: 'referral', caseId, what: says, dueOn: context.today, staffId: null, subject: id })
}

async function callBack(context: Desk, referral: ReferralView, { why, what }: Pick<CallBack, 'why' | 'what'>, body: Partial<ReferralBody>, note = ''): Promise<ReferralView> {
  const { today, host } = context
  // The letter is one task, whatever was being waited for.
  await closeTasks(context, { caseId: referral.caseId, kind: 'referral', subject: referral.id })
  const whole = what === 'all'
  const written = await writeReferral(context, referral, {
    ...(whole ? { status: 'called-back' as const, ended_on: today, remind_on: null } : {}),
    body: { ...body, callBack: { on: today, why, what, letterOn: null } },
  })
  const changed = await tellReferral(context, written, written.status, whole ? { note } : { note: say(host.texts, 'ko', 'linking', 'trail.health-called-back'), trail: 'health-called-back' })
  await askForLetter(context, referral, what)
  // A reminder that still runs goes on beside the letter.
  if (!whole && changed.remindOn)
    await addTask(context, { kind: 'referral', caseId: referral.caseId, what: say(host.texts, 'ko', 'linking', 'tasks.answer', { agency: referral.agencyName }), dueOn: changed.remindOn as PlainDate, staffId: null, subject: referral.id })
  return changed
}

/** By us: the family changed its mind, or another agency took them. */
export const callBackOne = door.referrals.callBack.handler(async ({ input, context }) => {
  const { referral, found } = await holdReferral(context, input, 'call-back')
  const changed = await callBack(context, referral, { why: 'by-us', what: 'all' }, {}, input.why)
  tellCase(context, found)
  return changed
})

/** The letter went out; possible as long as the file is there, also after the case has ended. */
export const letterSent = door.referrals.letterSent.handler(async ({ input, errors, context }) => {
  const { referral, found } = await findHeld(context, input.referralId)
  if (referral.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  if (!referral.body.callBack || referral.body.callBack.letterOn !== null)
    throw errors.REFERRAL_NOT_SO_FAR()
  await closeTasks(context, { caseId: referral.caseId, kind: 'referral', subject: referral.id })
  const changed = await writeReferral(context, referral, { body: { callBack: { ...referral.body.callBack, letterOn: context.today } } })
  if (changed.remindOn && changed.status === 'sent')
    await addTask(context, { kind: 'referral', caseId: found.id, what: say(context.host.texts, 'ko', 'linking', 'tasks.answer', { agency: changed.agencyName }), dueOn: changed.remindOn, staffId: null, subject: changed.id })
  const now = await findCase(context.db, found.id)
  if (now)
    tellCase(context, now)
  return changed
})
