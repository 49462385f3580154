/** What the needs survey on paper is made of; for those alone whose case it is. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { NeedsSurveyData } from './needs-survey-sheet.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { NeedsSurvey } from './bodies/needs-survey.ts'
import { needsSurvey } from './kinds/needs-survey.ts'
import { lastFinishedBefore } from './last-finished.ts'
import { findRecord } from './read-records.ts'
import { readSensitiveConsent } from './sensitive-consent.ts'

/** @throws {ORPCError} RECORD_NOT_FOUND, CASE_NOT_FOUND (also for a case that is not the caller's to work on) */
export async function readNeedsSurvey(desk: Pick<Desk, 'db' | 'today' | 'caller' | 'about'>, recordId: string, office: Office): Promise<NeedsSurveyData> {
  const record = await findRecord(desk.db, recordId)
  if (record?.kind !== 'needs-survey')
    throw new ORPCError('RECORD_NOT_FOUND')
  const found = await ownCase(desk, record.caseId)
  const last = await lastFinishedBefore(desk.db, found.id, 'needs-survey', record.id)
  // A consent to sensitive data that was taken back holds for paper as well.
  const agreed = await readSensitiveConsent(desk, found.householdId)
  const shown = (survey: NeedsSurvey): NeedsSurvey => needsSurvey.withoutSensitive(survey, agreed)
  return {
    on: desk.today,
    office,
    maskedName: found.maskedName,
    worker: record.savedBy.name,
    finished: record.status === 'finished',
    survey: shown(NeedsSurvey.parse(record.body)),
    last: last ? shown(last.body) : null,
  }
}
