/** Cuts a text into runs by the typeface that has its letters: Pretendard, or the one with Hanja. */
import { keptFont } from './kept-fonts.ts'

export interface FontRun { readonly text: string, readonly font: 'Pretendard' | 'Hanja' }

const han = /\p{Script=Han}/u

/** Most texts are one run; names such as 김서준(金瑞俊) are more. */
export function fontRuns(text: string): FontRun[] {
  const runs: { text: string, font: FontRun['font'] }[] = []
  for (const letter of text) {
    const font = isForFallback(letter) ? 'Hanja' : 'Pretendard'
    const last = runs.at(-1)
    if (last?.font === font)
      last.text += letter
    else
      runs.push({ text: letter, font })
  }
  return runs
}

/** Letters beyond ASCII and Hangul are looked up: a sign that only the second typeface has is drawn with it. */
function isForFallback(letter: string): boolean {
  if (han.test(letter))
    return true
  const codePoint = letter.codePointAt(0) ?? 0
  if (codePoint < 0x250 || codePoint === 0x2060 || (codePoint >= 0xAC00 && codePoint <= 0xD7A3))
    return false
  return !keptFont('pretendard-regular').hasGlyphForCodePoint(codePoint) && keptFont('hanja-regular').hasGlyphForCodePoint(codePoint)
}
