/** All guides of a day in one file: every visit whose household agreed, each in its family's language and edition. */
import type { Desk } from '../door.ts'
import type { Book } from '../guide/book.ts'
import type { Sheet } from '../guide/sheet.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { FamilyPaper, Work } from './jobs.ts'
import type { GuideOfDay } from './model.ts'
import { ORPCError } from '@orpc/server'
import { readConsents } from '../consent/read-consents.ts'
import { door } from '../door.ts'
import { EventKind } from '../eligibility/household-facts.ts'
import { DocumentRequest } from '../guide/contract.ts'
import { usualChoices } from '../guide/family/guide-choices.ts'
import { readSheet } from '../guide/read-document.ts'
import { lastChoices } from '../guide/read-hand-overs.ts'
import { Edition as Editions } from '../guide/sheet.ts'
import { Instant } from '../kernel/dates.ts'
import { VisitId } from '../kernel/ids.ts'
import { maskName } from '../kernel/mask.ts'
import { say } from '../kernel/say.ts'
import { LanguageCode } from '../kernel/text.ts'
import { agreements } from './agreements.ts'
import { viewOf } from './job-view.ts'
import { beginJob } from './jobs.ts'

export const list = door.paperJobs.guides.list.handler(({ input, context: { db } }) => guidesOf(db, input.day))

export const begin = door.paperJobs.guides.begin.handler(async ({ input, context }) => {
  const { db, host, now, today } = context
  const listed = new Map((await guidesOf(db, input.day)).map(guide => [guide.visitId, guide]))
  const wanted = [...new Set(input.visitIds)].map((visitId) => {
    const guide = listed.get(visitId)
    if (!guide)
      throw new ORPCError('VISIT_NOT_FOUND')
    // One masked for all masks more, and never less than a household had before.
    return { ...guide, edition: input.edition ?? guide.edition, choices: { ...guide.choices, masked: input.masked || guide.choices.masked } }
  })
  const fileName = `${say(host.texts, 'ko', 'guide', 'file.guides-of-day')}-${today}.pdf`
  const line = { document: 'guides-of-day', language: 'ko', edition: input.edition ?? 'standard' }
  // The line of this call is about the file; each family has its own once it is taken.
  return viewOf(beginJob(context, { kind: 'guides-of-day', line, fileName }, guidesWork({ ...context, about: () => undefined }, wanted)), now)
})

/** Visits without a household that agreed, and those given up, have no guide. */
async function guidesOf(db: Store, day: PlainDate): Promise<GuideOfDay[]> {
  const rows = await db.selectFrom('visit')
    .innerJoin('household', join => join.onRef('household.id', '=', 'visit.household_id').on('household.destroy_on', 'is', null))
    .leftJoin('person', join => join.onRef('person.household_id', '=', 'household.id').on('person.visitor', '=', 1))
    .select(['visit.id', 'visit.ticket', 'visit.event', 'visit.opened_at', 'household.id as householdId', 'person.name'])
    .where('visit.day', '=', day)
    .where('visit.status', '!=', 'given-up')
    .orderBy('visit.ticket')
    .execute()
  return Promise.all(rows.map(async (row) => {
    const given = await db.selectFrom('hand_over').select(['language', 'edition']).where('visit_id', '=', row.id).where('document', '=', 'family-guide').orderBy('at', 'desc').orderBy('id', 'desc').executeTakeFirst()
    const consent = given ? undefined : (await readConsents(db, row.householdId))[0]
    return {
      visitId: VisitId.parse(row.id),
      ticket: row.ticket,
      openedAt: Instant.parse(row.opened_at),
      event: EventKind.parse(row.event),
      maskedName: maskName(row.name ?? ''),
      language: LanguageCode.parse(given?.language ?? consent?.language ?? 'ko'),
      edition: Editions.parse(given?.edition ?? 'standard'),
      choices: await lastChoices(db, row.householdId) ?? usualChoices,
      handedOver: given !== undefined,
    }
  }))
}

type Wanted = Pick<GuideOfDay, 'visitId' | 'language' | 'edition' | 'choices'>

interface Made { readonly sheet: Sheet, readonly of: Wanted, readonly agreed: ReadonlySet<string> }

/** Half of the way is looking up, half is drawing. A family whose guide is refused is left out, and counted: it never stops the others. */
const guidesWork = (desk: Desk, wanted: readonly Wanted[]): Work => async ({ progress, cancelled }) => {
  const sheets: Made[] = []
  for (const [place, of] of wanted.entries()) {
    progress(place, 2 * wanted.length)
    if (cancelled())
      return { base64: '', pages: 0, families: [], leftOut: 0 }
    // Before it is read: what is withdrawn while it is read shows when it is taken.
    const agreed = await agreements(desk.db, of.visitId)
    const sheet = await sheetOf(desk, of)
    if (sheet)
      sheets.push({ sheet, of, agreed })
  }
  const leftOut = wanted.length - sheets.length
  if (sheets.length === 0)
    return { base64: '', pages: 0, families: [], leftOut }
  const book: Book = {
    // Of no family: one guide may be about a death, the next in another language.
    title: say(desk.host.texts, 'ko', 'printing', 'document.guides-of-day'),
    language: 'ko',
    parts: sheets.map(({ sheet }) => ({ sheet, numbering: 'own', right: true })),
    bound: false,
  }
  const drawn = await desk.host.drawBook(book, {
    progress: (done, all) => progress(wanted.length + done, wanted.length + all),
    cancelled,
  })
  const firsts = firstPages(drawn.partPages)
  const families = sheets.map(({ of: { visitId, language, edition }, agreed }, place): FamilyPaper =>
    ({ visitId, line: { document: 'family-guide', language, edition, pages: drawn.partPages[place] ?? 0 }, firstPage: firsts[place] ?? 1, agreed }))
  return { ...drawn, families, leftOut }
}

/** Every guide begins on a right-hand page, an odd one, after an empty page where needed. */
export function firstPages(partPages: readonly number[]): number[] {
  let next = 1
  return partPages.map((pages) => {
    const first = next + (next + 1) % 2
    next = first + pages
    return first
  })
}

async function sheetOf(desk: Desk, { visitId, language, edition, choices }: Wanted): Promise<Sheet | undefined> {
  try {
    return await readSheet(desk, DocumentRequest.parse({ document: 'family-guide', visitId, ...choices }), language, edition)
  }
  catch (error) {
    if (error instanceof ORPCError)
      return undefined
    throw error
  }
}
