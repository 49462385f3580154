/**
 * What the one search finds: people (by the server: 초성, parts, phone, wrong keyboard mode), cases by the same
 * (a lead's everybody's, a planner's own and the team's), today's visits, services and official records of the catalogue (by the server) and actions. Only the text as it is typed leaves the page, and only to Maji's own server.
 */
import type { FoundEntry } from '#core/eligibility/model'
import type { FoundPerson } from '#core/households/model'
import type { VisitLine } from '#core/intake/model'
import type { Role } from '#core/kernel/contract'
import type { WorklistRow } from '#core/worklist/model'
import { getChoseong } from 'es-hangul'

export interface Found {
  readonly id: string
  readonly kind: 'people' | 'cases' | 'visits' | 'catalogue' | 'actions'
  readonly title: string
  readonly detail: string
  readonly person?: FoundPerson
  readonly entry?: FoundEntry
  /** Where it leads. */
  readonly to?: string
  readonly action?: string
}

export interface Sources {
  readonly people: readonly FoundPerson[]
  readonly cases: readonly WorklistRow[]
  readonly visits: readonly VisitLine[]
  readonly entries: readonly FoundEntry[]
  readonly language: 'ko' | 'en'
  readonly roles: readonly Role[]
}

type Say = (key: string, named?: Record<string, unknown>) => string

const actions = [
  { id: 'move-in', roles: ['clerk', 'planner', 'lead'] },
  { id: 'birth', roles: ['clerk', 'planner', 'lead'] },
  { id: 'death', roles: ['clerk', 'planner', 'lead'] },
  { id: 'counselling', roles: ['clerk', 'planner', 'lead'] },
  { id: 'cases', roles: ['planner', 'lead'], to: '/cases' },
  { id: 'calendar', roles: ['planner', 'lead'], to: '/calendar' },
  { id: 'meetings', roles: ['planner', 'lead'], to: '/meetings' },
  { id: 'handbook', roles: ['planner', 'lead'], to: '/handbook' },
  { id: 'agencies', roles: ['planner', 'lead'], to: '/agencies' },
  { id: 'team', roles: ['lead'], to: '/team' },
  { id: 'office', roles: ['admin', 'lead'], to: '/office' },
  { id: 'me', roles: ['clerk', 'planner', 'lead', 'admin'], to: '/me' },
  { id: 'lock', roles: ['clerk', 'planner', 'lead', 'admin'] },
  { id: 'shortcuts', roles: ['clerk', 'planner', 'lead', 'admin'] },
  { id: 'signOut', roles: ['clerk', 'planner', 'lead', 'admin'] },
] as const satisfies readonly { id: string, roles: readonly Role[], to?: string }[]

/** Part of the words, or their initial consonants (ㅈㅇ for 전입). */
function fits(words: string, asked: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/\s/g, '')
  return bare(words).includes(bare(asked)) || (/^[\u3131-\u314E\s]+$/.test(asked) && bare(getChoseong(words)).includes(bare(asked)))
}

export function searchEverything(asked: string, { people, cases, visits, entries, language, roles }: Sources, say: Say): readonly Found[] {
  const text = asked.trim()
  const eventOf = (event: string) => say(`app.events.${event}`)
  const found: Found[] = people.map(person => ({
    id: `person-${person.personId}`,
    kind: 'people',
    title: person.maskedName,
    detail: [person.maskedBirth, person.maskedPhone, person.dong, say(`app.search.because.${person.because}`), person.hasOpenCase ? say('app.search.openCase') : ''].filter(Boolean).join(' · '),
    person,
  }))
  for (const known of cases) {
    const detail = [eventOf(known.event), known.area || known.dong, say(`app.caseStatus.${known.status}`), known.planner?.name ?? say('app.cases.nobody')].join(' · ')
    if (text !== '')
      found.push({ id: `case-${known.id}`, kind: 'cases', title: known.maskedName, detail, to: `/cases/${known.id}` })
  }
  for (const visit of visits) {
    const title = say('app.counter.ticket', { number: visit.ticket })
    const detail = [eventOf(visit.event), visit.maskedName ?? '', say(`app.visitStatus.${visit.status}`)].filter(Boolean).join(' · ')
    if (text !== '' && fits(`${title} ${visit.ticket} ${detail}`, text))
      found.push({ id: `visit-${visit.id}`, kind: 'visits', title, detail, to: `/visits/${visit.id}` })
  }
  for (const action of actions) {
    const title = say(`app.search.actions.${action.id}`)
    if (action.roles.some(role => roles.includes(role)) && (text === '' || fits(title, text)))
      found.push({ id: `action-${action.id}`, kind: 'actions', title, detail: '', action: action.id, ...('to' in action ? { to: action.to } : {}) })
  }
  for (const entry of entries)
    found.push({ id: `entry-${entry.id}`, kind: 'catalogue', title: entry.name[language], detail: [entry.agency[language], entry.place?.[language]].filter(Boolean).join(' · '), entry })
  return found
}
