import type { ConsentView } from '#core/consent/model'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordingIn } from '#core/consent/wording'
import { consentCopy } from '#core/guide/forms/consent-copy'
import { consentForm } from '#core/guide/forms/consent-form'
import { recoveryKeySheet } from '#core/guide/forms/recovery-key'
import { withdrawalReceipt } from '#core/guide/forms/withdrawal-receipt'
import { leaflet } from '#core/guide/leaflets/leaflet'
import { Sheet } from '#core/guide/sheet'
import { fileNameOf } from '#core/guide/sheet-for'
import { Instant } from '#core/kernel/dates'
import { ConsentId } from '#core/kernel/ids'
import { loadEventNotes } from '#server/load-event-notes'
import { loadPolicy } from '#server/load-policy'
import { blocksOf, day, office, on, resources, stringsOf, textOf, texts } from '../../support/made-up-family.ts'

const consent: ConsentView = {
  id: ConsentId.parse('01900000-0000-7000-8000-000000000001'),
  personId: null,
  signerName: '김하늘',
  capacity: 'self',
  forName: null,
  answers: { 'collect': true, 'sensitive': false, 'third-party': true },
  withdrawn: [],
  method: 'screen',
  signaturePending: false,
  wordingVersion: '2026-11-22',
  language: 'ko',
  at: Instant.parse('2026-11-22T02:00:00Z'),
  witnessName: '최직원',
  hash: 'a'.repeat(64),
  recipients: ['보기복지관'],
  added: [],
}
const wording = (language: 'ko' | 'en', recipients = ['보기복지관']) => wordingIn(texts, language, recipients)
const languages = ['ko', 'en'] as const

describe.each(languages)('the wording of the consent (%s)', (language) => {
  const { items, version } = wording(language)

  it('states purpose, items, period and the right to refuse for each item, and recipients for third parties', () => {
    expect(items.map(({ item }) => item)).toEqual(['collect', 'sensitive', 'third-party', 'callback'])
    for (const item of items)
      expect([item.title, item.speech, item.purpose, item.data, item.period, item.refusal].every(text => text.length > 5)).toBe(true)
    expect(items.find(({ item }) => item === 'third-party')?.recipients).toBe('보기복지관')
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('says that no resident registration number is taken', () => {
    expect(items[0]?.data).toMatch(language === 'ko' ? /주민등록번호는 받지 않아요/ : /No resident registration number/)
  })

  it('leaves no placeholder open, with and without recipients', () => {
    for (const recipients of [[], ['보기복지관', '보기센터']])
      expect(stringsOf(wording(language, recipients)).join(' ')).not.toMatch(/[{}]/)
  })

  it('never asks for more than the name, number and time for a call', () => {
    expect(items.find(({ item }) => item === 'callback')?.data).toMatch(language === 'ko' ? /^이름, 전화번호, 전화받기 좋은 때/ : /^Name, phone number, when to call/)
  })
})

describe('the copy of the consent', () => {
  const sheet = consentCopy({ on, office, wording: wording('ko'), consents: [{ ...consent, strokes: [[[100, 100, 0], [900, 500, 40]]] }] }, texts, 'ko', 'standard')

  it('says what was asked and what was answered, item by item', () => {
    const answers = blocksOf(sheet, 'paragraph').map(({ text }) => text).filter(text => text.startsWith('답:'))
    expect(answers).toEqual(['답: 동의해요', '답: 동의하지 않아요', '답: 동의해요'])
    for (const item of wording('ko').items.slice(0, 3))
      expect(textOf(sheet)).toContain(item.refusal)
  })

  it('sets recipients, sensitive items and period apart in strong type', () => {
    const strong = blocksOf(sheet, 'paragraph').filter(({ tone }) => tone === 'strong').map(({ text }) => text)
    expect(strong).toContain('받는 곳: 보기복지관')
    expect(strong.filter(text => text.startsWith('보관 기간:'))).toHaveLength(3)
    expect(strong.some(text => text.startsWith('쓰는 내용: 장애 정도'))).toBe(true)
  })

  it('bears the signature as it was drawn, the day in Korea and who witnessed it', () => {
    expect(blocksOf(sheet, 'signature')[0]?.strokes).toHaveLength(1)
    expect(textOf(sheet)).toContain('최직원')
    expect(textOf(sheet)).toContain('2026-11-22(일)')
  })

  it('says what was withdrawn since', () => {
    const later = consentCopy({ on, office, wording: wording('ko'), consents: [{ ...consent, withdrawn: ['third-party'], strokes: null }] }, texts, 'ko', 'standard')
    expect(textOf(later)).toContain('동의했다가 철회했어요')
  })
})

describe('the consent form for the pen', () => {
  it('has boxes for yes and no at each item and carries nothing of anybody', () => {
    const sheet = consentForm({ on, office, wording: wording('ko') }, texts, 'ko', 'standard')
    expect(textOf(sheet).match(/□ 동의해요 {6}□ 동의하지 않아요/g)).toHaveLength(3)
    expect(textOf(sheet)).toContain('주민등록번호는 받지 않아요')
    expect(textOf(sheet)).not.toMatch(/\d{6}-\d{7}|김하늘/)
  })
})

describe('the receipt of a withdrawal', () => {
  const receipt = (withdrawn: ConsentView['withdrawn'], destroyOn: string | null) => textOf(withdrawalReceipt({ on, office, wording: wording('ko'), consent: { ...consent, withdrawn }, destroyOn: destroyOn ? day(destroyOn) : null, staffName: '최직원' }, texts, 'ko', 'standard'))

  it('masks the name', () => {
    expect(receipt(['collect'], '2026-11-27')).toContain('김*늘')
    expect(receipt(['collect'], '2026-11-27')).not.toContain('김하늘')
  })

  it('says until when the data is destroyed once the consent to collect is gone', () => {
    expect(receipt(['collect', 'sensitive', 'third-party'], '2026-11-27')).toContain('2026-11-27(금)까지 지워요')
  })

  it('says that counselling goes on when only one item was withdrawn', () => {
    const text = receipt(['third-party'], null)
    expect(text).toContain('상담은 이어져요')
    expect(text).toContain('더는 다른 기관에 주지 않아요')
    expect(text).not.toContain('까지 지워요')
  })
})

describe('the leaflet of an event', async () => {
  const { services } = await loadPolicy(join(resources, 'policy'))
  const notes = await loadEventNotes(join(resources, 'policy'))
  const of = (event: 'move-in' | 'birth' | 'death' | 'counselling', language: 'ko' | 'en' = 'ko') => leaflet({ on, office, event, services: services.values(), notes }, texts, language, 'standard')

  it.each(['move-in', 'birth', 'death', 'counselling'] as const)('is made of the catalogue and the notes of %s', (event) => {
    const rows = blocksOf(of(event), 'table').flatMap(table => table.rows)
    expect(rows.length).toBeGreaterThan(4)
  })

  it.each(['move-in', 'birth', 'death', 'counselling'] as const)('says nothing in Korean after %s where it is English but the name of a service, as the counter knows it', (event) => {
    const english = JSON.stringify(blocksOf(of(event, 'en'), 'table'))
    expect(english).toMatch(/\(\p{Script=Hangul}+/u)
    expect([...services.values()].reduce((text, { name }) => text.replaceAll(` (${name.ko})`, ''), english)).not.toMatch(/\p{Script=Hangul}{3}/u)
  })

  it('says periods, but no day that only a family could have', () => {
    expect(textOf(of('birth'))).toContain('출생일부터 1개월 이내')
    expect(textOf(of('birth'))).not.toMatch(/\{|20\d\d-\d\d-\d\d까지/)
  })

  it('offers nothing of another district', () => {
    const elsewhere = [...services.values()].filter(({ region }) => region?.district && region.district !== '동작구').map(({ name }) => name.ko)
    expect(elsewhere.length).toBeGreaterThan(0)
    for (const event of ['move-in', 'birth', 'death'] as const)
      expect(elsewhere.filter(name => textOf(of(event)).split('\n').includes(name))).toEqual([])
  })

  it('meets a death with condolence and without a word of how somebody died', () => {
    expect(textOf(of('death'))).toContain('삼가 위로의 말씀을 드립니다')
    expect(textOf(of('death'))).not.toMatch(/축하|환영|자살|!/)
  })
})

describe('the recovery key on paper', () => {
  it('shows every group of the key once and how to keep it', () => {
    const sheet = recoveryKeySheet({ on, office, recoveryKey: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH' }, texts, 'ko')
    expect(blocksOf(sheet, 'heading').map(({ text }) => text)).toContain('AAAA   BBBB   CCCC   DDDD')
    expect(textOf(sheet)).toContain('EEEE   FFFF   GGGG   HHHH')
    expect(sheet.title + sheet.footer).not.toContain('AAAA')
  })
})

describe('every sheet', () => {
  it('fits the contract in both languages', () => {
    for (const language of languages)
      expect(() => Sheet.parse(consentForm({ on, office, wording: wording(language) }, texts, language, 'large'))).not.toThrow()
  })

  it('is named by kind and day, never by a person', () => {
    expect(fileNameOf('family-guide', texts, 'ko', on)).toBe('가족안내서-2026-11-22.pdf')
    expect(fileNameOf('leaflet', texts, 'en', on)).toBe('leaflet-2026-11-22.pdf')
  })

  it('has its texts in both languages', () => {
    const keysOf = (tree: unknown, at = ''): string[] => typeof tree === 'object' && tree !== null ? Object.entries(tree).flatMap(([key, inside]) => keysOf(inside, `${at}.${key}`)) : [at]
    for (const file of ['guide', 'consent'])
      expect(keysOf(texts.en[file])).toEqual(keysOf(texts.ko[file]))
  })
})
