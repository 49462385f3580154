/** Whom to call: the planner with the direct line, the center, the national line. */
import type { Block, Edition } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import { block } from '../sheet-frame.ts'
import { HOTLINE } from './guide-address.ts'

export const contacts = ({ t }: Speaker, { planner, office }: GuideData): [string, string][] => [
  ...(planner ? [[t('contact.planner'), planner.phone ? t('contact.plannerLine', { name: planner.name, phone: planner.phone }) : planner.name] as [string, string]] : []),
  ...(office?.phone ? [[t('contact.center'), office.phone] as [string, string]] : []),
  [t('contact.crisis'), t('contact.crisisLine')],
]

export const contactBlocks = (says: Speaker, data: GuideData): Block[] =>
  [block.heading(says.t('contact.heading'), 2), block.fields(contacts(says, data))]

/** The same in a line, where the page is needed for what cannot wait; on A5 the hotline's number without its name. */
export function contactLine(says: Speaker, data: GuideData, edition: Edition): Block {
  const all = contacts(says, data)
  const short = edition === 'portable-a5' ? [...all.slice(0, -1), [says.t('contact.crisis'), HOTLINE]] : all
  return block.say(short.map(([who, line]) => `${who} ${line}`).join('  ·  '), 'strong')
}
