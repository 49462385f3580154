/** Photos and files of a case: kept until their day, seen by those alone whose case it is, never with place or device. */
import type { Counter, Seat } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { attachments } from '#core/attachments/contract'
import { destroyAttachmentsDue } from '#core/attachments/destroy-attachments'
import { destroyDue } from '#core/households/destroy-household'
import { fromBase64, toBase64 } from '#core/kernel/base64'
import { openCase } from '../support/case-at-desk'
import { aPdf, aPhoto, aPhotoWithPlace, asBase64 } from '../support/made-up-files'
import { openCounter } from '../support/open-counter'

type Add = Parameters<ReturnType<Counter['as']>['attachments']['add']>[0]
const photo = (change: Partial<Add> = {}) => ({ mediaType: 'image/jpeg' as const, purpose: 'home' as const, title: '현관', base64: asBase64(aPhoto()), thumbnail: asBase64(aPhoto(200)), ...change })
const add = (counter: Counter, caseId: string, change: Partial<Add> = {}, seat: Seat = 'planner') => counter.as(seat).attachments.add({ caseId: caseId as never, ...photo(change) })
const consentOf = (counter: Counter, householdId: string) => counter.db.selectFrom('consent').select('id').where('household_id', '=', householdId).executeTakeFirstOrThrow()
const left = (counter: Counter) => counter.db.selectFrom('attachment').select('id').execute()

describe('base64', () => {
  it('gives every length of bytes back as it was, as Node writes it', () => {
    for (const length of [0, 1, 2, 3, 4, 5, 255, 24_575, 24_576, 24_577, 70_001]) {
      const bytes = Uint8Array.from({ length }, (_, place) => place * 37 % 256)
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(Buffer.from(fromBase64(toBase64(bytes))).equals(Buffer.from(bytes))).toBe(true)
    }
  })

  it.each(['A', 'AAA', 'AA=A', '=AAA', 'AA!A', '한글한글'])('refuses %s', text => expect(() => fromBase64(text)).toThrow(RangeError))
})

describe('attaching', () => {
  it('keeps a photo with its purpose, who, when, and a day proposed by the purpose', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { id } = await openCase(counter)
    const kept = await add(counter, id)
    expect(kept).toMatchObject({ purpose: 'home', title: '현관', keepUntil: '2027-11-23', staff: { id: counter.ids.planner }, bytesLong: aPhoto().length, thumbnail: asBase64(aPhoto(200)) })
    expect(await add(counter, id, { purpose: 'application', mediaType: 'application/pdf', base64: asBase64(aPdf()), thumbnail: null })).toMatchObject({ keepUntil: '2031-11-23', mediaType: 'application/pdf' })
    expect((await counter.as('planner').attachments.list({ caseId: id })).map(({ purpose }) => purpose)).toEqual(['application', 'home'])
    const { events } = await counter.as('planner').cases.page({ caseId: id })
    expect(events.filter(({ kind }) => kind === 'attachment').map(({ note }) => note)).toEqual(['사진·파일 붙임: 신청 서류', '사진·파일 붙임: 주거 상태'])
  })

  it('proposes the last day of February for a leap day', async () => {
    const counter = await openCounter({ moment: '2028-02-29T10:00' })
    const { id } = await openCase(counter)
    expect(await add(counter, id)).toMatchObject({ keepUntil: '2029-02-28' })
  })

  it('takes another day from today to five years on, both included', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { id } = await openCase(counter)
    for (const keepUntil of ['2026-11-23', '2031-11-23'])
      expect(await add(counter, id, { keepUntil: keepUntil as never })).toMatchObject({ keepUntil })
    for (const keepUntil of ['2026-11-22', '2031-11-24'])
      await expect(add(counter, id, { keepUntil: keepUntil as never })).rejects.toMatchObject({ code: 'KEEP_DAY_OUT_OF_RANGE', data: { from: '2026-11-23', to: '2031-11-23' } })
    const kept = (await counter.as('planner').attachments.list({ caseId: id }))[0]!
    await expect(counter.as('planner').attachments.keepUntil({ attachmentId: kept.id, keepUntil: '2031-11-24' as never })).rejects.toMatchObject({ code: 'KEEP_DAY_OUT_OF_RANGE' })
    expect(await counter.as('planner').attachments.keepUntil({ attachmentId: kept.id, keepUntil: '2026-12-31' as never })).toMatchObject({ keepUntil: '2026-12-31' })
  })

  it('takes six megabytes and not a byte more', async () => {
    const counter = await openCounter()
    const { id } = await openCase(counter)
    const six = 6 * 1024 * 1024
    expect(await add(counter, id, { base64: asBase64(aPhoto(six)) })).toMatchObject({ bytesLong: six })
    await expect(add(counter, id, { base64: asBase64(aPhoto(six + 1)) })).rejects.toMatchObject({ code: 'ATTACHMENT_TOO_LARGE', data: { megabytes: 6 } })
  })

  it('refuses what is not what it says, and a photo that still says where it was taken', async () => {
    const counter = await openCounter()
    const { id } = await openCase(counter)
    await expect(add(counter, id, { base64: asBase64(aPdf()) })).rejects.toMatchObject({ code: 'ATTACHMENT_NOT_READABLE' })
    await expect(add(counter, id, { base64: asBase64(new TextEncoder().encode('<html>')) })).rejects.toMatchObject({ code: 'ATTACHMENT_NOT_READABLE' })
    await expect(add(counter, id, { base64: asBase64(aPhotoWithPlace()) })).rejects.toMatchObject({ code: 'PHOTO_SAYS_WHERE' })
    await expect(add(counter, id, { thumbnail: asBase64(aPhotoWithPlace()) })).rejects.toMatchObject({ code: 'PHOTO_SAYS_WHERE' })
    expect(await left(counter)).toEqual([])
  })

  it('belongs to a record and a person of that very case, or is refused', async () => {
    const counter = await openCounter()
    const one = await openCase(counter)
    const other = await openCase(counter, { name: '표본돌' })
    const record = await counter.as('planner').records.begin({ caseId: one.id, kind: 'first-counselling' })
    const { household } = await counter.as('planner').cases.page({ caseId: one.id })
    const kept = await add(counter, one.id, { recordId: record.id, personId: household.members[0]!.id })
    expect((await counter.as('planner').attachments.list({ caseId: one.id, recordId: record.id })).map(({ id }) => id)).toEqual([kept.id])
    await expect(add(counter, other.id, { recordId: record.id })).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
    await expect(add(counter, other.id, { personId: household.members[0]!.id })).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
  })

  it('is refused once the case has ended; what is there is still seen', async () => {
    const counter = await openCounter()
    const { id } = await openCase(counter)
    const kept = await add(counter, id)
    await counter.db.updateTable('welfare_case').set({ status: 'closed' }).where('id', '=', id).execute()
    await expect(add(counter, id)).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    expect((await counter.as('planner').attachments.look({ attachmentId: kept.id })).base64).toBe(asBase64(aPhoto()))
  })
})

describe('looking', () => {
  it('gives the very bytes, leaves a line in the access log, and names the file by purpose and day', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { id } = await openCase(counter)
    const kept = await add(counter, id, { title: '표본순 어르신 집' })
    const seen = await counter.as('lead').attachments.look({ attachmentId: kept.id })
    expect(seen).toMatchObject({ base64: asBase64(aPhoto()), fileName: '주거-상태-2026-11-23.jpg' })
    const line = await counter.db.selectFrom('audit_line').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(line).toMatchObject({ operation: 'attachments.look', outcome: 'done', subject: `attachment:${kept.id}`, staff_id: counter.ids.lead })
  })

  it('is nobody else’s, whatever is asked', async () => {
    const counter = await openCounter()
    const { id } = await openCase(counter)
    const { id: attachmentId } = await add(counter, id)
    for (const [seat, code] of [['secondPlanner', 'CASE_NOT_FOUND'], ['clerk', 'NOT_PERMITTED'], ['admin', 'NOT_PERMITTED']] as const) {
      const asked = counter.as(seat).attachments
      const tries = { list: asked.list({ caseId: id }), add: add(counter, id, {}, seat), look: asked.look({ attachmentId }), keepUntil: asked.keepUntil({ attachmentId, keepUntil: '2027-01-01' as never }), remove: asked.remove({ attachmentId, why: '시험' }) }
      expect(Object.keys(tries).sort()).toEqual(Object.keys(attachments).sort())
      for (const tried of Object.values(tries))
        await expect(tried).rejects.toMatchObject({ code })
    }
    expect(await left(counter)).toHaveLength(1)
  })
})

describe('destroying', () => {
  it('goes at once with the reason on the trail, and is not found any more', async () => {
    const counter = await openCounter()
    const { id } = await openCase(counter)
    const { id: attachmentId } = await add(counter, id)
    await counter.as('planner').attachments.remove({ attachmentId, why: '잘못 붙임' })
    expect(await left(counter)).toEqual([])
    await expect(counter.as('planner').attachments.look({ attachmentId })).rejects.toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' })
    const { events } = await counter.as('planner').cases.page({ caseId: id })
    expect(events[0]).toMatchObject({ kind: 'attachment', note: '사진·파일 파기: 주거 상태 · 잘못 붙임' })
  })

  it('comes the day after the last day, not on it', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { id } = await openCase(counter)
    await add(counter, id, { keepUntil: '2026-11-30' as never })
    expect(await destroyAttachmentsDue(counter.db, '2026-11-30' as never)).toBe(0)
    expect(await destroyAttachmentsDue(counter.db, '2026-12-01' as never)).toBe(1)
    expect(await left(counter)).toEqual([])
  })

  it('takes medical papers when the consent to sensitive data is withdrawn, and lets none in without it', async () => {
    const counter = await openCounter()
    const { id, householdId } = await openCase(counter)
    const home = await add(counter, id)
    await add(counter, id, { purpose: 'health' })
    await counter.as('clerk').consent.withdraw({ consentId: (await consentOf(counter, householdId)).id as never, items: ['sensitive'] })
    expect(await left(counter)).toEqual([{ id: home.id }])
    await expect(add(counter, id, { purpose: 'health' })).rejects.toMatchObject({ code: 'SENSITIVE_NOT_CONSENTED' })
  })

  it('takes everything with the household on the day after the consent to collect was withdrawn', async () => {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const { id, householdId } = await openCase(counter)
    await add(counter, id)
    const { destroyOn } = await counter.as('clerk').consent.withdraw({ consentId: (await consentOf(counter, householdId)).id as never, items: ['collect'] })
    await expect(add(counter, id)).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
    await destroyDue(counter.db, destroyOn!)
    expect(await left(counter)).toEqual([])
  })
})
