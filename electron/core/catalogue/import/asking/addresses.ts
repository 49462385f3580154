/** Addresses of the publishers' operations. They hold the key: made for one request, never kept, never told. */
import type { Publisher } from '../../../policy/official-record.ts'
import type { PartKind } from '../../formats/reading.ts'

export interface Region { readonly province?: string | undefined, readonly district?: string | undefined }

/** Records of one page: the most that each publisher gives. */
export const pageSize: Readonly<Record<Publisher, number>> = { 'bokjiro-central': 500, 'bokjiro-local': 500, 'gov24': 1000 }

const paths: Readonly<Record<Publisher, Readonly<Partial<Record<PartKind, string>>>>> = {
  'bokjiro-central': { list: 'NationalWelfareInformationsV001/NationalWelfarelistV001', detail: 'NationalWelfareInformationsV001/NationalWelfaredetailedV001' },
  'bokjiro-local': { list: 'LocalGovernmentWelfareInformations/LcgvWelfarelist', detail: 'LocalGovernmentWelfareInformations/LcgvWelfaredetailed' },
  'gov24': { list: 'gov24/v3/serviceList', detail: 'gov24/v3/serviceDetail', conditions: 'gov24/v3/supportConditions' },
}

/** Over the network only with TLS; in the clear only to this very machine. */
export const isSafeAddress = (address: string): boolean =>
  /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[\w./~-]*)?$/i.test(address)
  || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?(?:\/[\w./~-]*)?$/i.test(address)

const withQuery = (address: string, path: string | undefined, key: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const named = Object.entries(query).flatMap(([name, value]) => value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`])
  // The portal hands out each key twice, as it is and escaped; both are pasted.
  const escaped = /%[0-9A-F]{2}/i.test(key) ? key : encodeURIComponent(key)
  return `${address}/${path}?${[`serviceKey=${escaped}`, ...named].join('&')}`
}

export interface Asked { readonly address: string, readonly key: string }

/** @param page from 1 */
export function pageAddress({ address, key }: Asked, publisher: Publisher, part: PartKind, page: number, { province, district }: Region): string {
  const path = paths[publisher][part]
  return publisher === 'gov24'
    ? withQuery(address, path, key, { page, perPage: pageSize.gov24, returnType: 'JSON' })
    : withQuery(address, path, key, {
        ...publisher === 'bokjiro-central' ? { callTp: 'L' } : { ctpvNm: province, sggNm: district },
        pageNo: page,
        numOfRows: pageSize[publisher],
        srchKeyCode: '003',
      })
}

/** One record in detail; only 복지로 has to be asked for each. */
export const detailAddress = ({ address, key }: Asked, publisher: Publisher, id: string): string =>
  withQuery(address, paths[publisher].detail, key, { ...publisher === 'bokjiro-central' ? { callTp: 'D' } : {}, servId: id })
