/** People of the sample in a hard time: out of work, bereaved, ill, on their own early. All made up. */
import type { SampleDays } from './sample-days.ts'
import type { SampleVisit } from './sample-visit.ts'
import { familyAfterDeath } from './stories.ts'

export function hardTimes({ before, born }: SampleDays): SampleVisit[] {
  return [
    {
      at: { daysAgo: 11, time: '15:15' },
      clerk: '견본민원',
      paperwork: {
        event: 'death',
        diedOn: before(11, 3),
        visitorRelation: 'spouse',
        wasHead: true,
        wasEarner: true,
        remaining: ['spouse', 'minor-children'],
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: true,
        method: 'screen',
        household: {
          road: '예시로 33',
          detail: '나동 404호',
          phone: '010-0000-1008',
          members: [
            {
              name: '강모의',
              relation: 'spouse',
              birth: born(45, '06-06'),
              sex: 'female',
              facts: {
                'marital-status': 'widowed',
                'relation-to-deceased': 'spouse',
                'supported-by-deceased': true,
                'employment': 'not-working',
              },
            },
            {
              name: '서가명',
              relation: 'head',
              birth: born(47, '02-24'),
              sex: 'male',
              diedOn: before(11, 3),
            },
            {
              name: '서모의',
              relation: 'child',
              birth: born(13, '05-05'),
              sex: 'male',
              facts: { 'student': 'middle', 'relation-to-deceased': 'child' },
            },
          ],
          facts: {
            'deceased-was-earner': true,
            'deceased-pension-insured': true,
            'tenure': 'jeonse',
            'crisis-reason': 'earner-lost',
          },
        },
      },
      marks: ['apply-today', 'explain', 'for-planner'],
      assign: {},
      guide: true,
      end: 'finished',
      contacts: [
        {
          at: { daysAgo: 11, time: '17:20' },
          channel: 'call',
          outcome: 'reached',
          note: '위로를 전하고 유족연금 청구와 상속 재산 조회를 안내함. 긴급복지 생계지원을 검토함.',
        },
      ],
      casework: familyAfterDeath,
    },
    {
      at: { daysAgo: 8, time: '11:25' },
      clerk: '견본접수',
      channel: 'phone',
      paperwork: {
        event: 'counselling',
        concerns: ['livelihood', 'work', 'debt'],
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: false,
        method: 'phone',
        household: {
          road: '견본길 40',
          detail: '옥탑',
          phone: '010-0000-1009',
          callWhen: '오후',
          members: [
            {
              name: '장연습',
              relation: 'head',
              birth: born(52, '12-12'),
              sex: 'male',
              facts: {
                'employment': 'looking-for-work',
                'lost-job-on': before(8, 62),
                'employment-insured': true,
                'marital-status': 'married',
              },
            },
            {
              name: '임연습',
              relation: 'spouse',
              birth: born(50, '07-21'),
              sex: 'female',
            },
          ],
          facts: {
            'crisis-reason': 'job-lost',
            'tenure': 'monthly-rent',
            'monthly-rent': 400_000,
            'recognised-income': 600_000,
            'financial-assets': 1_500_000,
          },
        },
      },
      marks: ['apply-today', 'for-planner'],
      assign: {},
      end: 'finished',
      contacts: [
        {
          at: { daysAgo: 7, time: '14:00' },
          channel: 'call',
          outcome: 'not-reached',
          note: '두 번 걸었으나 받지 않음.',
          nextTryIn: 1,
        },
      ],
    },
    {
      at: { daysAgo: 1, time: '16:30' },
      clerk: '견본민원',
      paperwork: {
        event: 'move-in',
        movedOn: before(1, 1),
        whole: 'whole',
        fromProvince: '부산광역시',
        fromDistrict: '사하구',
        reason: 'work',
        newAddress: '표본로 5',
      },
      answer: {
        kind: 'yes',
        sensitive: false,
        thirdParty: false,
        method: 'screen',
        household: {
          road: '표본로 5',
          detail: '고시원 12호',
          phone: '010-0000-1010',
          members: [
            {
              name: '윤허구',
              relation: 'head',
              birth: born(26, '08-16'),
              sex: 'male',
              facts: {
                'marital-status': 'single',
                'employment': 'looking-for-work',
                'care-leaver': true,
                'military-service': 'served',
              },
            },
          ],
          facts: { 'owns-no-home': true, 'tenure': 'non-housing', 'recognised-income': 300_000 },
        },
      },
      marks: ['explain', 'for-planner'],
      assign: {},
      guide: true,
      end: 'finished',
    },
    {
      at: { daysAgo: 2, time: '13:10' },
      clerk: '견본접수',
      paperwork: {
        event: 'move-in',
        movedOn: before(2, 1),
        whole: 'part',
        fromProvince: '인천광역시',
        fromDistrict: '부평구',
        reason: 'work',
        newAddress: '견본길 58',
      },
      answer: {
        kind: 'yes',
        sensitive: false,
        thirdParty: false,
        method: 'screen',
        household: {
          road: '견본길 58',
          detail: '2층',
          phone: '010-0000-1011',
          members: [
            {
              name: '마리본',
              relation: 'spouse',
              birth: born(33, '03-13'),
              sex: 'female',
              facts: { 'nationality': 'foreigner', 'marriage-migrant': true, 'marital-status': 'married' },
            },
            {
              name: '권시늉',
              relation: 'head',
              birth: born(38, '10-31'),
              sex: 'male',
            },
            {
              name: '권보라',
              relation: 'child',
              birth: born(7, '11-20'),
              sex: 'female',
              facts: { student: 'elementary' },
            },
          ],
          facts: { multicultural: true, tenure: 'monthly-rent' },
        },
      },
      marks: ['explain'],
      assign: { planner: '견본하나', why: '다문화가족 상담을 맡아 온 플래너' },
      guide: true,
      end: 'finished',
    },
    {
      at: { daysAgo: 0, time: '09:50' },
      clerk: '견본접수',
      channel: 'planner',
      paperwork: {
        event: 'counselling',
        concerns: ['health', 'loneliness', 'livelihood'],
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: true,
        method: 'phone',
        household: {
          road: '예시로 8',
          detail: '지층',
          phone: '010-0000-1012',
          members: [
            {
              name: '황예제',
              relation: 'head',
              birth: born(58, '01-09'),
              sex: 'male',
              facts: {
                'marital-status': 'divorced',
                'in-hospital': true,
                'serious-illness': 'other-severe',
                'employment': 'not-working',
              },
            },
          ],
          facts: {
            'isolated': true,
            'crisis-reason': 'illness',
            'high-medical-cost': true,
            'tenure': 'monthly-rent',
            'recognised-income': 250_000,
          },
        },
      },
      marks: ['apply-today', 'for-planner'],
      assign: {},
      end: 'parked',
    },
  ]
}
