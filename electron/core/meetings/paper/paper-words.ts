/** The words of agenda and minutes on paper, in one language. */
import type { Speaker } from '../../guide/speaker.ts'
import type { Texts } from '../../host.ts'
import type { Filling } from '../../kernel/say.ts'
import type { Language } from '../../kernel/text.ts'
import type { Meeting } from '../model.ts'
import type { Profile } from '../outside/outside-item.ts'
import { speaker } from '../../guide/speaker.ts'
import { say } from '../../kernel/say.ts'

export interface PaperWords extends Speaker {
  readonly m: (key: string, filling?: Filling) => string
  readonly track: (track: string) => string
  readonly stage: (stage: string) => string
  readonly area: (area: string) => string
  readonly ageBand: (band: number | null) => string
  /** "60대, 1인가구". */
  readonly traits: (profile: Pick<Profile, 'ageBand' | 'householdTypes'>) => string
  /** "건강 3, 경제 2". */
  readonly needs: (needs: readonly { readonly area: string, readonly level: number | null }[]) => string
  readonly when: (meeting: Pick<Meeting, 'day' | 'starts' | 'minutes'>) => string
}

export function paperWords(texts: Texts, language: Language): PaperWords {
  const says = speaker(texts, language)
  const m: PaperWords['m'] = (key, filling) => say(texts, language, 'meetings', key, filling)
  const casework = (key: string): string => say(texts, language, 'casework', key)
  const ageBand: PaperWords['ageBand'] = band => band === null ? m('ageUnknown') : m(band === 0 ? 'ageUnder' : band === 80 ? 'ageOver' : 'ageBand', { band: band ?? 0 })
  return {
    ...says,
    m,
    track: track => casework(`tracks.${track}`),
    stage: stage => casework(`stages.${stage}`),
    area: area => casework(`areas.${area}`),
    ageBand,
    traits: ({ ageBand: band, householdTypes }) => [ageBand(band), ...householdTypes.map(type => m(`types.${type}`))].join(', '),
    needs: needs => needs.flatMap(({ area, level }) => level ? [`${casework(`areas.${area}`)} ${level}`] : []).join(', '),
    when: ({ day, starts, minutes }) => m('paper.when', { day: says.day(day), starts, minutes }),
  }
}
