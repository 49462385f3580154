/**
 * The further languages of paper (`resources/texts/<code>` beside Korean and English) say everything, and nothing of what is gone.
 *
 * A language says itself in `language.json` whether it is complete; one that is still being written may lack sentences,
 * which are then said in English, and keep what was said before, but what it has must be right.
 */
import type { Translation } from '#core/guide/languages/translation'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEventNotes } from '#server/load-event-notes'
import { loadPolicy } from '#server/load-policy'
import { readTexts } from '#server/read-texts'
import { readTranslations } from '#server/read-translations'
import { firstOf, gapsOf, isComplete } from '../support/language-gaps'

const resources = join(import.meta.dirname, '../../resources')
const translations = await readTranslations(join(resources, 'texts'))
const { ko } = await readTexts(join(resources, 'texts'))
const { services, parameters, documents } = await loadPolicy(join(resources, 'policy'))
const data = [services, parameters, documents, await loadEventNotes(join(resources, 'policy'))]

describe.each([...translations.values()])('$code, $name', (translation) => {
  const gaps = gapsOf(translation, ko, data)

  it('has the name by which it calls itself', () => {
    expect(translation.name).not.toBe(translation.code)
  })

  it('keeps the places that are filled in, none lost and none added', () => {
    expect(firstOf(gaps.places)).toEqual([])
  })

  it('has Korean letters only in brackets, where a name must be found', () => {
    expect(firstOf(gaps.korean)).toEqual([])
  })

  it.runIf(isComplete(translation))('translates nothing that is not said any more', () => {
    expect(firstOf(gaps.stale)).toEqual([])
  })

  it.runIf(isComplete(translation))('leaves out nothing that comes onto paper', () => {
    expect(firstOf(gaps.missing)).toEqual([])
  })
})

describe('a language that is not in order', () => {
  const original = { ko: '매달 {amount}을 드려요', en: '{amount} a month' }
  const given = (texts: Translation['texts'], words: Translation['words']) =>
    gapsOf({ code: 'zh', name: '中文', texts, words }, { guide: { qr: '자세히 보기:', more: '외 {count}개' } }, [new Map([['one', { name: original }]])])

  it('is named with every sentence that it lacks', () => {
    expect(given({ guide: { qr: '' } }, {}).missing).toEqual(['guide: qr', 'guide: more', `words: ${original.ko}`])
  })

  it('is named where it translates what is gone', () => {
    expect(given({ guide: { gone: '没有' } }, { 옛말: '旧' }).stale).toEqual(['guide: gone', 'words: 옛말'])
  })

  it('is named where a place is lost or added', () => {
    expect(given({ guide: { qr: '{url}', more: '等' } }, { [original.ko]: '每月{amount}' }).places).toEqual(['guide: qr', 'guide: more'])
  })

  it('is named where Korean was left standing outside of brackets', () => {
    expect(given({ guide: { qr: '더 보기', more: '居民中心（주민센터）等{count}个' } }, {}).korean).toEqual(['guide: qr'])
  })
})
