/** Blocks that the consent copy and the consent form share: what an item says, with its important contents set apart. */
import type { WordingItem } from '../../consent/model.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import { block } from '../sheet-frame.ts'

/**
 * One item of the wording. What must stand out (개인정보 보호법 제22조②, 시행령 제17조③: sensitive items, period,
 * recipients and their purpose) comes first, under its own line and in strong type.
 */
export function itemBlocks({ t }: Speaker, item: WordingItem): Block[] {
  const important: string[] = [
    ...(item.recipients ? [`${t('consent.recipients')}: ${item.recipients}`, `${t('consent.purpose')}: ${item.purpose}`] : []),
    ...(item.item === 'sensitive' ? [`${t('consent.data')}: ${item.data}`] : []),
    `${t('consent.period')}: ${item.period}`,
  ]
  const rest: [string, string][] = [
    ...(item.recipients ? [] : [[t('consent.purpose'), item.purpose] as [string, string]]),
    ...(item.item === 'sensitive' ? [] : [[t('consent.data'), item.data] as [string, string]]),
    [t('consent.refusal'), item.refusal],
  ]
  return [
    block.heading(item.title, 2),
    block.fields(rest),
    block.say(t('consent.important'), 'meta'),
    ...important.map(line => block.say(line, 'strong')),
  ]
}
