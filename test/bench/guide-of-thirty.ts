/**
 * The paper that drawing is measured on: the guide of a family with thirty services in full, each with its QR code.
 *
 * Nobody draws the same guide twice, so each run has the services in another order; words and sentences are those of the
 * catalogue, as from one family to the next.
 */
import type { Block, Sheet } from '#core/guide/sheet'
import { join } from 'node:path'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { serviceCards } from '#core/eligibility/service-card'
import { eligibilityTexts } from '#core/eligibility/texts-of-host'
import { familyGuide } from '#core/guide/family/family-guide'
import { serviceBlock } from '#core/guide/family/guide-members'
import { speaker } from '#core/guide/speaker'
import { PlainDate } from '#core/kernel/dates'
import { guideDataOf } from '#server/commands/guide'
import { loadPolicy } from '#server/load-policy'
import { readTexts } from '#server/read-texts'
import { textOfPdf } from '../support/text-of-pdf.ts'

const resources = join(import.meta.dirname, '../../resources')
export const services = 30

/** The guide's own first page, then thirty different services in full where the counter's guide would shorten. */
export async function guideOfThirty(): Promise<Sheet> {
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

/** Another family: the services come in another order. */
export function guideOfAnother({ groups, ...frame }: Sheet, run: number): Sheet {
  const first = groups.length - services
  const [ahead, inFull] = [groups.slice(0, first), groups.slice(first)]
  return { ...frame, groups: [...ahead, ...inFull.map((_, at) => inFull[(at + run * 7) % services]!)] }
}

/** @throws where a PDF leaves out words of the guide: then it was not the same that was drawn */
export async function refuseLess(sheet: Sheet, pdf: Uint8Array, who: string): Promise<void> {
  const text = (await textOfPdf(Buffer.from(pdf).toString('base64'))).normalize('NFC')
  // Word for word, for a text may go over to the next page.
  const lost = [...sheet.groups.flat().flatMap(wordsOf), sheet.center].flatMap(words => words.normalize('NFC').split(/\s+/)).filter(word => !text.includes(word))
  if (lost.length > 0)
    throw new Error(`${who} leaves out ${lost.length} words of the guide, as "${lost[0]}".`)
}

/** All texts of a block that stand on paper. */
function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case 'title': return [block.text, block.sub ?? '']
    case 'heading':
    case 'paragraph': return [block.text]
    case 'list': return block.items
    case 'action': return [block.what, block.deadline ?? '', block.place, block.phone ?? '', block.bring ?? '']
    case 'table': return [...block.head, ...block.rows.flat()]
    case 'service': return [block.name, block.state, block.agreed ?? '', block.amount ?? '', block.reason, ...block.rows.flat(), ...(block.qr ? [block.qr.caption, block.qr.address ?? block.qr.url] : [])]
    case 'timeline': return [block.caption, ...block.lanes.flatMap(({ who, label }) => [who ?? '', label]), ...block.legend.map(({ text }) => text)]
    case 'fields': return block.rows.flat()
    default: return []
  }
}
