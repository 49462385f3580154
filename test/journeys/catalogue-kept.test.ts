/** A lead imports the official catalogues and adds a fund of the district; a colleague releases both; the next lookup has them. */
import type { App } from './support/launch-app'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addLocalService, importFiles, releaseDraft, showCatalogue } from './support/at-the-catalogue'
import { consent, dayFromToday, describeVisitor, goOn, lookUp, openVisit, saved, services, signInAtCounter, wordsOn } from './support/at-the-counter'
import { launchApp } from './support/launch-app'
import { takePicture } from './support/take-picture'

const official = join(import.meta.dirname, '../support/official')
const fund = {
  name: '표본구 중장년 치과 치료비 기금',
  summary: '중장년 가족의 치과 치료비를 도와드려요.',
  benefit: '치과 치료비를 한 해에 한 번 도와드려요.',
  fromAge: 40,
  source: { title: '표본구 이웃돕기 기금 운용 지침 제3조 (지어낸 것)', url: 'https://example.org/fund' },
  why: '구 기금에 새 사업이 생김',
}

let app: App
beforeAll(async () => {
  app = await launchApp({ sample: true })
})
afterEach(() => expect(app.problems()).toEqual([]))
afterAll(() => app.close())

describe.skipIf(process.env.MAJI_JOURNEYS === 'electron')('a catalogue that the office keeps', () => {
  it('goes from real files and a new fund through review and release into the next lookup', async () => {
    const lead = app.page
    await signInAtCounter(lead, '견본팀장')
    const central = await importFiles(lead, join(official, 'bokjiro-xml'))
    expect(central).toMatch(/검토에 올림\s*\d+건/)
    const gov24 = await importFiles(lead, ['serviceList', 'serviceDetail', 'supportConditions'].map(name => join(official, 'gov24', `${name}.json`)))
    expect(gov24).toMatch(/검토에 올림\s*1\d\d건/)
    await addLocalService(lead, fund)

    await showCatalogue(lead, 'review')
    await lead.getByText('다른 담당자가 배포해야 해요').waitFor()
    expect(await lead.getByRole('button', { name: /^배포 / }).count()).toBe(0)

    // Nothing of it is live before a second person has released it.
    const clerk = await app.newSeat()
    await signInAtCounter(clerk, '견본민원')
    await openVisit(clerk, 'move-in')
    await clerk.keyboard.type(dayFromToday(-3).replaceAll('-', ''))
    await goOn(clerk)
    await consent(clerk, { name: '견본마루', how: 'paper' })
    await describeVisitor(clerk, { birth: '1970-05-05', sex: 'male', road: '견본길 41', phone: '010-0000-4101' })
    await saved(clerk)
    await lookUp(clerk)
    expect((await services(clerk, '해당 가능', '먼저 확인')).some(line => line.includes(fund.name))).toBe(false)

    const second = await app.newSeat()
    await signInAtCounter(second, '견본관리')
    const release = await releaseDraft(second, '공식 목록과 구 기금', '기관의 자료와 기금 지침을 확인함')
    expect(release).toMatch(/^2-/)

    await clerk.getByText('새 복지목록이 배포되었어요').waitFor()
    await clerk.getByRole('button', { name: '다시 조회' }).click()
    await clerk.getByText(fund.name).first().waitFor()
    expect((await services(clerk, '해당 가능')).some(line => line.includes(fund.name))).toBe(true)
    expect(await wordsOn(clerk.getByRole('main'))).toContain(release.slice(0, 8))

    await clerk.keyboard.press('Alt+T')
    await clerk.getByRole('region', { name: /10년/ }).or(clerk.getByRole('dialog')).or(clerk.getByRole('heading', { name: /10년/ })).first().waitFor()
    await takePicture(clerk, 'visit-timeline')

    // Kept, to be compared and to be gone back to.
    await showCatalogue(second, 'releases')
    await second.getByText('공식 목록과 구 기금').first().waitFor()
    expect(await wordsOn(second.getByRole('main'))).toMatch(/배포 견본관리/)
  })
})
