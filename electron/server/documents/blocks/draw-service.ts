/** The two blocks a family looks for: "what to do now", and a service in full with its QR code. */
import type { Column, Content, ContentText } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Format } from '../paper.ts'
import type { Pen } from './draw-block.ts'
import { tagged } from '../pages/structure.ts'
import { ink } from '../paper.ts'
import { labelled, marked, words } from './draw-words.ts'
import { markInk, QR_SIDE, qrCode } from './vectors.ts'

export function drawAction(action: Extract<Block, { kind: 'action' }>, { sizes, words: said, width, format }: Pen): Content {
  const number = sizes.body * 2.6
  const rows: Content[] = [{ ...words(action.what), bold: true, fontSize: sizes.subheading, color: ink.heading, lineHeight: 1.2, margin: [0, 0, 0, sizes.gap * 0.6] }]
  if (action.deadline)
    rows.push(labelled(said.action.deadline, marked({ ...words(action.deadline), bold: true, color: ink.deadline }, 'deadline', sizes.body), sizes, sizes.label))
  const place: Content[] = [words(action.place), ...(action.phone ? [{ text: '  ·  ' }, words(`${said.action.phone} `), { ...words(action.phone), bold: true }] : [])]
  rows.push(labelled(said.action.place, { text: place }, sizes, sizes.label))
  if (action.bring)
    rows.push(labelled(said.action.bring, words(action.bring), sizes, sizes.label))
  return tagged('Div', {
    table: {
      widths: [number - 12, width - number - 18],
      dontBreakRows: true,
      body: [[{ text: String(action.number), fontSize: sizes.title, bold: true, color: ink.heading, alignment: 'center', lineHeight: 1 }, { stack: rows }]],
    },
    layout: box(format),
    margin: [0, 0, 0, sizes.gap * 1.6],
  })
}

const box = ({ strong, side }: Format) => ({
  hLineWidth: () => strong,
  vLineWidth: (column: number) => column === 1 ? 0 : column === 0 ? side : strong,
  hLineColor: () => ink.heading,
  vLineColor: () => ink.heading,
  paddingLeft: (column: number) => column === 0 ? 6 : 4,
  paddingRight: () => 8,
  paddingTop: () => 7,
  paddingBottom: () => 5,
})

export function drawService(service: Extract<Block, { kind: 'service' }>, { sizes, width }: Pen): Content {
  const left: Content[] = [
    tagged('H3', { ...words(service.name), bold: true, fontSize: sizes.subheading, color: ink.heading, lineHeight: 1.2 }),
    { stack: [markedLine(service, sizes.body)], margin: [0, 1, 0, sizes.gap * 0.5] },
    { ...words(service.reason), margin: [0, 0, 0, sizes.gap * 0.6] },
    ...(service.amount ? [{ ...words(service.amount), bold: true, margin: [0, 0, 0, sizes.gap * 0.6] as [number, number, number, number] }] : []),
    ...service.rows.map(([label, value]) => labelled(label, words(value), sizes, sizes.label)),
  ]
  const columns: Column[] = service.qr
    ? [{ stack: left, width: '*' }, { stack: [tagged('Figure', { canvas: qrCode(service.qr.url) }, `${service.qr.caption} ${service.qr.address ?? service.qr.url}`)], width: QR_SIDE, margin: [0, 3, 0, 0] }]
    : [{ stack: left, width: '*' }]
  return tagged('Sect', {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.4, lineColor: ink.rule }], margin: [0, 0, 0, sizes.gap] },
      { columns, columnGap: 14 },
      ...(service.qr ? [{ text: [words(`${service.qr.caption} `), words(service.qr.address ?? service.qr.url)] as ContentText['text'], fontSize: sizes.meta, color: ink.meta, margin: [0, 2, 0, 0] as [number, number, number, number] }] : []),
    ],
    margin: [0, 0, 0, sizes.gap * 1.8],
  })
}

/** "확인됨 · 오늘 신청해요": icon, the word of the mark in its ink, and what was agreed on. */
function markedLine({ mark, state, agreed }: Extract<Block, { kind: 'service' }>, size: number): Content {
  const said: ContentText = { text: [{ ...words(state), bold: true, color: markInk[mark] }, ...(agreed ? [{ text: '  ·  ' }, { ...words(agreed), bold: true }] : [])] }
  return marked(said, mark, size)
}
