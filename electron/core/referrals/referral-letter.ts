/**
 * The letter to an agency (서비스 의뢰서) with a slip to send back (회신서).
 *
 * It carries what the family agreed to and nothing else; the slip carries a number instead of a name, for it goes by fax.
 */
import type { Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Language } from '../kernel/text.ts'
import type { LetterData } from './letter-parts.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { fromTo, letterWords, numberOf, sharedBlocks } from './letter-parts.ts'
import { DeclineReason, ReferralOutcome } from './model.ts'

export interface ReferralLetterData extends LetterData {
  /** The day of the consent that names this agency; null: to a public one, by statute. */
  readonly consentedOn: PlainDate | null
}

export function referralLetter(letter: ReferralLetterData, texts: Texts, language: Language, edition: Edition): Sheet {
  const words = letterWords(texts, language)
  const { w, day, field, area } = words
  const { on, office, referral, data, consentedOn } = letter
  const { body, status, remindOn } = referral
  const title = w('referral.title')
  const sub = status === 'draft' ? w('draft') : day(referral.sentOn ?? on)
  return sheetOf(words, { edition, office, title, footer: w('referral.footer') }, [
    [block.title(title, sub), fromTo(words, letter), block.say(w('referral.intro'))],
    [
      block.heading(w('referral.what')),
      block.fields([
        [w('field'), body.need ? `${field(body.field)} · ${area(body.need)}` : field(body.field)],
        [w('asked'), body.asked],
        ...(body.why === '' ? [] : [[w('why'), body.why] as const]),
      ]),
    ],
    [
      block.heading(w('referral.who')),
      ...sharedBlocks(words, data),
      block.say(consentedOn ? w('referral.byConsent', { day: day(consentedOn) }) : w('referral.byStatute')),
      block.say(w('referral.destroy'), 'strong'),
    ],
    // A page of its own: it goes back by fax, without the name on the pages before.
    [{ kind: 'page-break' }],
    [
      block.heading(w('slip.title')),
      block.say(remindOn ? w('slip.introUntil', { day: day(remindOn) }) : w('slip.intro')),
      block.fields([[w('number'), numberOf(referral)], [w('slip.agency'), referral.agencyName]]),
      block.list([w('slip.accepted'), w('slip.declined')], true),
      block.say(w('slip.reason'), 'strong'),
      block.list(DeclineReason.options.filter(code => code !== 'no-answer').map(code => w(`slip.reasons.${code}`)), true),
    ],
    // Where the slip takes two pages, whoever fills it in signs below what came of it.
    [
      block.say(w('slip.outcome'), 'strong'),
      block.list(ReferralOutcome.options.map(outcome => w(`slip.outcomes.${outcome}`)), true),
      block.fields([[w('slip.by'), w('slip.line')], [w('slip.words'), w('slip.line')]]),
    ],
  ])
}
