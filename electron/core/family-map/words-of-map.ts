/** The words of both pictures: captions, names as they are shown, and what the picture says to whoever does not see it. */
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Language } from '../kernel/text.ts'
import type { Helper, MapPerson, MapTie } from '../records/bodies/family-map.ts'
import { maskName } from '../kernel/mask.ts'
import { say } from '../kernel/say.ts'
import { ageOf } from './age-of.ts'

export interface MapWords {
  readonly genogram: { readonly caption: string }
  readonly ecomap: { readonly caption: string, readonly household: string }
  readonly nameOf: (person: MapPerson) => string
  readonly helperName: (helper: Helper) => string
  readonly kindOf: (helper: Helper) => string
  readonly countOf: (members: number) => string
  readonly sayFamily: (map: { readonly people: readonly MapPerson[], readonly ties: readonly MapTie[] }, today: PlainDate) => string
  readonly sayHelpers: (helpers: readonly Helper[]) => string
}

/** Who helps as a person is masked like everybody else; an office keeps its name. */
const persons = new Set<Helper['kind']>(['family', 'friend', 'neighbour'])

export function wordsOfMap(texts: Texts, language: Language): MapWords {
  const t = (key: string, filling: Readonly<Record<string, string | number>> = {}): string => say(texts, language, 'family-map', key, filling)
  const nameOf = ({ name }: MapPerson): string => name ? maskName(name) : t('unnamed')
  const helperName = ({ name, kind }: Helper): string => name ? (persons.has(kind) ? maskName(name) : name) : t(`helpers.${kind}`)
  const personLine = (person: MapPerson, today: PlainDate): string => {
    const age = ageOf(person, today)
    return [
      nameOf(person),
      person.sex ? t(`sex.${person.sex}`) : t('sex.unknown'),
      person.died || person.diedOn ? t('died') : age === undefined ? '' : t('age', { age }),
      person.together ? t('together') : '',
    ].filter(Boolean).join(', ')
  }
  return {
    genogram: { caption: t('genogram.caption') },
    ecomap: { caption: t('ecomap.caption'), household: t('ecomap.household') },
    nameOf,
    helperName,
    kindOf: ({ kind }) => t(`helpers.${kind}`),
    countOf: members => t('count', { members }),
    sayFamily: ({ people, ties }, today) => {
      const called = new Map(people.map(person => [person.id, nameOf(person)]))
      return [
        ...people.map(person => personLine(person, today)),
        ...ties.map(({ from, to, kind }) => t(`says.${kind}`, { from: called.get(from) ?? '', to: called.get(to) ?? '' })),
      ].join('. ')
    },
    sayHelpers: helpers => helpers.length === 0
      ? t('ecomap.nobody')
      : helpers.map(helper => [helperName(helper), t(`helpers.${helper.kind}`), helper.what, t(`strength.${helper.strength}`), t(`flow.${helper.flow}`)].filter(Boolean).join(', ')).join('. '),
  }
}
