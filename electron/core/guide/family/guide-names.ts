/** Names on the family's own paper: the name as the family knows it, or relation and age where there is none. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData, GuideMember } from './guide-data.ts'
import { completedMonths, completedYears } from '../../kernel/dates.ts'
import { stageOf } from './guide-entries.ts'

/** "김하늘", or "자녀 · 만 3세" without names. */
export function shortName(speaker: Speaker, member: GuideMember, on: PlainDate): string {
  return member.name ?? aged(speaker, member, on)
}

/** "김하늘 · 만 82세 · 노년기": the heading of a member's page. The birth day itself is not printed. */
export function fullName(speaker: Speaker, member: GuideMember, on: PlainDate): string {
  const stage = stageOf(member, on)
  const who = aged(speaker, member, on)
  return stage ? speaker.t('member.staged', { who, stage: speaker.t(`stage.${stage}`) }) : who
}

function aged({ t }: Speaker, member: GuideMember, on: PlainDate): string {
  const name = member.name ?? t(`relation.${member.relation}`)
  if (!member.birth)
    return name
  const age = completedYears(member.birth, on)
  return age >= 1 ? t('member.aged', { name, age }) : t('member.aged0', { name, months: Math.max(0, completedMonths(member.birth, on)) })
}

/** Whom an entry is about: a member's short name, or nothing for the household. */
export const nameOf = (speaker: Speaker, { members, on }: GuideData, memberId: string | null): string | undefined => {
  const member = members.find(({ id }) => id === memberId)
  return member && shortName(speaker, member, on)
}

/**
 * A name as it is shown at the counter (서비스, 서류): beside a translation the Korean original stands, for whoever works
 * there knows it by that.
 */
export const shownName = ({ language, pick }: Speaker, name: BilingualText): string =>
  language === 'ko' || pick(name).includes(name.ko) ? pick(name) : `${pick(name)} (${name.ko})`
