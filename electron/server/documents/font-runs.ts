/** Cuts a text into runs by the typeface that has its letters: Pretendard, the one with Hanja, or the one with simplified letters. */
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
  const chinese = speaking.startsWith('zh') || hasSimplified(text)
  const runs: { text: string, font: FontRun['font'] }[] = []
  for (const letter of text) {
    const font = chinese && (han.test(letter) || wide.test(letter)) ? 'Chinese' : isForFallback(letter) ? 'Hanja' : 'Pretendard'
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

/** Letters beyond ASCII and Hangul are looked up: a sign that only the second typeface has is drawn with it. */
function isForFallback(letter: string): boolean {
  if (han.test(letter))
    return true
  const codePoint = letter.codePointAt(0) ?? 0
  if (codePoint < 0x250 || codePoint === 0x2060 || (codePoint >= 0xAC00 && codePoint <= 0xD7A3))
    return false
  return !keptFont('pretendard-regular').hasGlyphForCodePoint(codePoint) && keptFont('hanja-regular').hasGlyphForCodePoint(codePoint)
}
