/**
 * The lookup as it is sent to the page: the reasons to read and the best questions.
 *
 * What each finding would ask stays behind: the page asks what stands among the questions, and the next answer
 * brings the next ones. The whole answer is what the visit remembers and the sheets are made of.
 */
import type { Finding, Lookup } from './verdict.ts'

/** More than are put to a family at one counter. */
const questionsOnThePage = 12

export const lookupForPage = (lookup: Lookup): Lookup => ({
  ...lookup,
  verdicts: lookup.verdicts.map(verdict => ({ ...verdict, findings: verdict.findings.map(toRead) })),
  questions: lookup.questions.slice(0, questionsOnThePage),
})

const toRead = ({ ask: _ask, together: _together, ...finding }: Finding): Finding => finding
