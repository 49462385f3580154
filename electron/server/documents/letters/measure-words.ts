/** How wide words are before they are laid out, for what has to be placed by hand: pictures, dots that lead to a number. */
import type { FontRun } from './font-runs.ts'
import type { FontName } from './kept-fonts.ts'
import { fontRuns } from './font-runs.ts'
import { keptFont } from './kept-fonts.ts'

const fileOf = { Pretendard: 'pretendard', Hanja: 'hanja', Chinese: 'chinese' } as const

const faceOf = (font: FontRun['font'], bold: boolean): FontName => `${fileOf[font]}-${bold ? 'bold' : 'regular'}`

/** Points; `ascent` from the foot of the letters to the top of the highest typeface in the text. */
export function measureWords(text: string, bold: boolean, fontSize: number): { readonly width: number, readonly ascent: number } {
  const runs = fontRuns(text).map(run => ({ ...run, face: keptFont(faceOf(run.font, bold)) }))
  return {
    width: runs.reduce((sum, { face, text: letters }) => sum + face.layout(letters).advanceWidth / face.unitsPerEm, 0) * fontSize,
    ascent: Math.max(0, ...runs.map(({ face }) => face.ascent / face.unitsPerEm)) * fontSize,
  }
}
