/** Papers that take long: begun, watched, cancelled and taken by whoever began them; logged, and forgotten in time. */
import type { Host } from '#core/host'
import type { Counter } from '../support/open-counter'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { router } from '#core/router'
import { blocksOf, finished, keepingBooks, takenWhole, usualChoices } from '../support/booklet-at-desk'
import { openCounter } from '../support/open-counter'
import { textOfPdf } from '../support/text-of-pdf'
import { consentedVisit, day, openVisitAt } from '../support/visit-at-desk'

const today = day('2026-11-23')
const missing = { code: 'PAPER_JOB_NOT_FOUND' }

/** A drawing that goes on until it is let go, asking meanwhile whether it is still wanted. */
function slowDrawing() {
  const seen = { cancelled: 0, letGo: false }
  const drawBook: Host['drawBook'] = async (book, { progress, cancelled }) => {
    progress?.(1, 4)
    while (!seen.letGo) {
      await new Promise(resolve => setTimeout(resolve, 2))
      if (cancelled?.()) {
        seen.cancelled++
        throw new Error('cancelled')
      }
    }
    return { base64: btoa('%PDF'), pages: 4, partPages: book.parts.map(() => 1) }
  }
  return { drawBook, seen, letGo: () => { seen.letGo = true } }
}
const shortly = () => new Promise(resolve => setTimeout(resolve, 30))

const booklet = async (counter: Counter, seat: 'lead' | 'admin' = 'lead') =>
  counter.as(seat).paperJobs.booklet.begin(await usualChoices(counter.as(seat)))

/** The same person at another machine. */
function elsewhere(counter: Counter, seat: 'lead') {
  counter.host.sessions.start('second-token', counter.ids[seat], counter.host.now())
  return createRouterClient(router, { context: { host: counter.host, connection: { place: 'test', local: true, token: () => 'second-token', keepToken: () => undefined } } })
}

describe('a paper that takes long', () => {
  it('answers at once, tells how far it is, and gives the file when it is done', async () => {
    const slow = slowDrawing()
    const counter = await openCounter(slow)
    const lead = counter.as('lead')
    const begun = await booklet(counter)
    expect(begun).toMatchObject({ kind: 'booklet', state: 'running', pages: null })
    await shortly()
    expect(await lead.paperJobs.progress({ jobId: begun.id })).toMatchObject({ state: 'running', done: 1, all: 4, secondsLeft: 0 })
    await expect(lead.paperJobs.take({ jobId: begun.id })).rejects.toMatchObject({ code: 'PAPER_JOB_NOT_DONE' })
    slow.letGo()
    expect(await finished(lead, begun)).toMatchObject({ state: 'done', pages: 4, secondsLeft: null })
    expect(await takenWhole(lead, begun)).toMatchObject({ base64: btoa('%PDF'), pages: 4, fileName: '복지안내책자-2026.pdf' })
  })

  it('judges the time that remains by what is done', async () => {
    const slow = slowDrawing()
    const counter = await openCounter(slow)
    const begun = await booklet(counter)
    await shortly()
    const later = new Date(Date.parse(counter.host.now()) + 10_000).toISOString()
    const host = Object.create(counter.host, { now: { value: () => later } }) as Host
    const client = createRouterClient(router, { context: { host: counter.host, connection: counter.connectionOf('lead') } })
    expect((await client.paperJobs.progress({ jobId: begun.id })).secondsLeft).toBe(0)
    const { jobsOf } = await import('#core/paper-jobs/jobs')
    const { viewOf } = await import('#core/paper-jobs/job-view')
    const [job] = [...jobsOf(counter.host).values()]
    expect(viewOf(job!, host.now()).secondsLeft).toBe(30)
    slow.letGo()
  })

  it('comes in portions that fit together where it is large', async () => {
    const large = btoa('x'.repeat(5_000_000))
    const counter = await openCounter({ drawBook: async book => ({ base64: large, pages: 1, partPages: book.parts.map(() => 1) }) })
    const lead = counter.as('lead')
    const job = await finished(lead, await booklet(counter))
    await expect(lead.paperJobs.portion({ jobId: job.id, portion: 1 })).rejects.toMatchObject(missing)
    const { portions, base64 } = await takenWhole(lead, job)
    expect([portions, base64 === large]).toEqual([3, true])
    await expect(lead.paperJobs.portion({ jobId: job.id, portion: 3 })).rejects.toMatchObject(missing)
  })

  it('stops when it is cancelled, and is gone', async () => {
    const slow = slowDrawing()
    const counter = await openCounter(slow)
    const lead = counter.as('lead')
    const { id: jobId } = await booklet(counter)
    await lead.paperJobs.cancel({ jobId })
    await shortly()
    expect(slow.seen.cancelled).toBe(1)
    expect(await lead.paperJobs.mine()).toEqual([])
    await expect(lead.paperJobs.progress({ jobId })).rejects.toMatchObject(missing)
    expect(counter.reports).toEqual([])
  })

  it('is nobody else\'s, not even of the same person at another machine', async () => {
    const counter = await openCounter({ drawBook: keepingBooks().drawBook })
    const { id: jobId } = await finished(counter.as('lead'), await booklet(counter))
    for (const other of [counter.as('admin'), elsewhere(counter, 'lead')]) {
      expect(await other.paperJobs.mine()).toEqual([])
      for (const ask of [other.paperJobs.progress({ jobId }), other.paperJobs.take({ jobId }), other.paperJobs.portion({ jobId, portion: 1 }), other.paperJobs.cancel({ jobId }), other.paperJobs.printed({ jobId, pages: 1, copies: 1, printer: null })])
        await expect(ask).rejects.toMatchObject(missing)
    }
    expect(await counter.as('lead').paperJobs.mine()).toHaveLength(1)
  })

  it('goes on behind a locked screen, and ends with the session', async () => {
    const slow = slowDrawing()
    const counter = await openCounter(slow)
    const lead = counter.as('lead')
    const { id: jobId } = await booklet(counter)
    await lead.staff.lock()
    await shortly()
    expect(slow.seen.cancelled).toBe(0)
    await expect(lead.paperJobs.progress({ jobId })).rejects.toMatchObject({ code: 'SCREEN_LOCKED' })
    counter.host.sessions.find('token-of-lead', counter.host.now())!.locked = false
    expect(await lead.paperJobs.progress({ jobId })).toMatchObject({ state: 'running' })
    await lead.staff.signOut()
    await shortly()
    expect(slow.seen.cancelled).toBe(1)
    counter.host.sessions.start('token-of-lead', counter.ids.lead, counter.host.now())
    await expect(lead.paperJobs.progress({ jobId })).rejects.toMatchObject(missing)
  })

  it('is made once at a time by a person, and two at a time in the office', async () => {
    const slow = slowDrawing()
    const counter = await openCounter(slow)
    await consentedVisit(counter.as('clerk'))
    const visitId = (await counter.as('clerk').paperJobs.guides.list({ day: today }))[0]!.visitId
    await booklet(counter)
    await expect(booklet(counter)).rejects.toMatchObject({ code: 'PAPER_JOB_RUNNING' })
    await booklet(counter, 'admin')
    const guides = { day: today, visitIds: [visitId], edition: null }
    await expect(counter.as('clerk').paperJobs.guides.begin(guides)).rejects.toMatchObject({ code: 'PAPER_JOBS_BUSY' })
    slow.letGo()
    await shortly()
    expect(await counter.as('clerk').paperJobs.guides.begin(guides)).toMatchObject({ state: 'running' })
  })

  it('that could not be drawn says so, and tells the operator\'s log', async () => {
    const counter = await openCounter({ drawBook: async () => { throw new Error('표본 글자') } })
    const lead = counter.as('lead')
    const begun = await booklet(counter)
    expect(await finished(lead, begun)).toMatchObject({ state: 'failed', pages: null })
    expect(counter.reports).toHaveLength(1)
    expect(await booklet(counter)).toMatchObject({ state: 'running' })
  })

  it('stands in the access log each time it is taken, with its pages, and with what the printer told', async () => {
    const counter = await openCounter({ drawBook: keepingBooks().drawBook })
    const lead = counter.as('lead')
    const job = await finished(lead, await booklet(counter))
    await takenWhole(lead, job, 'save')
    await lead.paperJobs.printed({ jobId: job.id, pages: job.pages!, copies: 200, printer: '표본프린터' })
    const lines = (await counter.as('admin').audit.list({ limit: 50 })).filter(({ operation }) => operation.startsWith('paperJobs.'))
    expect(lines.map(({ operation, subject, paper }) => [operation, subject, paper?.way ?? null, paper?.pages ?? null, paper?.copies ?? null])).toEqual([
      ['paperJobs.printed', null, 'print', job.pages, 200],
      ['paperJobs.take', null, 'save', job.pages, null],
      ['paperJobs.booklet.begin', null, null, null, null],
    ])
    expect(lines[1]!.paper).toMatchObject({ document: 'booklet', language: 'ko', edition: 'standard' })
  })
})

describe('all guides of a day', () => {
  it('are of every visit whose household agreed, masked in the list', async () => {
    const counter = await openCounter()
    const clerk = counter.as('clerk')
    await consentedVisit(clerk, 'move-in', '표본하늘')
    await openVisitAt(clerk, 'birth')
    const leaver = await consentedVisit(clerk, 'birth', '표본그만')
    await clerk.intake.giveUp({ visitId: leaver.visitId })
    const withdrawn = await consentedVisit(clerk, 'death', '표본철회')
    await clerk.consent.withdraw({ consentId: (await withdrawn.reload()).consents[0]!.id, items: ['collect', 'sensitive'] } as never).catch(() => undefined)
    await counter.db.updateTable('household').set({ destroy_on: '2026-11-28' }).where('id', '=', (await counter.db.selectFrom('visit').select('household_id').where('id', '=', withdrawn.visitId).executeTakeFirstOrThrow()).household_id!).execute()
    const given = await consentedVisit(clerk, 'counselling', '표본준것')
    await clerk.guide.handOver({ visitId: given.visitId, document: 'family-guide', language: 'vi', edition: 'large', pages: 6 })
    expect((await clerk.paperJobs.guides.list({ day: today })).map(({ event, maskedName, language, edition, handedOver }) => [event, maskedName, language, edition, handedOver])).toEqual([
      ['move-in', '표**늘', 'ko', 'standard', false],
      ['counselling', '표**것', 'vi', 'large', true],
    ])
    expect(await clerk.paperJobs.guides.list({ day: day('2026-11-22') })).toEqual([])
  })

  it('are one file, each in its family\'s language and edition, numbered for itself from a right-hand page on', async () => {
    const handed = keepingBooks()
    const counter = await openCounter({ drawBook: handed.drawBook })
    const clerk = counter.as('clerk')
    const [one, other] = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    await clerk.guide.handOver({ visitId: other.visitId, document: 'family-guide', language: 'en', edition: 'large', pages: 6 })
    const begin = async (given: { readonly edition?: 'portable' | null, readonly masked?: boolean } = {}) => {
      await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: [one.visitId, other.visitId], edition: null, ...given }))
      return handed.books.at(-1)!
    }
    const { parts } = await begin()
    expect(parts.map(({ numbering, right, sheet: { language, edition } }) => [numbering, right, language, edition])).toEqual([['own', true, 'ko', 'standard'], ['own', true, 'en', 'large']])
    expect(parts.map(part => ['표본하나', '표본두리'].map(name => JSON.stringify(part).includes(name)))).toEqual([[true, false], [false, true]])
    expect((await begin({ edition: 'portable' })).parts.map(({ sheet }) => sheet.edition)).toEqual(['portable', 'portable'])
    expect(JSON.stringify(await begin({ masked: true }))).not.toMatch(/표본하나|표본두리/)
  })

  it('carry a title of no family, in the language of the office', async () => {
    const handed = keepingBooks()
    const counter = await openCounter({ drawBook: handed.drawBook })
    const clerk = counter.as('clerk')
    const [first, second] = [await consentedVisit(clerk, 'death', '표본하나'), await consentedVisit(clerk, 'birth', '표본두리', '1990-02-03')]
    await clerk.guide.handOver({ visitId: first.visitId, document: 'family-guide', language: 'vi', edition: 'standard', pages: 6 })
    await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: [first.visitId, second.visitId], edition: null }))
    const { title, language, parts } = handed.books.at(-1)!
    expect([title, language, parts[0]!.sheet.language]).toEqual(['오늘의 가족 안내서', 'ko', 'vi'])
  })

  it('leave out for each family what it had left out last, and never unmask one', async () => {
    const handed = keepingBooks()
    const counter = await openCounter({ drawBook: handed.drawBook })
    const clerk = counter.as('clerk')
    const [one, other] = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    const given = { visitId: other.visitId, document: 'family-guide', language: 'ko', edition: 'standard', pages: 6 } as const
    const page = await clerk.guide.handOver({ ...given, choices: { masked: true, amounts: 'visitor', unlikely: false } })
    expect(page.handedOver.map(({ choices }) => choices)).toEqual([{ masked: true, amounts: 'visitor', unlikely: false }])
    // Of a leaflet nothing is left out, and somebody who does not tell changes nothing.
    await clerk.guide.handOver({ ...given, document: 'leaflet', choices: { masked: false } })
    expect((await clerk.guide.handOver(given)).guideChoices).toEqual({ masked: true, amounts: 'visitor', unlikely: false })
    expect((await clerk.paperJobs.guides.list({ day: today })).map(({ choices }) => choices)).toEqual([{ masked: false, amounts: 'everybody', unlikely: true }, { masked: true, amounts: 'visitor', unlikely: false }])
    const namesIn = async (asked: { readonly masked?: boolean }) => {
      await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: [one.visitId, other.visitId], edition: null, ...asked }))
      return ['표본하나', '표본두리'].map(name => JSON.stringify(handed.books.at(-1)).includes(name))
    }
    expect(await namesIn({})).toEqual([true, false])
    expect(await namesIn({ masked: false })).toEqual([true, false])
    expect(await namesIn({ masked: true })).toEqual([false, false])
    await clerk.guide.handOver({ ...given, choices: { masked: false } })
    expect(await namesIn({})).toEqual([true, true])
  })

  it('remember what a household had left out at a visit before this one', async () => {
    const handed = keepingBooks()
    const counter = await openCounter({ drawBook: handed.drawBook })
    const clerk = counter.as('clerk')
    const [before, now] = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    await clerk.guide.handOver({ visitId: before.visitId, document: 'family-guide', language: 'ko', edition: 'standard', pages: 6, choices: { masked: true } })
    expect((await now.reload()).guideChoices).toBeNull()
    const { household_id } = await counter.db.selectFrom('visit').select('household_id').where('id', '=', before.visitId).executeTakeFirstOrThrow()
    await counter.db.updateTable('visit').set({ household_id }).where('id', '=', now.visitId).execute()
    expect((await now.reload()).guideChoices).toMatchObject({ masked: true })
    await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: [now.visitId], edition: null }))
    expect(JSON.stringify(handed.books.at(-1))).not.toMatch(/표본하나/)
  })

  it('are not stopped by one family whose language is not there any more', async () => {
    const handed = keepingBooks()
    const counter = await openCounter({ drawBook: handed.drawBook })
    const clerk = counter.as('clerk')
    const [one, other] = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    const given = { visitId: other.visitId, document: 'family-guide', edition: 'standard', pages: 6 } as const
    await expect(clerk.guide.handOver({ ...given, language: 'fr' })).rejects.toMatchObject({ code: 'LANGUAGE_NOT_FOUND' })
    expect((await other.reload()).handedOver).toEqual([])
    await clerk.guide.handOver({ ...given, language: 'vi' })
    const gone = Object.create(counter.host, { translations: { value: new Map() } }) as Host
    const client = createRouterClient(router, { context: { host: gone, connection: counter.connectionOf('clerk') } }) as ReturnType<Counter['as']>
    const done = await finished(client, await client.paperJobs.guides.begin({ day: today, visitIds: [one.visitId, other.visitId], edition: null }))
    expect([done.state, done.leftOut, handed.books.at(-1)!.parts.length]).toEqual(['done', 1, 1])
    const none = await finished(client, await client.paperJobs.guides.begin({ day: today, visitIds: [other.visitId], edition: null }))
    expect([none.state, none.leftOut, none.pages, counter.reports]).toEqual(['failed', 1, null, []])
    await expect(client.paperJobs.take({ jobId: none.id })).rejects.toMatchObject({ code: 'PAPER_JOB_NOT_DONE' })
  })

  it('are not handed out once a family on them withdrew, neither at first nor in a further portion nor again', async () => {
    const large = btoa('x'.repeat(5_000_000))
    const counter = await openCounter({ drawBook: async book => ({ base64: large, pages: 2, partPages: book.parts.map(() => 1) }) })
    const clerk = counter.as('clerk')
    const made = async (name: string) => {
      const visit = await consentedVisit(clerk, 'move-in', name)
      const { id: jobId } = await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: [visit.visitId], edition: null }))
      return { jobId, withdraw: (item: 'sensitive' | 'collect' | 'third-party') => clerk.consent.withdraw({ consentId: visit.page().consents[0]!.id, items: [item] }) }
    }
    const refused = { code: 'PAPER_JOB_WITHDRAWN' }
    const first = await made('표본하나')
    await first.withdraw('sensitive')
    await expect(clerk.paperJobs.take({ jobId: first.jobId })).rejects.toMatchObject(refused)
    await expect(clerk.paperJobs.take({ jobId: first.jobId })).rejects.toMatchObject(missing)
    expect(await clerk.paperJobs.mine()).toEqual([])

    const second = await made('표본두리')
    expect((await clerk.paperJobs.take({ jobId: second.jobId })).portions).toBe(3)
    await second.withdraw('collect')
    await expect(clerk.paperJobs.portion({ jobId: second.jobId, portion: 1 })).rejects.toMatchObject(refused)

    const third = await made('표본세리')
    await takenWhole(clerk, { id: third.jobId } as never)
    await third.withdraw('collect')
    await expect(clerk.paperJobs.again({ jobId: third.jobId, way: 'print' })).rejects.toMatchObject(refused)
    await expect(clerk.paperJobs.again({ jobId: third.jobId, way: 'print' })).rejects.toMatchObject(missing)
    const lines = (await counter.as('admin').audit.list({ limit: 50 })).filter(({ operation }) => operation === 'paperJobs.guideInBatch')
    expect(lines).toHaveLength(2)
  })

  it('are logged once more for each family when what was held at the seat goes out again', async () => {
    const counter = await openCounter({ drawBook: keepingBooks().drawBook })
    const clerk = counter.as('clerk')
    const { visitId } = await consentedVisit(clerk, 'move-in', '표본하나')
    const { id: jobId } = await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: [visitId], edition: null }))
    await expect(clerk.paperJobs.again({ jobId, way: 'print' })).rejects.toMatchObject(missing)
    await clerk.paperJobs.take({ jobId })
    await clerk.paperJobs.again({ jobId, way: 'locked' })
    const lines = (await counter.as('admin').audit.list({ limit: 50 })).filter(({ paper }) => paper)
    expect(lines.map(({ operation, subject, paper }) => [operation, subject, paper!.way])).toEqual([
      ['paperJobs.again', null, 'locked'],
      ['paperJobs.guideInBatch', `visit:${visitId}`, 'locked'],
      ['paperJobs.take', null, 'print'],
      ['paperJobs.guideInBatch', `visit:${visitId}`, 'print'],
    ])
  })

  it('write copies and printer to each family whose pages were printed', async () => {
    // 3 pages, an empty one, then 4: the second guide begins on page 5.
    const counter = await openCounter({ drawBook: async () => ({ base64: btoa('%PDF'), pages: 8, partPages: [3, 4] }) })
    const clerk = counter.as('clerk')
    const visits = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    const { id: jobId } = await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: visits.map(({ visitId }) => visitId), edition: null }))
    await clerk.paperJobs.take({ jobId })
    const toldOf = async (range: { readonly from?: number, readonly pages: number }) => {
      const before = await counter.as('admin').audit.list({ limit: 1 })
      await clerk.paperJobs.printed({ jobId, copies: 3, printer: '표본프린터', ...range })
      return (await counter.as('admin').audit.list({ limit: 9 })).filter(({ seq, paper }) => paper && seq > before[0]!.seq)
        .map(({ subject, paper }) => [visits.findIndex(({ visitId }) => subject === `visit:${visitId}`), paper!.pages, paper!.copies, paper!.printer])
    }
    expect(await toldOf({ pages: 8 })).toEqual([[-1, 8, 3, '표본프린터'], [1, 4, 3, '표본프린터'], [0, 3, 3, '표본프린터']])
    expect(await toldOf({ from: 5, pages: 2 })).toEqual([[-1, 2, 3, '표본프린터'], [1, 2, 3, '표본프린터']])
    expect(await toldOf({ from: 3, pages: 2 })).toEqual([[-1, 2, 3, '표본프린터'], [0, 1, 3, '표본프린터']])
    expect(await counter.as('admin').audit.verify()).toMatchObject({ intact: true })
  })

  it('leave the memory when somebody signs out, and by the timer, though nobody calls', async () => {
    const { jobsOf } = await import('#core/paper-jobs/jobs')
    const counter = await openCounter({ drawBook: keepingBooks().drawBook })
    const clerk = counter.as('clerk')
    const { visitId } = await consentedVisit(clerk, 'move-in', '표본하나')
    const begin = async () => {
      await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: [visitId], edition: null }))
      // The map itself: asking `jobsOf` later would do the forgetting.
      return jobsOf(counter.host)
    }
    const jobs = await begin()
    expect(jobs.size).toBe(1)
    await clerk.staff.signOut()
    expect(jobs.size).toBe(0)

    counter.host.sessions.start('token-of-clerk', counter.ids.clerk, counter.host.now())
    await begin()
    const [{ seconds, work } = { seconds: 0, work: () => undefined }] = counter.timers.slice(-1)
    expect([jobs.size, seconds]).toEqual([1, 15 * 60])
    const made = counter.host.now()
    ;(counter.host as { now: Host['now'] }).now = () => new Date(Date.parse(made) + seconds * 1000).toISOString() as never
    work()
    expect(jobs.size).toBe(0)
  })

  it('say on paper what each guide says at its visit', async () => {
    const counter = await openCounter()
    const clerk = counter.as('clerk')
    const visits = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    const job = await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: visits.map(({ visitId }) => visitId), edition: null }))
    const text = await textOfPdf((await takenWhole(clerk, job)).base64)
    for (const { visitId } of visits) {
      const sheet = await clerk.guide.sheet({ request: { document: 'family-guide', visitId }, language: 'ko', edition: 'standard' })
      const headings = blocksOf({ parts: [{ sheet, numbering: 'own', right: true }] }, 'heading').map(({ text }) => text)
      expect(headings.length).toBeGreaterThan(3)
      expect(headings.filter(heading => !text.includes(heading.replace(/\s/g, '')))).toEqual([])
    }
  }, 120_000)

  it('leave a line about each family when they are taken, and are forgotten with that', async () => {
    const counter = await openCounter({ drawBook: async book => ({ base64: btoa('%PDF'), pages: 7, partPages: book.parts.map((_, place) => 3 + place) }) })
    const clerk = counter.as('clerk')
    const visits = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    const job = await finished(clerk, await clerk.paperJobs.guides.begin({ day: today, visitIds: visits.map(({ visitId }) => visitId), edition: null }))
    await takenWhole(clerk, job)
    const lines = (await counter.as('admin').audit.list({ limit: 50 })).filter(({ paper }) => paper)
    expect(lines.map(({ operation, subject, paper }) => [operation, subject, paper!.document, paper!.pages, paper!.way])).toEqual([
      ['paperJobs.take', null, 'guides-of-day', 7, 'print'],
      ['paperJobs.guideInBatch', `visit:${visits[1]!.visitId}`, 'family-guide', 4, 'print'],
      ['paperJobs.guideInBatch', `visit:${visits[0]!.visitId}`, 'family-guide', 3, 'print'],
    ])
    expect(await counter.as('admin').audit.verify()).toMatchObject({ intact: true })
    expect(JSON.stringify(lines)).not.toMatch(/표본하나|표본두리/)
    await expect(clerk.paperJobs.take({ jobId: job.id })).rejects.toMatchObject(missing)
    expect(await clerk.paperJobs.mine()).toEqual([])
    await clerk.paperJobs.printed({ jobId: job.id, pages: 7, copies: 1, printer: '표본프린터' })
  })

  it('are forgotten a quarter of an hour after they were made; a booklet, without anybody, is not', async () => {
    let now = Date.parse('2026-11-23T01:00:00.000Z')
    const counter = await openCounter({ drawBook: keepingBooks().drawBook })
    const host = Object.create(counter.host, { now: { value: () => new Date(now).toISOString() } }) as Host
    const client = (seat: 'clerk' | 'lead') => createRouterClient(router, { context: { host, connection: counter.connectionOf(seat) } }) as ReturnType<Counter['as']>
    const { visitId } = await consentedVisit(client('clerk'))
    const [guides, book] = [await client('clerk').paperJobs.guides.begin({ day: today, visitIds: [visitId], edition: null }), await client('lead').paperJobs.booklet.begin(await usualChoices(client('lead')))]
    await finished(client('clerk'), guides)
    await finished(client('lead'), book)
    const { lastSeenAt: _, ...signs } = host.sessions.find('token-of-clerk', host.now())!
    expect(signs.locked).toBe(false)
    const after = async (seconds: number) => {
      now += seconds * 1000
      for (const seat of ['clerk', 'lead'] as const)
        host.sessions.find(`token-of-${seat}`, host.now())!.lastSeenAt = host.now()
      return [await client('clerk').paperJobs.mine(), await client('lead').paperJobs.mine()].map(({ length }) => length)
    }
    expect(await after(15 * 60 - 1)).toEqual([1, 1])
    expect(await after(1)).toEqual([0, 1])
    await expect(client('clerk').paperJobs.take({ jobId: guides.id })).rejects.toMatchObject(missing)
  })

  it('leave out a family that withdrew while they were made, and are refused for a visit that has none', async () => {
    const handed = keepingBooks()
    const counter = await openCounter({ drawBook: handed.drawBook })
    const clerk = counter.as('clerk')
    const [one, other] = [await consentedVisit(clerk, 'move-in', '표본하나'), await consentedVisit(clerk, 'counselling', '표본두리', '1990-02-03')]
    const without = await openVisitAt(clerk, 'birth')
    await expect(clerk.paperJobs.guides.begin({ day: today, visitIds: [one.visitId, without.visitId], edition: null })).rejects.toMatchObject({ code: 'VISIT_NOT_FOUND' })
    const begun = clerk.paperJobs.guides.begin({ day: today, visitIds: [one.visitId, other.visitId], edition: null })
    const job = await begun
    await counter.db.updateTable('household').set({ destroy_on: '2026-11-28' }).where('id', '=', (await counter.db.selectFrom('visit').select('household_id').where('id', '=', other.visitId).executeTakeFirstOrThrow()).household_id!).execute()
    const done = await finished(clerk, job)
    expect([done.state, done.leftOut, handed.books.at(-1)!.parts.length]).toEqual(['done', 1, 1])
  })
})
