/** Agencies of the sample's directory. All made up: names, numbers and addresses lead nowhere. */
import type { Client } from '#core/contract'
import type { AgencyDetails } from '#core/referrals/model'

/** Numbers of the kind 02-000-… are given to nobody. */
const sampleAgencies: readonly AgencyDetails[] = [
  agency('표본종합사회복지관', ['welfare', 'care'], 'private', '02-000-0201', { contact: '박견본 과장', capacity: 30, area: '표본동, 견본동', directions: '마을버스 00번 표본복지관 정류장에서 내리면 바로 앞이에요. (가상)', note: '밑반찬 화·금, 안부 확인' }),
  agency('견본노인복지관', ['welfare', 'care'], 'private', '02-000-0202', { capacity: 20, area: '동작구' }),
  agency('표본가족센터', ['welfare', 'education'], 'private', '02-000-0203', { area: '동작구' }),
  agency('견본정신건강복지센터', ['mental-health'], 'private', '02-000-0204', { contact: '사례관리팀', area: '동작구', note: '위탁 운영이라 민간으로 적음' }),
  agency('표본구보건소', ['health'], 'public', '02-000-0205', { contact: '방문건강팀', area: '동작구', directions: '표본구청 정문을 보고 왼쪽 건물 1층이에요. (가상)' }),
  agency('표본구청 복지정책과', ['welfare', 'safety'], 'public', '02-000-0206', { contact: '희망복지지원단', area: '동작구' }),
  agency('견본지역자활센터', ['employment'], 'private', '02-000-0207', { capacity: 15, area: '동작구' }),
  agency('표본고용복지센터', ['employment'], 'public', '02-000-0208', { area: '' }),
  agency('견본주거복지센터', ['housing'], 'private', '02-000-0209', { area: '서울' }),
  agency('표본지역아동센터', ['education', 'care'], 'private', '02-000-0210', { capacity: 2, area: '표본동' }),
  agency('견본법률상담소', ['legal'], 'private', '02-000-0211', {}),
  agency('표본쉼터', ['safety', 'housing'], 'private', '02-000-0212', { directions: '', capacity: 4 }),
]

function agency(name: string, fields: AgencyDetails['fields'], sector: AgencyDetails['sector'], phone: string, rest: Partial<AgencyDetails>): AgencyDetails {
  return {
    name,
    fields,
    sector,
    phone,
    area: '',
    contact: '',
    fax: phone.replace('-02', '-92'),
    address: '표본구 예시로 (가상)',
    directions: '표본역 2번 출구로 나와 예시약국을 끼고 오른쪽으로 5분 걸어요. (가상)',
    note: '',
    capacity: null,
    ...rest,
  }
}

/** @param client of a planner or lead of the sample */
export async function addSampleAgencies(client: Client): Promise<void> {
  for (const details of sampleAgencies)
    await client.referrals.addAgency({ agency: details })
}
