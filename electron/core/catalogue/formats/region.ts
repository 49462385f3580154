/** Where a local service exists, from the name of whoever gives it. */

/** 시·도: cities and self-governing ones by their ending, for their names change (전남광주통합특별시, 2026); 도 by name. */
const province = /^([가-힣]{1,8}?(?:특별자치시|특별자치도|광역시|특별시)|(?:경기|강원|제주|(?:충청|전라|경상)[남북])도)/
const district = /^[가-힣]{1,8}[시군구](?: [가-힣]{1,8}구)?$/

/** "광진구시설관리공단": a body that begins with the name of its city or district. Not "구리도시공사", which begins with half of one. */
const localBody = /^([가-힣]{1,4}?[시군구])(?:시설관리공단|도시관리공단|청소년재단|복지재단|문화재단|장학재단|장학회|인재육성재단|인재양성재단|미래재단)/

export interface Region { readonly province?: string, readonly district?: string }

export const provinceOf = (text: string): string | undefined => province.exec(text.trim())?.[1]

/** "서울특별시 동작구" → both; "경기도 수원시 장안구" keeps "수원시 장안구" as the district; "서울특별시교육청" → the province. */
export function regionOf(agency: string): Region {
  const name = agency.trim().replace(/^(?:\(재\)|재단법인)\s*/, '')
  const found = provinceOf(name)
  if (found === undefined) {
    const body = localBody.exec(name)?.[1]
    return body === undefined ? {} : { district: body }
  }
  const rest = name.slice(found.length)
  return rest.startsWith(' ') && district.test(rest.trim())
    ? { province: found, district: rest.trim() }
    : { province: found }
}
