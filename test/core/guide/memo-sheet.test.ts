/** The memo sheet: whom to tell of a neighbour in need, on one page, with nothing of anybody. */
import type { Edition } from '#core/guide/sheet'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { openCounter } from '../../support/open-counter'
import { textOfPdf } from '../../support/text-of-pdf'

const counter = await openCounter()
const asked = (edition: Edition, language = 'ko') => ({ request: { document: 'memo-sheet' as const }, language, edition })
async function callTo(phone: string | null) {
  const settings = JSON.parse((await counter.db.selectFrom('center').select('settings').executeTakeFirstOrThrow()).settings) as object
  await counter.db.updateTable('center').set({ settings: JSON.stringify({ ...settings, phone }) }).execute()
}
const blocks = async (edition: Edition, language?: string) => (await counter.as('clerk').guide.sheet(asked(edition, language))).groups.flat()

describe('the memo sheet', () => {
  it('calls the office, names 129, the app of the ministry, 119 and 112, and no place for who told', async () => {
    await callTo('02-000-1234')
    const sheet = await blocks('standard')
    const fields = sheet.flatMap(block => block.kind === 'fields' ? block.rows : []).slice(0, 3)
    expect(sheet.filter(block => block.kind === 'paragraph' && block.text === '서울특별시 동작구 표본동 주민센터 02-000-1234')).toHaveLength(2)
    expect(fields).toEqual([['복지 상담 전화', '129 (보건복지상담센터)'], ['휴대전화 앱', '‘복지위기 알림’ (보건복지부)'], ['지금 위험할 때', '119 (불, 구급) · 112 (경찰)']])
    expect(sheet.flatMap(block => block.kind === 'qr' ? block.url : [])).toEqual(['tel:020001234', 'tel:020001234'])
    expect(sheet.filter(({ kind }) => kind === 'signature')).toEqual([])
  })

  it('calls 129 where the office has no phone', async () => {
    await callTo(null)
    const sheet = await blocks('large')
    expect(sheet.flatMap(block => block.kind === 'qr' ? block.url : [])).toEqual(['tel:129'])
    expect(sheet.flatMap(block => block.kind === 'fields' ? block.rows : [])).toHaveLength(3)
  })

  it.each([['standard', 'ko', 2], ['standard', 'en', 2], ['standard', 'vi', 2], ['portable', 'ko', 2], ['large', 'ko', 1], ['portable-a5', 'ko', 1]] as const)('comes on one page: %s, %s, %i', async (edition, language, halves) => {
    await callTo('02-000-1234')
    const { base64, pages } = await counter.as('clerk').guide.pdf(asked(edition, language))
    if (process.env.MAJI_LOOK)
      writeFileSync(`${process.env.MAJI_LOOK}/memo-${edition}-${language}.pdf`, Buffer.from(base64, 'base64'))
    expect(pages).toBe(1)
    expect((await textOfPdf(base64)).split('02-000-1234').length - 1).toBe(halves)
  })
})
