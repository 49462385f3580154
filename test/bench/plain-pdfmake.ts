/** The guide in pdfmake's terms as its manual has them: the same words, tables and codes, nothing beyond the manual's own means. */
import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Sheet, SheetWords } from '#core/guide/sheet'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'

export const fontFolder = join(dirname(createRequire(import.meta.url).resolve('pretendard/package.json')), 'dist/public/static/alternative')

export function setPlainFonts(): void {
  // Said only so that pdfmake gives no advice on standard error between the figures.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(path => path.startsWith(fontFolder))
  pdfmake.setFonts({ Pretendard: { normal: join(fontFolder, 'Pretendard-Regular.ttf'), bold: join(fontFolder, 'Pretendard-Bold.ttf') } })
}

export const drawPlainly = (sheet: Sheet): Promise<Uint8Array> => pdfmake.createPdf(plainly(sheet)).getBuffer()

const plainly = ({ groups, footer, title, center, words }: Sheet): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: 57,
  info: { title },
  defaultStyle: { font: 'Pretendard', fontSize: 11, lineHeight: 1.28 },
  header: { text: center, fontSize: 9, bold: true, margin: [57, 36] },
  footer: (page, pages) => ({ text: `${footer} ${page} / ${pages}`, fontSize: 8, margin: [57, 6] }),
  content: groups.map(group => ({ stack: group.map(block => plainBlock(block, words)) })),
})

const labelled = (rows: readonly (readonly string[])[]): Content[] =>
  rows.map(([label = '', value = '']) => ({ columns: [{ text: label, width: 58, color: '#464c53' }, { text: value, width: '*' }], columnGap: 4 }))

function plainBlock(block: Block, { action: said }: SheetWords): Content {
  switch (block.kind) {
    case 'title': return { stack: [{ text: block.text, fontSize: 21, bold: true }, { text: block.sub ?? '', fontSize: 9 }] }
    case 'heading': return { text: block.text, fontSize: block.level === 1 ? 15 : 12.5, bold: true, margin: [0, 8, 0, 4] }
    case 'paragraph': return { text: block.text, bold: block.tone === 'strong', margin: [0, 0, 0, 5] }
    case 'list': return { ul: [...block.items] }
    case 'action': return {
      table: {
        widths: [20, '*'],
        body: [[{ text: String(block.number), fontSize: 21, bold: true }, { stack: [{ text: block.what, bold: true, fontSize: 12.5 }, ...labelled([[said.deadline, block.deadline ?? ''], [said.place, `${block.place}  ·  ${said.phone} ${block.phone ?? ''}`], [said.bring, block.bring ?? '']])] }]],
      },
    }
    case 'table': return { table: { headerRows: 1, dontBreakRows: true, widths: block.head.map(() => '*'), body: [block.head.map(text => ({ text, bold: true, fontSize: 9 })), ...block.rows.map(row => row.map(text => ({ text, fontSize: 9.7 })))] }, layout: 'lightHorizontalLines' }
    case 'service': {
      const left: Column = { width: '*', stack: [{ text: block.name, bold: true, fontSize: 12.5 }, { text: [{ text: block.state, bold: true }, block.agreed ? `  ·  ${block.agreed}` : ''] }, block.reason, { text: block.amount ?? '', bold: true }, ...labelled(block.rows)] }
      return {
        stack: [
          { columns: block.qr ? [left, { width: 62, qr: block.qr.url, fit: 62, eccLevel: 'M' }] : [left], columnGap: 14 },
          ...(block.qr ? [{ text: `${block.qr.caption} ${block.qr.address ?? block.qr.url}`, fontSize: 9 }] : []),
        ],
        unbreakable: true,
        margin: [0, 0, 0, 9],
      }
    }
    // The manual has no lanes; the peer is given their words alone.
    case 'timeline': return { stack: [{ text: block.caption, fontSize: 9 }, { layout: 'noBorders', table: { widths: [120, '*'], body: block.lanes.map(({ who, label }) => [who ?? '', label]) } }, ...block.legend.map(({ text }) => ({ text, fontSize: 9 }))] }
    // Nor any picture; the measured guide has none.
    case 'drawing': return { text: block.caption }
    case 'fields': return { stack: labelled(block.rows) }
    case 'qr': return { qr: block.url, fit: 62 }
    case 'signature': return { text: `${block.label} ${block.name}` }
    // Nor any of these.
    case 'entry':
    case 'page-list':
    case 'approvals': return ''
    case 'page-break': return { text: '', pageBreak: 'after' }
  }
}
