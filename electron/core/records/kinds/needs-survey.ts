/**
 * Needs survey: begun from what the first counselling or the last survey said, finished it takes the case to the
 * meeting. Levels are never carried over: they are asked anew, and the last ones are shown beside them.
 */
import type { NeedArea } from '../bodies/need-areas.ts'
import type { Need } from '../bodies/needs-survey.ts'
import type { KindOfRecord } from '../record-kind.ts'
import { moveStage } from '../../cases/move-stage.ts'
import { NeedArea as Areas } from '../bodies/need-areas.ts'
import { levelThatAsks, mainNeedOf, NeedsSurvey } from '../bodies/needs-survey.ts'
import { lastFinishedBefore } from '../last-finished.ts'
import { readNewest } from '../read-records.ts'

export const needsSurvey: KindOfRecord<'needs-survey'> = {
  begin: async ({ db, today }, { id }) => {
    const last = await lastFinishedBefore(db, id, 'needs-survey')
    if (last)
      return NeedsSurvey.parse({ on: today, needs: eachArea(area => ({ items: last.body.needs[area].items, priority: last.body.needs[area].priority })) })
    const counselling = (await readNewest(db, id, 'first-counselling'))?.body
    return NeedsSurvey.parse({
      on: today,
      needs: eachArea(area => ({ priority: placeIn(counselling?.needs ?? [], area) })),
      summary: counselling?.complaint ?? '',
    })
  },

  // 개인정보 보호법 제23조: what is said of health needs its own consent; the other areas do not.
  withoutSensitive: (body, { visitor }) => visitor ? body : { ...body, needs: { ...body.needs, health: { ...body.needs.health, items: [], words: '', judgement: '', strengths: '', obstacles: '', level: null } } },

  missing: ({ needs }, { sensitive }) => Areas.options.filter(area => sensitive || area !== 'health').flatMap(area => missingIn(area, needs[area])),

  finish: async (context, found, record) => {
    const survey = NeedsSurvey.parse(record.body)
    await context.db.updateTable('welfare_case')
      .set(eb => ({ main_need: mainNeedOf(survey), version: eb('version', '+', 1) }))
      .where('id', '=', found.id)
      .execute()
    // A survey that is done again while services run does not take the case back to the meeting.
    if (found.stage === 'first-contact' || found.stage === 'counselling' || found.stage === 'survey')
      await moveStage(context, found, 'selection')
  },
}

const eachArea = (of: (area: NeedArea) => Partial<Need>) => Object.fromEntries(Areas.options.map(area => [area, of(area)]))

const placeIn = (areas: readonly NeedArea[], area: NeedArea): number | null => areas.includes(area) ? areas.indexOf(area) + 1 : null

function missingIn(area: NeedArea, { level, words, judgement }: Need): string[] {
  if (level === null)
    return [`needs.${area}.level`]
  return level >= levelThatAsks && words.trim() === '' && judgement.trim() === '' ? [`needs.${area}.words`] : []
}
