/** Words on paper: whole words, the right typeface for each letter, labels and marks beside them. */
import type { Column, Content, ContentText } from 'pdfmake/interfaces'
import type { Mark } from '#core/guide/sheet'
import type { Sizes } from '../paper.ts'
import { fontRuns } from '../letters/font-runs.ts'
import { keepWords } from '../letters/keep-words.ts'
import { tagged } from '../pages/structure.ts'
import { ink } from '../paper.ts'
import { markIcon } from './vectors.ts'

/** A text whose Korean words stay whole and whose Hanja are drawn in the typeface that has them. */
export function words(text: string): ContentText {
  const kept = keepWords(text)
  const runs = fontRuns(kept)
  return { text: runs.length <= 1 && (runs[0]?.font ?? 'Pretendard') === 'Pretendard' ? kept : runs.map(run => ({ text: run.text, font: run.font })) }
}

/** Something narrow at the left (a bullet, an icon), a text at its right. */
export const beside = (left: Column, right: ContentText, below: number): Content =>
  tagged('LI', { columns: [tagged('Lbl', left), tagged('LBody', { ...right, width: '*' } as Column)], margin: [0, 0, 0, below] })

export function labelled(label: string, value: Content, sizes: Sizes, labelWidth: number): Content {
  return tagged('P', {
    columns: [
      // The blank is not seen, and keeps the label apart from its value for those who have it read to them.
      { ...words(`${label} `), width: labelWidth, color: ink.meta } as Column,
      { stack: [value], width: '*' },
    ],
    columnGap: 4,
    margin: [0, 0, 0, sizes.gap * 0.35],
  })
}

/** Icon and text in one line; the word that says the state is part of the text, never the colour alone. */
export const marked = (text: ContentText, mark: Mark, size: number): Content => ({
  columns: [
    { canvas: markIcon(mark, size), width: size, margin: [0, size * 0.14, 0, 0] },
    { ...text, width: '*' } as Column,
  ],
  columnGap: size * 0.45,
})
