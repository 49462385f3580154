/**
 * "What does not apply" (해당되지 않는 것), each in a line with its reason: what a family of this stage of life would ask
 * about, and nobody of it gets. What only another age could have would be a list of everything else.
 *
 * May be left out. After a death it always is: a list of what the family does not get has no place there.
 */
import type { ServiceCard } from '../../eligibility/contract.ts'
import type { ServiceVerdict } from '../../eligibility/verdict.ts'
import type { Block, Edition } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import { block } from '../sheet-frame.ts'
import { usualChoices } from './guide-choices.ts'
import { stageOf } from './guide-entries.ts'
import { nameOf, shownName } from './guide-names.ts'

/** Reasons; a longer list is not read. */
const most: Record<Edition, number> = { 'standard': 6, 'large': 4, 'portable': 6, 'portable-a5': 5, 'one-page': 0 }
/** Services named beside a reason before their number stands for the rest. */
const NAMED = 4

export interface NotForThem {
  readonly reason: string
  readonly services: readonly string[]
}

export function notForThem(speaker: Speaker, data: GuideData): NotForThem[] {
  const { lookup: { verdicts }, services, marks, openlyTold, event } = data
  if (event === 'death' || openlyTold === undefined)
    return []
  const open = new Set(verdicts.filter(({ verdict }) => verdict !== 'unlikely').map(({ serviceId }) => serviceId))
  /** By service, in the order of the lookup; of the reasons of several members the shortest says it best. */
  const told = new Map<string, string>()
  for (const verdict of verdicts) {
    const { serviceId, memberId } = verdict
    const card = services[serviceId]
    const reason = reasonOf(speaker, data, verdict)
    if (!card || !reason || open.has(serviceId) || !openlyTold.has(serviceId) || isMarked(marks, serviceId) || !isOfTheirStage(data, card, memberId))
      continue
    const before = told.get(serviceId)
    told.set(serviceId, before !== undefined && before.length <= reason.length ? before : reason)
  }
  const reasons = new Map<string, string[]>()
  for (const [id, reason] of told)
    reasons.set(reason, [...reasons.get(reason) ?? [], shownName(speaker, services[id]!.name)])
  return [...reasons].map(([reason, names]) => ({ reason, services: names }))
}

/** Of the member's own stage of life, or of anybody's in the household. */
function isOfTheirStage({ members, on }: GuideData, { stages }: ServiceCard, memberId: string | null): boolean {
  return members.some((member) => {
    const stage = memberId === null || member.id === memberId ? stageOf(member, on) : undefined
    return stage !== undefined && !member.diedOn && stages.includes(stage)
  })
}

const isMarked = (marks: GuideData['marks'], id: string): boolean => Object.keys(marks).some(key => key === id || key.startsWith(`${id}/`))

/** What alone made it so; with several reasons the first says enough. Of whoever is gone nothing is said. */
function reasonOf(speaker: Speaker, data: GuideData, { memberId, findings }: ServiceVerdict): string | undefined {
  const member = data.members.find(({ id }) => id === memberId)
  if (member?.diedOn)
    return undefined
  const finding = findings.find(({ outcome }) => outcome === 'not-met')
  const who = nameOf(speaker, data, memberId)
  return finding && (who && data.members.length > 1 ? speaker.t('open.about', { who, sentence: speaker.pick(finding.sentence) }) : speaker.pick(finding.sentence))
}

export function unlikelyBlocks(speaker: Speaker, data: GuideData, edition: Edition): Block[] {
  const { t, list } = speaker
  const reasons = (data.choices ?? usualChoices).unlikely ? notForThem(speaker, data) : []
  const shown = reasons.slice(0, most[edition])
  if (shown.length === 0)
    return []
  const left = reasons.slice(most[edition]).flatMap(({ services }) => services).length
  return [
    block.heading(t('unlikely.heading')),
    block.say(t('unlikely.intro'), 'meta'),
    block.table([t('unlikely.services'), t('unlikely.why')], shown.map(({ reason, services }) => [list(services, NAMED), reason]), [46, 54]),
    ...(left > 0 ? [block.say(t('unlikely.more', { count: left }), 'meta')] : []),
  ]
}
