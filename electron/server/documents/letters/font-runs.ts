/** Cuts a text into runs by the typeface that has its letters: Pretendard, the one with Hanja, or the one with simplified letters. */
import { BoundedMap } from './bounded-map.ts'
import { keptFont } from './kept-fonts.ts'

export interface FontRun { readonly text: string, readonly font: 'Pretendard' | 'Hanja' | 'Chinese' }

const han = /\p{Script=Han}/u
/** Full stops, commas and brackets as wide as a letter, which belong to the design of the letters beside them. */
const wide = /[\u3000-\u303F\uFF00-\uFFEF]/

let speaking: string = 'ko'

/** Builds what is drawn for readers of a language. Building waits for nothing, so there is never a second one under way. */
export function inLanguage<Built>(language: string, build: () => Built): Built {
  const before = speaking
  speaking = language
  try {
    return build()
  }
  finally {
    speaking = before
  }
}

/** Most texts are one run; names such as 김서준(金瑞俊) are more. One text never mixes two designs of Han letters. */
export function fontRuns(text: string): FontRun[] {
  const special = text.match(beyondPretendard)
  const chinese = special !== null && (speaking.startsWith('zh') || hasSimplified(text))
  const fontOf = (letter: string): FontRun['font'] => chinese && (han.test(letter) || wide.test(letter)) ? 'Chinese' : isForFallback(letter) ? 'Hanja' : 'Pretendard'
  if (text !== '' && !special?.some(letter => fontOf(letter) !== 'Pretendard'))
    return [{ text, font: 'Pretendard' }]
  const runs: { text: string, font: FontRun['font'] }[] = []
  for (const letter of text) {
    const font = fontOf(letter)
    const last = runs.at(-1)
    if (last?.font === font)
      last.text += letter
    else
      runs.push({ text: letter, font })
  }
  return runs
}

/** Letters of China that no Korean typeface has, as in the name 刘伟. */
const hasSimplified = (text: string): boolean =>
  han.test(text) && Array.from(text).some(letter => han.test(letter) && !keptFont('hanja-regular').hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) && keptFont('chinese-regular').hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))

/** Pretendard surely has Latin letters and Hangul, and the word joiner is never drawn. */
const beyondPretendard = /[^\0-\u024F\u2060\uAC00-\uD7A3]/gu

/** Letters beyond those are looked up: a sign that only the second typeface has is drawn with it. */
function isForFallback(letter: string): boolean {
  if (han.test(letter))
    return true
  const known = fallback.get(letter)
  if (known !== undefined)
    return known
  const codePoint = letter.codePointAt(0) ?? 0
  const found = new RegExp(beyondPretendard, 'u').test(letter)
    && !keptFont('pretendard-regular').hasGlyphForCodePoint(codePoint) && keptFont('hanja-regular').hasGlyphForCodePoint(codePoint)
  fallback.set(letter, found)
  return found
}

const fallback = new BoundedMap<string, boolean>(4000)
