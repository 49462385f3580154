/** How far each step of a visit is, read off what the server says; only for showing. */
import type { VisitPage } from '#core/intake/contract'
import type { Step } from '#core/intake/model'

export const steps = ['paperwork', 'consent', 'household', 'lookup', 'assignment', 'guide'] as const satisfies readonly Step[]

/** `locked`: opens with the consent to collect. */
export type StepState = 'done' | 'open' | 'attention' | 'waiting' | 'locked'

/** What the resident at the counter answered last; consents come newest first. */
export function visitorConsent({ consents, household }: VisitPage): VisitPage['consents'][number] | undefined {
  const visitor = household?.members.find(member => member.visitor)?.id
  return consents.find(({ personId }) => personId === null || personId === visitor) ?? consents[0]
}

/** Whether the household may be worked with: it is begun, and the consent to collect stands. */
export function mayGoOn(page: VisitPage): boolean {
  const consent = visitorConsent(page)
  return page.household !== null && consent?.answers.collect === true && !consent.withdrawn.includes('collect')
}

const done: { readonly [Name in Step]: (page: VisitPage) => boolean } = {
  paperwork: ({ visit }) => visit.answer !== 'not-asked',
  consent: mayGoOn,
  household: ({ household }) => household !== null && household.members.every(({ birth, diedOn }) => birth || diedOn) && household.address.dong !== '' && household.address.road !== '',
  lookup: ({ marks }) => Object.keys(marks).length > 0,
  assignment: page => page.case !== null,
  guide: ({ handedOver }) => handedOver.some(({ document }) => document === 'family-guide'),
}

const attention: { readonly [Name in Step]?: (page: VisitPage) => boolean } = {
  consent: ({ consents, household }) => consents.some(({ signaturePending }) => signaturePending) || (household?.members.some(({ consent }) => consent === 'pending') ?? false),
  household: ({ household }) => household !== null && household.members.some(({ birth, diedOn }) => !birth && !diedOn),
}

export function stateOf(step: Step, page: VisitPage, current: Step): StepState {
  if (step !== 'paperwork' && step !== 'consent' && !mayGoOn(page))
    return 'locked'
  if (step === 'consent' && page.visit.answer !== 'yes' && page.consents.length === 0)
    return step === current ? 'open' : 'waiting'
  if (step !== current && attention[step]?.(page) && (done[step](page) || step === 'household'))
    return 'attention'
  if (done[step](page))
    return attention[step]?.(page) ? 'attention' : 'done'
  return step === current ? 'open' : 'waiting'
}
