/** From which day a deadline of a service runs, for this member: whose birth, which death, which loss of work. */
import type { PlainDate } from '../kernel/dates.ts'
import type { Deadline } from '../policy/deadline.ts'
import type { Answer, PreparedHousehold, PreparedMember } from './prepare-household.ts'
import { factIndex } from './fact-table.ts'

const asDay = (answer: Answer): PlainDate | undefined => typeof answer === 'string' ? answer as PlainDate : undefined

/** Below this age somebody is the child who was born, from it on the parent. */
const parentsAge = 12

/** @returns `undefined` while the day is not known, or nothing of the kind has happened */
export function startingDay({ from }: Deadline, member: PreparedMember | null, household: PreparedHousehold): PlainDate | undefined {
  const { event } = household.source
  switch (from) {
    case 'birth': return dayOfBirth(member, household)
    case 'death':
    case 'end-of-month-of-death':
    case 'learning-of-death': return event?.kind === 'death' && event.on ? event.on : lastDeath(household)
    case 'move-in': return event?.kind === 'move-in' ? event.on : undefined
    case 'job-loss': return member ? asDay(member.answers[factIndex['lost-job-on']]) : latest(household.family.map(({ answers }) => asDay(answers[factIndex['lost-job-on']])))
    case 'contract': return asDay(household.answers[factIndex['lease-contract-on']])
  }
}

/** The child's own birth day; for a parent and for the household the birth that was reported, or the youngest's. */
function dayOfBirth(member: PreparedMember | null, { source, members }: PreparedHousehold): PlainDate | undefined {
  if (member && member.years < parentsAge)
    return member.birth
  const gaveBirthOn = member && asDay(member.answers[factIndex['gave-birth-on']])
  if (gaveBirthOn)
    return gaveBirthOn
  if (source.event?.kind === 'birth' && source.event.on)
    return source.event.on
  return latest(members.filter(({ years }) => years < 1).map(({ birth }) => birth))
}

function lastDeath({ source: { members }, on }: PreparedHousehold): PlainDate | undefined {
  return latest(members.map(({ diedOn }) => diedOn && diedOn <= on ? diedOn : undefined))
}

const latest = (days: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  days.reduce((later, day) => day && (!later || day > later) ? day : later, undefined)
