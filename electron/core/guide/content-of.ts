/**
 * What a document says, without the day on which it says so, the language it says it in and how large: what was handed
 * over is held against it, so that a later correction shows and mere time does not.
 */
import type { DocumentRequest } from './contract.ts'
import type { GuideData } from './family/guide-data.ts'
import type { DocumentData, DocumentKind } from './sheet-for.ts'
import type { Sheet } from './sheet.ts'

/** Plain data that is the same text as JSON whenever it says the same. */
export function contentOf(request: DocumentRequest, data: DocumentData[DocumentKind], sheet: Sheet): unknown {
  return request.document === 'family-guide' ? contentOfGuide(data as GuideData) : sheet.groups.map(group => group.map(withoutDay))
}

/** The day stands under the title. */
const withoutDay = (block: Sheet['groups'][number][number]): object => block.kind === 'title' ? { ...block, sub: '' } : block

/** What was looked up and agreed on. A deadline counts with its last day, never with the days that are left. */
function contentOfGuide({ event, dong, members, planner, marks, notes, lookup }: GuideData) {
  return {
    event,
    dong,
    members: members.map(({ id, name, relation, diedOn }) => [id, name, relation, diedOn]),
    planner: planner && [planner.name, planner.phone],
    marks: sorted(Object.entries(marks)),
    notes: notes.map(({ id, deadline }) => [id, deadline?.lastDay ?? null]),
    verdicts: sorted(lookup.verdicts.map(({ serviceId, memberId, verdict, amount, deadline, findings }) =>
      [serviceId, memberId, verdict, amount?.ko ?? null, deadline?.lastDay ?? null, findings.map(({ outcome }) => outcome)])),
    questions: sorted(lookup.questions.map(({ question }) => [question.about, question.fact ?? null, question.service ?? null, question.memberId])),
  }
}

/** The order of a lookup follows the deadlines that run, and with them the day. */
const sorted = (rows: readonly unknown[]): string[] => rows.map(row => JSON.stringify(row)).toSorted()
