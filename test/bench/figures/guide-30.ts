/**
 * A family guide with thirty services in full, each with its QR code, drawn once the typefaces are warm.
 *
 * Peer: the same words and codes drawn by pdfmake as its manual has it, which parses the typefaces for each document.
 */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Sheet } from '#core/guide/sheet'
import type { Figure } from '../run.ts'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { serviceCards } from '#core/eligibility/service-card'
import { eligibilityTexts } from '#core/eligibility/texts-of-host'
import { familyGuide } from '#core/guide/family-guide'
import { serviceBlock } from '#core/guide/guide-members'
import { speaker } from '#core/guide/speaker'
import { PlainDate } from '#core/kernel/dates'
import { guideDataOf } from '#server/commands/guide'
import { drawSheet, stopDrawing } from '#server/documents/draw-sheet'
import { loadPolicy } from '#server/load-policy'
import { readTexts } from '#server/read-texts'
import { medianMs, rounded } from '../median.ts'

const resources = join(import.meta.dirname, '../../../resources')
const services = 30

export async function measure(): Promise<Figure> {
  const sheet = await guideOfThirty()
  const draw = () => drawSheet(sheet)
  await draw()
  const { pages } = await draw()
  const value = await medianMs(11, draw)
  await stopDrawing()
  plainFonts()
  const drawPlainly = () => pdfmake.createPdf(plainly(sheet)).getBuffer()
  await drawPlainly()
  const peer = await medianMs(5, drawPlainly)
  return { name: 'guide-30', value: rounded(value), unit: `ms (${services} services with QR codes, ${pages} pages)`, peer: 'pdfmake as its manual has it', ratio: rounded(peer / value) }
}

/** The guide's own first page, then thirty different services in full where the counter's guide would shorten. */
async function guideOfThirty(): Promise<Sheet> {
  const [catalogue, texts] = await Promise.all([loadPolicy(join(resources, 'policy')), readTexts(join(resources, 'texts'))])
  const family = HouseholdFacts.parse({
    event: { kind: 'birth', on: '2026-11-10' },
    residence: { province: '서울특별시', district: '동작구' },
    members: [
      { id: 'father', relation: 'head', birth: '1988-05-01', sex: 'male', livingTogether: true, facts: { employment: 'employed' } },
      { id: 'mother', relation: 'spouse', birth: '1990-05-01', sex: 'female', livingTogether: true },
      { id: 'newborn', relation: 'child', birth: '2026-11-10', sex: 'male', livingTogether: true },
      { id: 'grandmother', relation: 'parent', birth: '1950-05-01', sex: 'female', livingTogether: true },
    ],
  })
  const words = eligibilityTexts(texts)
  const lookup = lookUp(family, catalogue, PlainDate.parse('2026-11-22'), words)
  const data = guideDataOf(family, lookup, catalogue, [], words)
  const guide = familyGuide(data, texts, 'ko', 'standard')
  const cards = serviceCards(catalogue, lookup.verdicts.map(({ serviceId }) => serviceId))
  const known = [...new Map(lookup.verdicts.filter(({ serviceId }) => cards[serviceId]?.url).map(verdict => [verdict.serviceId, verdict])).values()]
  const inFull = known.slice(0, services).map(verdict => [serviceBlock(speaker(texts, 'ko'), { verdict, card: cards[verdict.serviceId]!, mark: undefined })])
  if (inFull.length < services)
    throw new Error('The catalogue has fewer services with an address than the figure names.')
  return { ...guide, groups: [...guide.groups.filter(group => group.every(({ kind }) => kind !== 'service')), ...inFull] }
}

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

function plainFonts(): void {
  const folder = join(folderOf('pretendard'), 'dist/public/static/alternative')
  // Said only so that pdfmake gives no advice on standard error between the figures.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(path => path.startsWith(folder))
  pdfmake.setFonts({ Pretendard: { normal: join(folder, 'Pretendard-Regular.ttf'), bold: join(folder, 'Pretendard-Bold.ttf') } })
}

const plainly = ({ groups, footer, title }: Sheet): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: 57,
  info: { title },
  defaultStyle: { font: 'Pretendard', fontSize: 11 },
  footer: (page, pages) => ({ text: `${footer} ${page} / ${pages}`, fontSize: 8, margin: [57, 6] }),
  content: groups.flat().map(plainBlock),
})

const lines = (rows: readonly (readonly string[])[]): Content => ({ layout: 'noBorders', table: { body: rows.map(row => [...row]) } })

function plainBlock(block: Block): Content {
  switch (block.kind) {
    case 'title': return { stack: [{ text: block.text, fontSize: 20, bold: true }, block.sub ?? ''] }
    case 'heading': return { text: block.text, fontSize: 15, bold: true, margin: [0, 8, 0, 4] }
    case 'paragraph': return { text: block.text }
    case 'list': return { ul: [...block.items] }
    case 'action': return { stack: [{ text: `${block.number} ${block.what}`, bold: true }, block.deadline ?? '', block.place, block.phone ?? '', block.bring ?? ''] }
    case 'table': return { table: { widths: block.head.map(() => '*'), body: [block.head.map(text => ({ text, bold: true })), ...block.rows] } }
    case 'service': return {
      columns: [
        { width: '*', stack: [{ text: block.name, bold: true, fontSize: 13 }, block.state, block.reason, { text: block.amount ?? '', bold: true }, lines(block.rows), block.qr ? `${block.qr.caption} ${block.qr.url}` : ''] },
        ...(block.qr ? [{ width: 62, qr: block.qr.url, fit: 62, eccLevel: 'M' as const }] : []),
      ],
      unbreakable: true,
      margin: [0, 0, 0, 12],
    }
    // the manual has no lanes; the peer is given the words alone
    case 'timeline': return { stack: [block.caption, lines(block.lanes.map(({ who, label }) => [who ?? '', label]))] }
    // nor any picture
    case 'drawing': return { text: block.caption }
    case 'fields': return lines(block.rows)
    case 'qr': return { qr: block.url, fit: 62 }
    case 'signature': return { text: `${block.label} ${block.name}` }
    // the figure's guide has none of these
    case 'entry':
    case 'page-list':
    case 'approvals': return ''
    case 'page-break': return { text: '', pageBreak: 'after' }
  }
}
