/** A page for each member and one for the household: the best services in full, the rest as lines, and the years to come. */
import type { ServiceCard } from '../../eligibility/contract.ts'
import type { ServiceVerdict } from '../../eligibility/verdict.ts'
import type { Block, Edition } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import type { GuideEntry } from './guide-entries.ts'
import { block } from '../sheet-frame.ts'
import { qrOf } from './guide-address.ts'
import { deadlineWords } from './guide-deadline.ts'
import { entriesInFull, isSettled } from './guide-entries.ts'
import { fullName, shownName } from './guide-names.ts'
import { chosenRows, timelineBlocks, yearsOf } from './guide-timeline.ts'

export function memberGroups(speaker: Speaker, data: GuideData, entries: readonly GuideEntry[], edition: Edition): Block[][] {
  const { members, on } = data
  const settled = entries.filter(isSettled)
  const full = entriesInFull(settled, edition)
  const living = members.filter(({ diedOn }) => !diedOn || diedOn > on)
  const years = chosenRows(data, yearsOf[edition])
  const subjects = [...living.map(member => ({ id: member.id as string | null, heading: fullName(speaker, member, on) })), { id: null, heading: speaker.t('household') }]
  const yearsFor = (subject: string | null) => years.filter(({ memberId }) => memberId === subject)
  // What the years rest on is said once, below the last of them.
  const last = subjects.findLast(({ id }) => yearsFor(id).length > 0)
  const note = block.say(speaker.pick(data.ahead.timeline.note), 'meta')
  return [
    ...subjects.flatMap(subject => subjectGroups(
      speaker,
      subject.heading,
      settled.filter(({ verdict }) => verdict.memberId === subject.id),
      full,
      [...timelineBlocks(speaker, data, yearsFor(subject.id)), ...(subject === last ? [note] : [])],
    )),
    ...(settled.length === 0 ? [[block.say(speaker.t('nothing'))]] : []),
  ]
}

/** Nobody has a heading without a service, of today or of the years to come. */
function subjectGroups(speaker: Speaker, heading: string, entries: readonly GuideEntry[], full: ReadonlySet<GuideEntry>, years: Block[]): Block[][] {
  const inFull = entries.filter(entry => full.has(entry)).map(entry => serviceBlock(speaker, entry))
  const rest = restBlocks(speaker, entries.filter(entry => !full.has(entry)), inFull.length > 0)
  const [first, ...others] = [...inFull.map(each => [each]), ...(rest.length > 0 ? [rest] : []), ...(years.length > 0 ? [years] : [])]
  return first ? [[block.heading(heading), ...first], ...others] : []
}

export function serviceBlock(speaker: Speaker, { verdict, card, mark }: GuideEntry): Block {
  const { t, pick } = speaker
  const rows: [string, string][] = [
    ...reasonOf(speaker, { verdict, card, mark }),
    ...(verdict.deadline ? [[t('label.deadline'), deadlineWords(speaker, verdict.deadline)] as [string, string]] : []),
    [t('label.place'), placeAndPhone(speaker, card)],
    [t('label.how'), pick(card.how)],
    ...(verdict.toCheck[0] ? [[t('label.check'), pick(verdict.toCheck[0])] as [string, string]] : []),
  ]
  return {
    kind: 'service',
    name: shownName(speaker, card.name),
    mark: verdict.verdict,
    state: t(card.kind === 'procedure' && verdict.verdict !== 'unlikely' ? `procedure.${verdict.verdict}` : `mark.${verdict.verdict}`),
    ...(mark ? { agreed: t(`agreed.${mark}`) } : {}),
    ...(verdict.amount ? { amount: pick(verdict.amount) } : {}),
    reason: pick(card.summary),
    rows,
    ...qrOf(speaker, card),
  }
}

/** The one finding that says most: one with a margin, else the first that decided. Procedures need no reason. */
function reasonOf({ t, pick }: Speaker, { verdict, card }: GuideEntry): [string, string][] {
  if (card.kind === 'procedure')
    return []
  const deciding = verdict.findings.filter(({ outcome }) => outcome === (verdict.verdict === 'likely' ? 'met' : 'not-known'))
  const finding = deciding.find(({ margin }) => margin !== undefined) ?? deciding[0]
  return finding ? [[t('label.why'), pick(finding.sentence)]] : []
}

function shortState({ t }: Speaker, { verdict, toCheck }: ServiceVerdict, { kind }: ServiceCard): string {
  const state = t(kind === 'procedure' && verdict !== 'unlikely' ? `procedure.${verdict}` : `short.${verdict}`)
  return toCheck.length > 0 && verdict === 'likely' ? t('short.to-check', { state }) : state
}

const placeAndPhone = ({ pick }: Speaker, { applyAt, phone }: ServiceCard): string =>
  phone ? `${pick(applyAt)} · ${phone}` : pick(applyAt)

function restBlocks(speaker: Speaker, entries: readonly GuideEntry[], after: boolean): Block[] {
  const { t, pick } = speaker
  if (entries.length === 0)
    return []
  return [
    ...(after ? [block.say(t('rest.intro'), 'meta')] : []),
    block.table(
      [t('rest.service'), t('rest.mark'), t('rest.where')],
      entries.map(({ card, verdict, mark }) => [
        shownName(speaker, card.name),
        [
          ...(mark ? [t(`agreed.${mark}`)] : []),
          ...(verdict.amount ? [pick(verdict.amount)] : []),
          ...(verdict.deadline ? [deadlineWords(speaker, verdict.deadline)] : []),
          shortState(speaker, verdict, card),
        ].join(' · '),
        placeAndPhone(speaker, card),
      ]),
      [30, 36, 34],
    ),
  ]
}
