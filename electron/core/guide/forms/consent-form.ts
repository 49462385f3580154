/** The consent form for the pen (동의서 서식): the wording in force, boxes to tick, room to sign. No personal data on it. */
import type { Wording } from '../../consent/wording.ts'
import type { Texts } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Language } from '../../kernel/text.ts'
import type { Office } from '../sheet-frame.ts'
import type { Edition, Sheet } from '../sheet.ts'
import { block, sheetOf } from '../sheet-frame.ts'
import { speaker } from '../speaker.ts'
import { itemBlocks } from './consent-sheets.ts'

export interface ConsentFormData {
  readonly on: PlainDate
  readonly office: Office
  /** From `wordingIn`, in the language of the sheet. */
  readonly wording: Wording
}

export function consentForm({ on, office, wording }: ConsentFormData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t, day } = says
  const title = t('consent.formTitle')
  // The contact for a call is asked on its own, when somebody wants to be called instead.
  const asked = wording.items.filter(({ item }) => item !== 'callback').map(item => [...itemBlocks(says, item), block.say(t('consent.boxes'), 'strong')])
  return sheetOf(says, { edition, office, title, footer: t('footerConsent', { day: day(on), version: wording.version }) }, [
    [block.title(title), block.say(t('consent.formIntro')), block.say(t('consent.noNumber'), 'strong')],
    ...asked.slice(0, -1),
    // Nobody is asked to sign a page on which nothing stands that they agree to.
    [
      ...asked.at(-1) ?? [],
      block.heading(t('consent.signature'), 2),
      block.fields([
        [t('consent.date'), t('consent.paperDate')],
        [t('consent.signer'), t('consent.blank')],
        ['', t('consent.capacityBoxes')],
        [t('consent.forName'), t('consent.blank')],
        [t('consent.witness'), t('consent.blank')],
      ]),
      { kind: 'signature', label: t('consent.signature'), name: ' ' },
      block.say(t('consent.withdraw')),
    ],
  ])
}
