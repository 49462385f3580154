/** One merged list of what to bring (준비물): each paper once, with the services that need it and where it is issued. */
import type { ServiceCard } from '../../eligibility/contract.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideEntry } from './guide-entries.ts'
import { block } from '../sheet-frame.ts'
import { isSettled } from './guide-entries.ts'
import { shownName } from './guide-names.ts'

export interface MergedPaper {
  readonly name: BilingualText
  readonly issuedAt: BilingualText
  /** In the order of the guide. */
  readonly services: readonly ServiceCard[]
}

/**
 * Papers of whatever the guide says is to be done now (agreed on, likely, or open with a deadline that runs out soon),
 * those that serve most services first. Every action is among them: none is chosen without such an entry.
 */
export function mergePapers(entries: readonly GuideEntry[]): MergedPaper[] {
  const papers = new Map<string, { name: BilingualText, issuedAt: BilingualText, services: Map<string, ServiceCard> }>()
  for (const { card } of entries.filter(isSettled)) {
    for (const { id, name, issuedAt } of card.bring) {
      const paper = papers.get(id) ?? { name, issuedAt, services: new Map() }
      papers.set(id, paper)
      paper.services.set(card.id, card)
    }
  }
  return [...papers.values()]
    .map(({ name, issuedAt, services }) => ({ name, issuedAt, services: [...services.values()] }))
    .toSorted((left, right) => right.services.length - left.services.length)
}

/** Services named beside a paper before their number stands for the rest. */
const NAMED = 3

export function paperBlocks(speaker: Speaker, entries: readonly GuideEntry[]): Block[] {
  const { t, pick, list } = speaker
  const papers = mergePapers(entries)
  if (papers.length === 0)
    return []
  return [
    block.heading(t('papers.heading')),
    block.say(t('papers.intro')),
    block.table(
      [t('papers.paper'), t('papers.services'), t('papers.issued')],
      papers.map(({ name, issuedAt, services }) => [t('papers.boxed', { paper: shownName(speaker, name) }), list(services.map(card => pick(card.name)), NAMED), pick(issuedAt)]),
      [30, 38, 32],
    ),
  ]
}
