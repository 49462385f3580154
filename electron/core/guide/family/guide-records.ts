/**
 * Official services that the clerk marked, in a section of their own: conditions to be checked, nothing claimed.
 *
 * The publisher's words stay as they are, in Korean, cut where paper ends; publisher and date stand with each.
 */
import type { RecordDetails } from '../../eligibility/model.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import { block } from '../sheet-frame.ts'

/** Enough to see whom it is for; the page behind the address has the rest. */
const MOST_LETTERS = 220

export function recordGroups(speaker: Speaker, { records = [], marks }: GuideData): Block[][] {
  const { t } = speaker
  return records.filter(({ discreet }) => !discreet).map((details, at) => [
    ...at === 0 ? [block.heading(t('related.heading')), block.say(t('related.intro'))] : [],
    ...recordBlocks(speaker, details, marks[details.record.id]),
  ])
}

function recordBlocks({ t, pick }: Speaker, { record, place, published }: RecordDetails, mark: string | undefined): Block[] {
  const phone = record.contacts.slice(0, 2).map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join(' · ')
  const rows: [string, string][] = [
    [t('related.agency'), record.agency.includes(place.ko) ? record.agency : `${record.agency} · ${pick(place)}`],
    ...textRow(t('related.forWhom'), record.forWhom ?? record.summary),
    ...textRow(t('related.benefit'), record.benefit),
    ...textRow(t('label.phone'), phone),
    ...textRow(t('related.page'), record.url),
    [t('related.published'), pick(published)],
  ]
  return [
    block.heading(record.name, 2),
    ...mark === 'for-planner' ? [block.say(t('agreed.for-planner'), 'strong')] : [],
    block.fields(rows),
  ]
}

const textRow = (label: string, text: string | undefined): [string, string][] => text ? [[label, cut(text)]] : []

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS).toWellFormed()}…` : line
}
