/** A photo from the tablet: redrawn smaller, without place and device, kept with its purpose, seen and destroyed. */
import type { Page } from 'playwright'
import type { Client } from '#core/contract'
import type { CaseId } from '#core/kernel/ids'
import type { App } from '../journeys/support/launch-app'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allows } from '#core/cases/model'
import { signInAtCounter } from '../journeys/support/at-the-counter'
import { deskClient } from '../journeys/support/desk-client'
import { launchApp } from '../journeys/support/launch-app'
import { axeSource, faultsOf } from './look-at-screen'

/** Of a JPEG: width and height from its frame header. */
function sizeOf(photo: Buffer): { readonly width: number, readonly height: number } {
  let place = 2
  while (photo[place + 1]! < 0xC0 || photo[place + 1]! > 0xC2)
    place += 2 + photo.readUInt16BE(place + 2)
  return { height: photo.readUInt16BE(place + 5), width: photo.readUInt16BE(place + 7) }
}

/** What a camera gives: large, and with a segment that says where it was taken. */
async function cameraPhoto(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 2000 })
    const pen = canvas.getContext('2d')
    for (let stripe = 0; stripe < 40; stripe++) {
      pen.fillStyle = 'hsl(' + stripe * 9 + ' 60% 60%)'
      pen.fillRect(stripe * 80, 0, 80, 2000)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
  })()`) as string
  const photo = Buffer.from(drawn, 'base64')
  const told = Buffer.from('Exif\0\0MM GPSLatitude 37.5124')
  const segment = Buffer.concat([Buffer.from([0xFF, 0xE1, 0, told.length + 2]), told])
  return Buffer.concat([photo.subarray(0, 2), segment, photo.subarray(2)])
}

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('photos and files of a case', () => {
  let app: App
  let client: Client
  let caseId: CaseId

  beforeAll(async () => {
    app = await launchApp({ sample: true, viewport: { width: 1024, height: 768 } })
    await signInAtCounter(app.page, '견본팀장')
    await app.page.context().addInitScript(axeSource)
    client = await deskClient(new URL(app.page.url()).origin, '견본팀장')
    caseId = (await client.cases.list({ scope: 'all', includeClosed: false })).find(({ status, planner }) => planner && allows(status, 'write'))!.id
    await app.page.goto(`${new URL(app.page.url()).origin}/cases/${caseId}?part=files`)
  })
  afterAll(async () => {
    expect(app.problems()).toEqual([])
    await app.close()
  })
  const chooser = () => app.page.locator('input[type=file][multiple]')

  it('are made smaller, lose place and device, and come with the purpose and the day that were chosen', async () => {
    const { page } = app
    const photo = await cameraPhoto(page)
    expect(photo.includes('GPSLatitude')).toBe(true)
    await chooser().setInputFiles({ name: '표본순 어르신.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByRole('radio', { name: '고지서·체납' }).check()
    await page.getByLabel('설명').fill('가스 요금')
    await page.locator('form img').waitFor()
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    if (process.env.MAJI_LOOK)
      await page.screenshot({ path: `${process.env.MAJI_LOOK}/file-form.png` })
    await page.keyboard.press('Control+Enter')
    await page.getByText('가스 요금').waitFor()
    const [kept] = await client.attachments.list({ caseId })
    expect(kept).toMatchObject({ purpose: 'bills', title: '가스 요금', mediaType: 'image/jpeg' })
    const { base64, fileName } = await client.attachments.look({ attachmentId: kept!.id })
    const stored = Buffer.from(base64, 'base64')
    expect(stored.includes('GPSLatitude')).toBe(false)
    expect(sizeOf(stored)).toEqual({ width: 1600, height: 1000 })
    expect(sizeOf(Buffer.from(kept!.thumbnail!, 'base64'))).toEqual({ width: 160, height: 100 })
    expect(fileName).not.toContain('표본순')
  })

  it('are seen in the page, and an odd or too large one is turned away with a plain sentence', async () => {
    const { page } = app
    await page.getByRole('button', { name: '보기', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect.poll(async () => dialog.locator('img').evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(1600)
    expect(await faultsOf(page, 'ko', [], true)).toEqual([])
    if (process.env.MAJI_LOOK)
      await page.screenshot({ path: `${process.env.MAJI_LOOK}/file-look.png` })
    await page.keyboard.press('Escape')
    await chooser().setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('글') })
    await page.getByText('JPEG, PNG, WebP, PDF만 붙일 수 있어요.').waitFor()
    await page.getByRole('button', { name: '그만두기' }).click()
    await chooser().setInputFiles({ name: 'big.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(6 * 1024 * 1024)]) })
    await page.getByText('6MB보다 커서 붙일 수 없어요.').waitFor()
    await page.getByRole('button', { name: '그만두기' }).click()
  })

  it('of five megabytes pass over the network, and nobody who is not signed in sends that much', async () => {
    const { page } = app
    await chooser().setInputFiles({ name: 'five.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5 * 1024 * 1024)]) })
    await page.getByRole('radio', { name: '신청 서류' }).check()
    await page.getByRole('button', { name: '붙이기' }).click()
    await expect.poll(async () => (await client.attachments.list({ caseId })).map(({ bytesLong }) => bytesLong), { timeout: 15_000 }).toContain(5 * 1024 * 1024 + 9)
    const stranger = await fetch(new URL('/rpc/attachments/add', page.url()), { method: 'POST', headers: { 'content-type': 'application/json', 'origin': new URL(page.url()).origin }, body: JSON.stringify({ json: { base64: 'A'.repeat(2 * 1024 * 1024) } }) }).then(({ status }) => status, () => 413)
    expect(stranger).toBe(413)
  })

  it('are destroyed with the reason', async () => {
    const { page } = app
    await page.locator('li').filter({ hasText: '가스 요금' }).getByRole('button', { name: '지우기' }).click()
    await page.getByLabel('지우는 까닭').fill('다른 집 고지서')
    await page.getByRole('button', { name: '파기하기' }).click()
    await expect.poll(async () => (await client.attachments.list({ caseId })).filter(({ title }) => title === '가스 요금')).toEqual([])
  })
})
