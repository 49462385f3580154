/** The visitor's copy of the consent (동의서 사본): what was asked, what was answered, the signature. */
import type { ConsentItem, ConsentView, Strokes } from '../../consent/model.ts'
import type { Wording } from '../../consent/wording.ts'
import type { Texts } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Language } from '../../kernel/text.ts'
import type { Office } from '../sheet-frame.ts'
import type { Block, Edition, Sheet } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import { seoulDayOf } from '../../kernel/dates.ts'
import { block, sheetOf } from '../sheet-frame.ts'
import { speaker } from '../speaker.ts'
import { itemBlocks } from './consent-sheets.ts'

export interface ConsentCopyData {
  readonly on: PlainDate
  readonly office: Office
  /** Those of this visit, the visitor's first; each with its strokes where it was signed on the screen. */
  readonly consents: readonly (ConsentView & { readonly strokes: Strokes | null })[]
  /** From `wordingIn`, in the language of the sheet. */
  readonly wording: Wording
}

/** Names stand in full: the copy belongs to whoever signed. */
export function consentCopy({ on, office, consents, wording }: ConsentCopyData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t, day } = says
  const title = t('consent.copyTitle')
  const footer = t('footerConsent', { day: day(on), version: wording.version })
  return sheetOf(says, { edition, office, title, footer }, [
    [block.title(title, day(on)), block.say(t('consent.intro'))],
    ...consents.flatMap(consent => consentGroups(says, consent, wording)),
    [block.say(t('consent.withdraw'), 'strong'), block.say(t('consent.noNumber'))],
  ])
}

function consentGroups(says: Speaker, consent: ConsentCopyData['consents'][number], wording: Wording): Block[][] {
  const { t, day } = says
  const named = [...consent.recipients ?? [], ...consent.added.filter(({ withdrawn }) => !withdrawn).map(({ recipient }) => recipient)]
  // The recipients that were read out then, where that is known, and those agreed to since.
  const items = wording.items.filter(({ item }) => item in consent.answers)
    .map(item => item.recipients === undefined || named.length === 0 ? item : { ...item, recipients: named.join(', ') })
  return [
    ...items.map(item => [...itemBlocks(says, item), block.say(`${t('consent.answer')}: ${answerOf(says, consent, item.item as ConsentItem)}`, 'strong')]),
    [
      block.heading(t('consent.signature'), 2),
      block.fields([
        [t('consent.signer'), `${consent.signerName} (${t(`consent.capacity.${consent.capacity}`)})`],
        ...(consent.forName ? [[t('consent.forName'), consent.forName] as [string, string]] : []),
        [t('consent.method'), t(`consent.by.${consent.method}`)],
        [t('consent.at'), day(seoulDayOf(consent.at))],
        [t('consent.witness'), consent.witnessName],
        [t('consent.hash'), consent.hash.slice(0, 16)],
      ]),
      ...(consent.strokes
        ? [{ kind: 'signature', label: t('consent.signature'), name: consent.signerName, strokes: consent.strokes } as Block]
        : consent.signaturePending ? [block.say(t('consent.signaturePending'))] : []),
      ...(consent.wordingVersion === wording.version ? [] : [block.say(t('consent.otherVersion', { version: consent.wordingVersion }), 'meta')]),
    ],
  ]
}

const answerOf = ({ t }: Speaker, { answers, withdrawn }: ConsentView, item: ConsentItem): string =>
  t(withdrawn.includes(item) ? 'consent.withdrawn' : answers[item] ? 'consent.yes' : 'consent.no')
