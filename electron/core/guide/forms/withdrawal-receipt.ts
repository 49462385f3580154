/** The receipt of a withdrawal (동의 철회 접수증): what was withdrawn and what has become of the data. The name is masked. */
import type { ConsentItem, ConsentView } from '../../consent/model.ts'
import type { Wording } from '../../consent/wording.ts'
import type { Texts } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Language } from '../../kernel/text.ts'
import type { Office } from '../sheet-frame.ts'
import type { Edition, Sheet } from '../sheet.ts'
import { maskName } from '../../kernel/mask.ts'
import { block, sheetOf } from '../sheet-frame.ts'
import { speaker } from '../speaker.ts'

export interface WithdrawalData {
  readonly on: PlainDate
  readonly office: Office
  /** After the withdrawal: its `withdrawn` names what is printed. */
  readonly consent: ConsentView
  /** Until when the household's data is destroyed; `null` unless the consent to collect was withdrawn. */
  readonly destroyOn: PlainDate | null
  readonly wording: Wording
  /** Who received it. */
  readonly staffName: string
}

export function withdrawalReceipt({ on, office, consent, destroyOn, wording, staffName }: WithdrawalData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t, day, list } = says
  const has = (item: ConsentItem): boolean => consent.withdrawn.includes(item)
  const title = t('withdrawal.title')
  const titleOf = (item: ConsentItem): string => wording.items.find(each => each.item === item)?.title ?? item
  return sheetOf(says, { edition, office, title, footer: t('footerConsent', { day: day(on), version: wording.version }) }, [
    [
      block.title(title, day(on)),
      block.say(t('withdrawal.intro')),
      block.fields([
        [t('withdrawal.who'), maskName(consent.signerName)],
        [t('withdrawal.item'), list(consent.withdrawn.map(titleOf))],
        [t('withdrawal.day'), day(on)],
        [t('withdrawal.case'), t(has('collect') ? 'withdrawal.caseEnded' : 'withdrawal.caseGoesOn')],
        ...(has('sensitive') || has('collect') ? [[t('withdrawal.sensitive'), t('withdrawal.sensitiveDestroyed')] as [string, string]] : []),
        ...(has('third-party') || has('collect') ? [[t('withdrawal.third'), t('withdrawal.thirdStopped')] as [string, string]] : []),
        ...(destroyOn ? [[t('withdrawal.destroy'), t('withdrawal.destroyOn', { day: day(destroyOn) })] as [string, string]] : []),
        [t('withdrawal.clerk'), staffName],
      ]),
      block.say(t('withdrawal.again'), 'strong'),
      block.say(t('withdrawal.basis'), 'meta'),
    ],
  ])
}
