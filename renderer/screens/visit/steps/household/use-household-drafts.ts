/** Address, contact and since when they live here, while they are typed: three drafts, so that one that is not whole yet holds up no other. */
import type { PlainDate } from '#core/kernel/dates'
import type { Draft } from '../../../../stores/visit-draft'
import { client } from '../../../../client/core-client'
import { useVisit } from '../../../../stores/visit'

export interface AddressDraft { province: string, district: string, dong: string, road: string, detail: string }
export interface ContactDraft { phone: string, callWhen: string }
export interface SinceDraft { inDistrictSince: string | null, inProvinceSince: string | null }

export const looksLikePhone = (text: string): boolean => /^\+?[\d\s-]{8,20}$/.test(text.trim())

export function useAddress(): Draft<AddressDraft> {
  return useVisit().draft<AddressDraft>('address', {
    read: ({ household }) => ({ ...(household?.address ?? { province: '', district: '', dong: '', road: '', detail: '' }) }),
    ready: ({ dong }) => dong.trim() !== '',
    save: (address, { id, seenVersion }) => client.households.save({ visitId: id, seenVersion, address }),
  })
}

export function useContact(): Draft<ContactDraft> {
  return useVisit().draft<ContactDraft>('contact', {
    read: ({ household }) => ({ phone: household?.phone ?? '', callWhen: household?.callWhen ?? '' }),
    ready: ({ phone }) => phone.trim() === '' || looksLikePhone(phone),
    save: ({ phone, callWhen }, { id, seenVersion }) => client.households.save({ visitId: id, seenVersion, phone: phone.trim() || null, callWhen: callWhen.trim() || null }),
  })
}

export function useSince(): Draft<SinceDraft> {
  return useVisit().draft<SinceDraft>('since', {
    read: ({ household }) => ({ inDistrictSince: household?.inDistrictSince ?? null, inProvinceSince: household?.inProvinceSince ?? null }),
    save: ({ inDistrictSince, inProvinceSince }, { id, seenVersion }) => client.households.save({ visitId: id, seenVersion, inDistrictSince: inDistrictSince as PlainDate | null, inProvinceSince: inProvinceSince as PlainDate | null }),
  })
}
