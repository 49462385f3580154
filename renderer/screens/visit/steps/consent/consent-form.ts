/** A consent while it is being asked for; nothing of it is kept anywhere until it is recorded. */
import type { ConsentItem, ConsentMethod, SignerCapacity, Strokes } from '#core/consent/model'
import type { PersonId } from '#core/kernel/ids'
import { useVisit } from '../../../../stores/visit'

export const items = ['collect', 'sensitive', 'third-party'] as const satisfies readonly ConsentItem[]

export interface ConsentForm {
  answers: Partial<Record<ConsentItem, boolean>>
  name: string
  capacity: SignerCapacity
  forName: string
  method: ConsentMethod
  strokes: Strokes
  confirmed: boolean
}

export function useConsentForm(personId: PersonId | undefined, name: string): ConsentForm {
  const visit = useVisit()
  return visit.form<ConsentForm>(`consent:${personId ?? 'visitor'}`, () => ({
    answers: {},
    name,
    capacity: 'self',
    forName: '',
    method: visit.visit?.channel === 'phone' ? 'phone' : 'screen',
    strokes: [],
    confirmed: false,
  }))
}

export type Missing = 'needAnswers' | 'needName' | 'needForName' | 'needSignature' | 'needConfirm'

/** What is still missing before this can be recorded, in the order of the page. */
export function missingIn({ answers, name, capacity, forName, method, strokes, confirmed }: ConsentForm): Missing[] {
  if (items.some(item => answers[item] === undefined))
    return ['needAnswers']
  if (answers.collect === false)
    return []
  return [
    ...(name.trim() === '' ? ['needName' as const] : []),
    ...(capacity !== 'self' && forName.trim() === '' ? ['needForName' as const] : []),
    ...(method === 'screen' && strokes.length === 0 ? ['needSignature' as const] : []),
    ...(method !== 'screen' && !confirmed ? ['needConfirm' as const] : []),
  ]
}
