/** The booklet of the year: what may be chosen, what will be in it, how its first pages look, making it. */
import * as z from 'zod'
import { Sheet } from '../guide/sheet.ts'
import { keepers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { LanguageCode } from '../kernel/text.ts'
import { PaperJobView } from '../paper-jobs/model.ts'
import { BookletChoices, BookletForm, BookletSummary, SectionChoice } from './model.ts'

const refusals = { LANGUAGE_NOT_FOUND: {}, RELEASE_NOT_FOUND: {}, YEAR_NOT_OPEN: {} } as const

export const booklet = {
  /** The form as it was last time, and what there is to choose from. */
  settings: operation({ access: 'read', roles: keepers, quiet: true })
    .output(z.object({
      form: BookletForm,
      /** The sections as Maji ships them. */
      usual: z.array(SectionChoice),
      /** This one and the next, each with the release that is held against unless another is chosen. */
      years: z.array(z.object({ year: z.int(), compareWith: z.int().positive().nullable() })),
      languages: z.array(z.object({ code: LanguageCode, name: z.string() })),
      /** The newest first; it is the one in force. */
      releases: z.array(z.object({ number: z.int().positive(), id: z.string(), title: z.string(), on: PlainDate })),
    })),
  summary: operation({ access: 'read', roles: keepers, quiet: true })
    .input(BookletChoices)
    .output(BookletSummary)
    .errors(refusals),
  /** Cover, contents, how to use it, and the beginning of the first chapter. */
  preview: operation({ access: 'read', roles: keepers, quiet: true })
    .input(BookletChoices)
    .output(z.array(Sheet))
    .errors(refusals),
  /** Remembers the form for the next time, and begins to draw. */
  begin: operation({ access: 'own', roles: keepers })
    .input(BookletChoices)
    .output(PaperJobView)
    .errors({ ...refusals, PAPER_JOB_RUNNING: {}, PAPER_JOBS_BUSY: {}, BOOKLET_EMPTY: {} }),
}
