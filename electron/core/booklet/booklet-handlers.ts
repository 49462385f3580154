/** Choosing, looking at and beginning the booklet. */
import type { BookletChoices } from './model.ts'
import { ORPCError } from '@orpc/server'
import { releaseDays } from '../catalogue/read-marks.ts'
import { readReleases } from '../catalogue/releases/read-releases.ts'
import { door } from '../door.ts'
import { languagesOf } from '../guide/languages/translation.ts'
import { say } from '../kernel/say.ts'
import { viewOf } from '../paper-jobs/job-view.ts'
import { beginJob, refuseWhileBusy } from '../paper-jobs/jobs.ts'
import { usualComparison } from './compared-release.ts'
import { keepForm, readForm } from './keep-form.ts'
import { makeBooklet } from './make-book.ts'
import { usualSections } from './model.ts'
import { readBooklet } from './read-booklet.ts'
import { summarize } from './summarize.ts'

const settings = door.paperJobs.booklet.settings.handler(async ({ context: { db, host, today } }) => {
  const days = await releaseDays(db)
  const dayOf = new Map(days.map(({ number, on }) => [number, on]))
  const thisYear = Number(today.slice(0, 4))
  return {
    form: await readForm(db),
    usual: [...usualSections],
    years: [thisYear, thisYear + 1].map(year => ({ year, compareWith: usualComparison(days, year, today) })),
    languages: languagesOf(host),
    releases: (await readReleases(db)).flatMap(({ number, id, title }) => {
      const on = dayOf.get(number)
      return on ? [{ number, id, title, on }] : []
    }),
  }
})

const summary = door.paperJobs.booklet.summary.handler(async ({ input, context }) => summarize((await readBooklet(context, input)).data))

/** Groups of the first chapter that are looked at before it is made. */
const groupsShown = 8

const preview = door.paperJobs.booklet.preview.handler(async ({ input, context }) => {
  const { data, speaker } = await readBooklet(context, input)
  const { parts } = await makeBooklet(data, speaker, context.host.official.breathe)
  const sheets = parts.slice(0, 4).map(({ sheet }) => sheet)
  return sheets.map((sheet, place) => place < 3 ? sheet : { ...sheet, groups: sheet.groups.slice(0, groupsShown) })
})

const begin = door.paperJobs.booklet.begin.handler(async ({ input, context }) => {
  const { host, now, session, transact } = context
  refuseWhileBusy(host, session, 'booklet')
  const { data, speaker } = await readBooklet(context, input)
  if (summarize(data).services === 0)
    throw new ORPCError('BOOKLET_EMPTY')
  const book = await makeBooklet(data, speaker, host.official.breathe)
  await transact(db => keepForm({ ...context, db }, formOf(input)))
  const { language, print, year } = input
  const job = beginJob(context, {
    kind: 'booklet',
    line: { document: 'booklet', language, edition: print },
    fileName: `${say(host.texts, language === 'ko' ? 'ko' : 'en', 'guide', 'file.booklet')}-${year}.pdf`,
  }, async (told) => {
    // Handing a whole book to its thread is a stretch of its own.
    await host.official.breathe()
    return { ...await host.drawBook(book, told), families: [], leftOut: 0 }
  })
  return viewOf(job, now)
})

const formOf = ({ paper, print, language, sections }: BookletChoices) => ({ paper, print, language, sections })

export const bookletHandlers = { settings, summary, preview, begin }
