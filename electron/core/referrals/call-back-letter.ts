/** The letter that calls a referral back (회수·파기 요청서): stop, destroy, confirm. 개인정보 보호법 제37조제3항. */
import type { Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { Language } from '../kernel/text.ts'
import type { LetterData } from './letter-parts.ts'
import type { CallBack } from './model.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { fromTo, letterWords, numberOf } from './letter-parts.ts'

export interface CallBackLetterData extends LetterData { readonly callBack: CallBack }

export function callBackLetter(letter: CallBackLetterData, texts: Texts, language: Language, edition: Edition): Sheet {
  const words = letterWords(texts, language)
  const { w, day } = words
  const { office, referral, data, callBack } = letter
  const title = w(`callBack.title.${callBack.what}`)
  return sheetOf(words, { edition, office, title, footer: w('callBack.footer') }, [
    [block.title(title, day(callBack.on)), fromTo(words, letter)],
    [
      block.say(w(`callBack.why.${callBack.why}`)),
      block.fields([
        [w('name'), data.name ?? w('callBack.byNumber', { number: numberOf(referral) })],
        ...(referral.sentOn ? [[w('callBack.sentOn'), day(referral.sentOn)] as const] : []),
        [w('callBack.what'), w(`callBack.about.${callBack.what}`)],
      ]),
      block.heading(w('callBack.please'), 2),
      block.list([w(`callBack.stop.${callBack.what}`), w('callBack.destroy'), w('callBack.confirm')]),
      block.say(w(`callBack.basis.${callBack.why}`), 'meta'),
    ],
    [
      block.heading(w('callBack.slip')),
      block.fields([[w('number'), numberOf(referral)], [w('slip.agency'), referral.agencyName]]),
      block.list([w('callBack.done'), w('callBack.notDone')], true),
      block.fields([[w('callBack.on'), w('slip.line')], [w('callBack.reason'), w('slip.line')], [w('slip.by'), w('slip.line')]]),
    ],
  ])
}
