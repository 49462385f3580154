/** A running deadline in words: the sentence of the law, and how many days are left when it is near. */
import type { BilingualText } from '../kernel/text.ts'
import type { Speaker } from './speaker.ts'

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
