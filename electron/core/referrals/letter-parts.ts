/** What the letters to agencies share: who writes to whom, and whose data it is about. */
import type { Office } from '../guide/sheet-frame.ts'
import type { Block } from '../guide/sheet.ts'
import type { Speaker } from '../guide/speaker.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { Language } from '../kernel/text.ts'
import type { ReferralView, SharedData } from './model.ts'
import { block } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'

export interface LetterData {
  readonly on: PlainDate
  readonly office: Office
  readonly referral: ReferralView
  /** What goes along: as it was sent, or of a draft as it would go now. */
  readonly data: SharedData
  /** Who looks after the case. */
  readonly planner: { readonly name: string, readonly phone: string | null } | null
}

export interface LetterWords extends Speaker {
  /** Words of `linking.json` under `paper`. */
  readonly w: (key: string, filling?: Filling) => string
  readonly field: (key: string) => string
  readonly area: (key: string) => string
}

export const letterWords = (texts: Texts, language: Language): LetterWords => ({
  ...speaker(texts, language),
  w: (key, filling) => say(texts, language, 'linking', `paper.${key}`, filling),
  field: key => say(texts, language, 'linking', `fields.${key}`),
  area: key => say(texts, language, 'casework', `areas.${key}`),
})

/** The last eight letters of the id: enough to find a referral by, and nothing about anybody. */
export const numberOf = ({ id }: Pick<ReferralView, 'id'>): string => id.slice(-8).toUpperCase()

export function fromTo({ w, t }: LetterWords, { office, referral, planner }: LetterData): Block {
  const { contact, phone, fax } = referral.agency ?? { contact: '', phone: null, fax: null }
  const to = [referral.agencyName, contact].filter(part => part !== '').join(' · ')
  const reach = [phone && w('phoneOf', { phone }), fax && w('faxOf', { fax })].filter(Boolean).join(' · ')
  const by = planner ? [planner.name, planner.phone].filter(Boolean).join(' · ') : null
  return block.fields([
    [w('to'), to],
    ...(reach === '' ? [] : [[w('toReach'), reach] as const]),
    [w('from'), [t('center', office.name), office.phone].filter(Boolean).join(' · ')],
    ...(by ? [[w('planner'), by] as const] : []),
    [w('number'), numberOf(referral)],
  ])
}

/** What is told, and only what is told. */
export function sharedBlocks({ w, t, day, area, list }: LetterWords, data: SharedData): Block[] {
  const rows: (readonly [string, string])[] = [
    [w('name'), data.name ?? w('nameLater')],
    ...(data.birth || data.sex ? [[w('birth'), [data.birth && day(data.birth), data.sex && w(`sex.${data.sex}`)].filter(Boolean).join(' · ')] as const] : []),
    ...(data.phone ? [[w('phone'), [data.phone, data.callWhen && w('callWhen', { when: data.callWhen })].filter(Boolean).join(' · ')] as const] : []),
    ...(data.address ? [[w('address'), data.address] as const] : []),
    ...(data.needs.length > 0 ? [[w('needs'), list(data.needs.map(area))] as const] : []),
    ...(data.health ? [[w('health'), data.health] as const] : []),
  ]
  return [
    block.fields(rows),
    ...(data.members.length === 0
      ? []
      : [
          block.say(w('members'), 'strong'),
          block.table([w('relation'), w('name'), w('birthDay')], data.members.map(({ relation, name, birth }) => [t(`relation.${relation}`), name, birth ? day(birth) : '']), [20, 40, 40]),
        ]),
  ]
}
