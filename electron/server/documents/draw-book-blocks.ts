/** Blocks of a book: a service in a compact box, lines with page numbers, boxes for those who approve. */
import type { Column, Content, ContentText } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { labelled, words } from './draw-words.ts'
import { ink } from './paper.ts'
import { QR_SIDE, qrCode } from './vectors.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export function drawEntry({ name, badge, summary, rows, qr }: Of<'entry'>, { sizes }: Pen): Content {
  const left: Content[] = [
    { text: [{ ...words(name), bold: true, fontSize: sizes.subheading, color: ink.heading }, ...(badge ? [{ ...words(`  [${badge}]`), bold: true }] : [])] as ContentText['text'] },
    { ...words(summary), margin: [0, 1, 0, sizes.gap * 0.5] },
    ...rows.map(([label, value]) => labelled(label, words(value), sizes, sizes.label)),
  ]
  const columns: Column[] = qr ? [{ stack: left, width: '*' }, { stack: [{ canvas: qrCode(qr.url) }], width: QR_SIDE }] : [{ stack: left, width: '*' }]
  return { columns, columnGap: 12, unbreakable: true, margin: [0, 0, 0, sizes.gap * 1.6] } as Content
}

export const drawPageList = ({ rows }: Of<'page-list'>, { sizes }: Pen): Content =>
  ({ stack: rows.map(({ text, level }) => ({ ...words(text), bold: level === 1, margin: [level === 1 ? 0 : sizes.body, 0, 0, sizes.gap * 0.3] as [number, number, number, number] })) })

/** In the upper right, as on papers of an office. */
export const drawApprovals = ({ label, boxes }: Of<'approvals'>, { sizes, width }: Pen): Content => ({
  columns: [
    { text: '', width: '*' },
    {
      width: Math.min(width, 24 + boxes.length * 62),
      table: {
        widths: [14, ...boxes.map(() => 52)],
        heights: [12, 34],
        body: [
          [{ ...words(label), rowSpan: 2, fontSize: sizes.meta, alignment: 'center' }, ...boxes.map(({ title }) => ({ ...words(title), fontSize: sizes.meta, alignment: 'center' as const }))],
          ['', ...boxes.map(({ text }) => ({ ...words(text ?? ''), fontSize: sizes.meta, alignment: 'center' as const }))],
        ],
      },
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => ink.rule, vLineColor: () => ink.rule },
    },
  ],
  margin: [0, 0, 0, sizes.gap],
})
