/** A short address beside a QR code: one that a person can type, or say on the phone. The whole one is in the code. */
import type { ServiceCard } from '../../eligibility/contract.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Speaker } from '../speaker.ts'

/** So much of a path is typed without a mistake; a longer one is searched for by name. */
const TYPED = 16
/** 보건복지상담센터: answers for every service (the number stands on every guide). */
export const HOTLINE = '129'

/** "bokjiro.go.kr에서 ‘기초연금’ 검색 또는 129 전화", or the address itself where it is short. Searched for in Korean: the pages are. */
export function shortAddress({ t }: Pick<Speaker, 't'>, { url, name, phone }: { readonly url: string, readonly name: BilingualText, readonly phone?: string | undefined }): string {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  const [host = bare] = bare.split(/[/?#]/, 1)
  if (bare.length - host.length <= TYPED)
    return bare
  const search = t('search', { host, name: withoutBrackets(name.ko) })
  return t('searchOrCall', { search, phone: phone ?? HOTLINE })
}

/** Nobody finds a service by what stands in brackets. */
const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)\s*/g, ' ').trim() || name

/** The code of a service with what stands beside it; none without an address. */
export const qrOf = (speaker: Speaker, card: Pick<ServiceCard, 'name' | 'url' | 'phone'>) =>
  card.url ? { qr: { url: card.url, caption: speaker.t('qr'), address: shortAddress(speaker, { url: card.url, name: card.name, phone: card.phone }) } } : {}
