/** A running deadline in words: the sentence of the law, and how many days are left when it is near. */
import type { RunningDeadline } from '../../eligibility/verdict.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideEntry } from './guide-entries.ts'

/** Beyond so many days nobody counts them. */
const COUNTED = 100

export function deadlineWords({ t, pick }: Speaker, deadline: { readonly sentence: BilingualText, readonly daysLeft: number }): string {
  const sentence = pick(deadline.sentence)
  if (deadline.daysLeft < 0)
    return t('deadlinePassed', { sentence })
  if (deadline.daysLeft === 0)
    return t('deadlineLeft.today', { sentence })
  return t(deadline.daysLeft <= COUNTED ? 'deadlineLeft.days' : 'deadlineLeft.far', { sentence, days: deadline.daysLeft })
}

/** The day alone, where the room is short: "2026-12-21(월)까지 (21일 남음)". One that has passed says the whole sentence. */
export function untilWords(speaker: Speaker, deadline: { readonly sentence: BilingualText, readonly daysLeft: number, readonly lastDay: PlainDate }): string {
  const { daysLeft: days, lastDay } = deadline
  if (days < 0)
    return deadlineWords(speaker, deadline)
  return speaker.t(`until.${days === 0 ? 'today' : days <= COUNTED ? 'days' : 'far'}`, { day: speaker.day(lastDay), days })
}

/** The soonest of a service's last days that has not passed: what is over for one member never hides what runs for another. */
export const soonestDeadline = (entries: readonly GuideEntry[]): RunningDeadline | undefined =>
  entries.flatMap(({ verdict: { deadline } }) => deadline && deadline.daysLeft >= 0 ? [deadline] : []).toSorted((left, right) => left.daysLeft - right.daysLeft)[0]
