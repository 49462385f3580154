import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontRuns } from '#server/documents/letters/font-runs'
import { keepWords, WORD_JOINER } from '#server/documents/letters/keep-words'

const shown = (text: string): string => keepWords(text).replaceAll(WORD_JOINER, '·')

describe('keeping Korean words whole', () => {
  it('joins the syllables of a word, with its particle, number and sign', () => {
    expect(shown('신청하세요')).toBe('신·청·하·세·요')
    expect(shown('월 100,000원을')).toBe('월 1·0·0·,·0·0·0·원·을')
  })

  it('leaves words without Hangul and addresses alone', () => {
    expect(shown('plain words 02-820-1234')).toBe('plain words 02-820-1234')
    expect(shown('https://www.law.go.kr/법령/민법')).toBe('https://www.law.go.kr/법령/민법')
  })

  it('lets a very long word break where its parts meet, and nowhere else', () => {
    const kept = keepWords('기초생활수급자·차상위계층·한부모가족에게')
    expect(kept.split(WORD_JOINER).length).toBeGreaterThan(10)
    expect(kept).toContain('·차')
    expect(kept).not.toContain(`·${WORD_JOINER}차`)
  })

  it('keeps a Korean name whole in a sentence of Chinese, and nothing else of it', () => {
    expect(shown('国民健康保险公团（국민건강보험공단）分公司、政府24网站（정부24）')).toBe('国民健康保险公团（국·민·건·강·보·험·공·단）分公司、政府24网站（정·부·2·4）')
    expect(shown('洞居民中心（동 주민센터）')).toBe('洞居民中心（동 주·민·센·터）')
  })

  it('changes nothing that is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(keepWords(text).replaceAll(WORD_JOINER, '')).toBe(text.normalize('NFC').replaceAll(WORD_JOINER, ''))
    }))
  })
})

describe('the typeface of each letter', () => {
  it('draws Hanja with the typeface that has them', () => {
    expect(fontRuns('김서준(金瑞俊) 님')).toEqual([{ text: '김서준(', font: 'Pretendard' }, { text: '金瑞俊', font: 'Hanja' }, { text: ') 님', font: 'Pretendard' }])
  })

  it('keeps Latin, signs and the tick box in the one typeface', () => {
    expect(fontRuns('Nguyễn Văn · □ 100%').map(({ font }) => font)).toEqual(['Pretendard'])
  })
})
