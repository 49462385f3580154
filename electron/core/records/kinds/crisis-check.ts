/**
 * Crisis check: a serious answer raises the case at once, in the transaction that saves it. A corrected one lowers
 * nothing by itself: somebody decides.
 */
import type { KindOfRecord } from '../record-kind.ts'
import { raiseAlert, tellCorrection } from '../../cases/raise-alert.ts'
import { CrisisCheck, seriousAnswers } from '../bodies/crisis-check.ts'
import { lastFinishedBefore } from '../last-finished.ts'
import { readNewest } from '../read-records.ts'

export const crisisCheck: KindOfRecord<'crisis-check'> = {
  begin: async ({ db, today }, { id }) => {
    const last = await lastFinishedBefore(db, id, 'crisis-check')
    const counselling = last ? undefined : await readNewest(db, id, 'first-counselling')
    return CrisisCheck.parse({ on: today, reasons: last?.body.reasons ?? counselling?.body.crisisReasons ?? [] })
  },

  // The reasons of 긴급복지지원법 제2조 (a serious illness among them) and the bare answers are written without the consent
  // to sensitive data: 사회보장급여법 시행령 제28조제1항제6호·제8호 allows the office to process health data where discovery,
  // counselling and referral cannot do without, which is what 개인정보 보호법 제23조제1항제2호 asks for, and an answer that
  // decides about rescue is such a case (제15조제1항제5호). Free words about it are more than that: they need the consent.
  withoutSensitive: (body, { visitor }) => visitor ? body : { ...body, suicideNote: '' },

  missing: ({ judgement }) => judgement === null ? ['judgement'] : [],

  saved: async (context, found, record, before) => {
    const serious = seriousAnswers(CrisisCheck.parse(record.body))
    const formerly = seriousAnswers(before)
    const fresh = serious.filter(answer => !formerly.includes(answer))
    if (fresh.length > 0)
      await raiseAlert(context, found, record.id, fresh)
    if (serious.length === 0 && formerly.length > 0)
      await tellCorrection(context, found, record.id)
  },

  finish: async () => undefined,
}
