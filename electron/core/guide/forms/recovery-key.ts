/** The recovery key on paper (복구 열쇠): shown once at set-up, printed, put under lock. */
import type { Texts } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Language } from '../../kernel/text.ts'
import type { Office } from '../sheet-frame.ts'
import type { Sheet } from '../sheet.ts'
import { block, sheetOf } from '../sheet-frame.ts'
import { speaker } from '../speaker.ts'

export interface RecoveryKeyData {
  readonly on: PlainDate
  readonly office: Office
  /** In groups, as set-up hands it out; never stored with the sheet. */
  readonly recoveryKey: string
}

/** The key stands in two rows of groups, large enough to be typed from paper. */
export function recoveryKeySheet({ on, office, recoveryKey }: RecoveryKeyData, texts: Texts, language: Language): Sheet {
  const says = speaker(texts, language)
  const { t, day } = says
  const title = t('recovery.title')
  const groups = recoveryKey.split(/[\s-]+/).filter(group => group !== '')
  const half = Math.ceil(groups.length / 2)
  return sheetOf(says, { edition: 'standard', office, title, footer: day(on) }, [
    [
      block.title(title, day(on)),
      block.say(t('recovery.intro')),
      block.heading(t('recovery.key'), 2),
      block.heading(groups.slice(0, half).join('   '), 2),
      block.heading(groups.slice(half).join('   '), 2),
      block.fields([[t('recovery.center'), t('center', office.name)], [t('recovery.day'), day(on)]]),
      block.heading(t('recovery.rules'), 2),
      block.list(['1', '2', '3', '4'].map(rule => t(`recovery.rule.${rule}`))),
      block.fields([[t('recovery.kept'), t('consent.blank')], [t('recovery.keeper'), t('consent.blank')]]),
    ],
  ])
}
