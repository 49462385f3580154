import type { KindOfRecord } from '../record-kind.ts'
import { NeedsSurvey } from '../bodies/needs-survey.ts'

export const needsSurvey: KindOfRecord<'needs-survey'> = {
  begin: async () => NeedsSurvey.parse({}),
  withoutSensitive: body => body,
  missing: () => [],
  finish: async () => undefined,
}
