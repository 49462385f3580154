/** What may be done next about a referral or an application, and how its state looks; read off the tables of the core. */
import type { ApplicationStatus, ApplicationView } from '#core/applications/model'
import type { ReferralView } from '#core/referrals/model'
import { applicationActions } from '#core/applications/model'
import { referralActions } from '#core/referrals/model'

/** `decline`: who accepted declines after all. */
export type ReferralStep = 'answer' | 'decline' | 'start' | 'end' | 'call-back' | 'remind'
export type ApplicationStep = 'handIn' | 'decide' | 'object' | 'giveUp' | 'note'
export type Look = 'done' | 'waiting' | 'info' | 'unlikely' | 'ask-first'

export const isLate = ({ status, remindOn }: Pick<ReferralView, 'status' | 'remindOn'>, today: string): boolean =>
  status === 'sent' && remindOn !== null && remindOn < today

export function lookOfReferral(referral: ReferralView, today: string): Look {
  switch (referral.status) {
    case 'draft': return 'info'
    case 'sent': return isLate(referral, today) ? 'ask-first' : 'waiting'
    case 'ended': return referral.outcome === 'successful' || referral.outcome === 'partly' ? 'done' : 'unlikely'
    case 'accepted':
    case 'in-service': return 'done'
    default: return 'unlikely'
  }
}

const lookOfStatus = { 'collecting': 'info', 'handed-in': 'waiting', 'approved': 'done', 'rejected': 'unlikely', 'decided-otherwise': 'ask-first', 'objection': 'waiting', 'given-up': 'unlikely' } as const satisfies Record<ApplicationStatus, Look>
export const lookOfApplication = ({ status }: Pick<ApplicationView, 'status'>): Look => lookOfStatus[status]

/** The others after the first, in the words of the dialog. */
export function moreSteps({ status }: Pick<ReferralView, 'status'>): readonly ReferralStep[] {
  const [, ...others] = referralActions[status]
  const steps = (others as readonly string[]).map(action => action === 'answer' ? 'decline' : action).filter(action => action !== 'write') as ReferralStep[]
  return status === 'sent' ? ['remind', ...steps] : steps
}

export function nextOfReferral({ status }: Pick<ReferralView, 'status'>): ReferralStep | 'goOn' | undefined {
  const [first] = referralActions[status] as readonly string[]
  return first === 'send' ? 'goOn' : first as ReferralStep | undefined
}

const steps = { 'hand-in': 'handIn', 'decide': 'decide', 'object': 'object', 'give-up': 'giveUp', 'write': 'note' } as const

/** The next step first; once something was granted there is none that presses. */
export function stepsOfApplication({ status }: Pick<ApplicationView, 'status'>): readonly ApplicationStep[] {
  return applicationActions[status].map(action => steps[action])
}
