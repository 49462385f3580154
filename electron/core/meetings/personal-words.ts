/**
 * Whether somebody of a household can be recognised in a text that is meant for outside: names, numbers, address, birth days.
 *
 * It errs on the safe side: a given name that is also an ordinary word is found too.
 */
import type { Store } from '../host.ts'
import type { ItemDraft, PersonalKind } from './model.ts'
import { PersonalKind as Kind } from './model.ts'

export interface KnownWords {
  readonly names: readonly string[]
  readonly births: readonly string[]
  readonly phones: readonly string[]
  readonly addresses: readonly string[]
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, '').toLowerCase()
const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Whole names, and what people are called by: the given name of a Korean name, each long part of another. */
function partsOf(name: string): string[] {
  const whole = bare(name)
  const hangul = /^[가-힣]{3,}$/.test(whole)
  return [whole, ...hangul ? [whole.slice(1)] : name.toLowerCase().split(/\s+/).filter(part => part.length >= 3)].filter(part => part.length >= 2)
}

export async function readKnownWords(db: Store, householdId: string): Promise<KnownWords> {
  const household = await db.selectFrom('household').select(['road', 'detail', 'phone']).where('id', '=', householdId).executeTakeFirst()
  const persons = await db.selectFrom('person').select(['name', 'birth']).where('household_id', '=', householdId).execute()
  return {
    names: persons.flatMap(({ name }) => partsOf(name)),
    births: persons.flatMap(({ birth }) => birth ? [birth] : []),
    phones: household?.phone ? [digitsOf(household.phone)] : [],
    addresses: [household?.road ?? '', household?.detail ?? ''].map(bare).filter(part => part.length >= 3),
  }
}

/** 1944-05-01 as it is written: 19440501, 440501, 1944.5.1., 1944년 5월 1일. */
function tellsBirth(text: string, birth: string): boolean {
  const [year = '', month = '', day = ''] = birth.split('-')
  const separated = new RegExp(`(?:${year}|${year.slice(2)})\\D{1,3}0?${Number(month)}\\D{1,3}0?${Number(day)}(?!\\d)`)
  return separated.test(text) || digitsOf(text).includes(`${year.slice(2)}${month}${day}`)
}

export function personalIn(text: string, known: KnownWords): PersonalKind[] {
  const whole = bare(text)
  const digits = digitsOf(text)
  const found: Record<PersonalKind, boolean> = {
    'name': known.names.some(name => whole.includes(name)),
    'phone': known.phones.some(phone => phone.length >= 7 && digits.includes(phone.slice(-8))) || /(?:^|\D)0\d{1,2}[\s.-]?\d{3,4}[\s.-]?\d{4}(?!\d)/.test(text),
    'address': known.addresses.some(part => whole.includes(part)),
    'birth': known.births.some(birth => tellsBirth(text, birth)),
    'id-number': /\d{6}\s?-?\s?\d{7}(?!\d)/.test(text),
  }
  return Kind.options.filter(kind => found[kind])
}

const textsOf = (draft: ItemDraft): Record<'question' | 'discussion' | 'forOutside' | 'why' | 'roles' | 'tasks', string> => ({
  question: draft.question,
  discussion: draft.discussion,
  forOutside: draft.forOutside,
  why: draft.why,
  roles: [draft.lead.who, ...draft.roles.flatMap(({ who, what }) => [who, what])].join(' | '),
  tasks: draft.tasks.flatMap(({ who, what }) => [who, what]).join(' | '),
})

/** The fields of a draft in which somebody can be recognised, with what. */
export function personalInDraft(draft: ItemDraft, known: KnownWords): Partial<Record<keyof ReturnType<typeof textsOf>, PersonalKind[]>> {
  return Object.fromEntries(Object.entries(textsOf(draft)).map(([field, text]) => [field, personalIn(text, known)] as const).filter(([, kinds]) => kinds.length > 0))
}
