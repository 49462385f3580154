/**
 * Where a record exists. Another region's record is never shown as ours, and what cannot be placed is not shown
 * unless it is searched for.
 *
 * 복지로 names province and district. 정부24 has no field for it, only the agency: a ministry or a national institution
 * serves the whole country, "서울특별시 동작구" its district, "서울특별시금천구시설관리공단" 금천구. A foundation or a
 * public corporation of a city ("구리도시공사", "재단법인동대문문화재단") does not say enough: `unclear`.
 */
import type { OfficialRecord } from '../../policy/official-record.ts'

export type RecordPlace
  = | { readonly reach: 'country' }
    | { readonly reach: 'unclear' }
    | { readonly reach: 'province', readonly province: string }
    | { readonly reach: 'district', readonly province: string, readonly district: string }

/** Names as they were before 2023, 2024 and 2026-07-01 (전남광주통합특별시), still in use in addresses and records. */
const newNames: Readonly<Record<string, string>> = {
  강원도: '강원특별자치도',
  전라북도: '전북특별자치도',
  제주도: '제주특별자치도',
  전라남도: '전남광주통합특별시',
  광주광역시: '전남광주통합특별시',
  세종시: '세종특별자치시',
}
export const currentProvince = (name: string): string => newNames[name] ?? name

/** Districts of Seoul whose name no other city of the country has: 중구 and 강서구 are not among them. */
const onlyInSeoul = ['강남구', '강동구', '강북구', '관악구', '광진구', '구로구', '금천구', '노원구', '도봉구', '동대문구', '동작구', '마포구', '서대문구', '서초구', '성동구', '성북구', '송파구', '양천구', '영등포구', '용산구', '은평구', '종로구', '중랑구']

/** 부·처·청·위원회 of the state. */
const ministry = /^[가-힣]{2,14}(?:[부처청]|위원회)$/
const localOffice = /(?:[시군구도]|교육|교육지원)청$/
/** Institutions of the whole country: by the first word of their name, and those that have another. */
const national = /^(?:재단법인|\(재\))?(?:한국|국립|국가|국민|대한|근로복지|건강보험|신용보증기금|기술보증기금|신용회복|중소벤처기업진흥|소상공인시장진흥|건설근로자공제회|북한이탈주민지원재단|축산물품질평가원|서울올림픽기념국민체육진흥공단|사회보장)/
/** The district in front of the name of its corporation: "금천구시설관리공단". */
const gluedDistrict = /^\s*([가-힣]{1,4}?[시군구])(?=[가-힣]{2})/

export function placeOf({ province, district, publisher, agency }: OfficialRecord): RecordPlace {
  // an office of education (교육청) serves its whole province
  if (province !== undefined && district !== undefined && !district.endsWith('교육청'))
    return { reach: 'district', province: currentProvince(province), district }
  if (publisher !== 'gov24')
    return province !== undefined ? { reach: 'province', province: currentProvince(province) } : publisher === 'bokjiro-central' ? { reach: 'country' } : { reach: 'unclear' }
  const name = agency.trim().replace(/^(?:\(재\)|재단법인)\s*/, '')
  return province === undefined ? placeWithoutProvince(name) : placeWithin(province, name)
}

function placeWithin(province: string, name: string): RecordPlace {
  const rest = name.startsWith(province) ? name.slice(province.length) : ''
  const glued = gluedDistrict.exec(rest)?.[1]
  if (glued !== undefined && !rest.startsWith('교육청'))
    return { reach: 'district', province: currentProvince(province), district: glued }
  return { reach: 'province', province: currentProvince(province) }
}

function placeWithoutProvince(name: string): RecordPlace {
  const district = onlyInSeoul.find(own => name.startsWith(own))
  if (district !== undefined)
    return { reach: 'district', province: '서울특별시', district }
  return (ministry.test(name) && !localOffice.test(name)) || national.test(name) ? { reach: 'country' } : { reach: 'unclear' }
}
