/** Whom to call: the planner with the direct line, the center, the national line. */
import type { GuideData } from './guide-data.ts'
import type { Block } from './sheet.ts'
import type { Speaker } from './speaker.ts'
import { block } from './sheet-frame.ts'

export const contacts = ({ t }: Speaker, { planner, office }: GuideData): [string, string][] => [
  ...(planner ? [[t('contact.planner'), planner.phone ? t('contact.plannerLine', { name: planner.name, phone: planner.phone }) : planner.name] as [string, string]] : []),
  ...(office?.phone ? [[t('contact.center'), office.phone] as [string, string]] : []),
  [t('contact.crisis'), t('contact.crisisLine')],
]

export const contactBlocks = (says: Speaker, data: GuideData): Block[] =>
  [block.heading(says.t('contact.heading'), 2), block.fields(contacts(says, data))]

/** The same in a line, where the page is needed for what cannot wait. */
export const contactLine = (says: Speaker, data: GuideData): Block =>
  block.say(contacts(says, data).map(([who, line]) => `${who} ${line}`).join('  ·  '), 'strong')
