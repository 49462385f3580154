/** Older people of the sample: alone, as a couple, bringing up a grandchild. All made up. */
import type { SampleDays } from './sample-days.ts'
import type { SampleVisit } from './sample-visit.ts'
import { oldManAlone } from './stories.ts'

export function olderPeople({ before, born }: SampleDays): SampleVisit[] {
  return [
    {
      at: { daysAgo: 21, time: '10:10' },
      clerk: '견본민원',
      paperwork: {
        event: 'move-in',
        movedOn: before(21, 2),
        whole: 'whole',
        fromProvince: '경기도',
        fromDistrict: '수원시',
        reason: 'housing',
        newAddress: '표본로 12',
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: true,
        method: 'paper',
        household: {
          road: '표본로 12',
          detail: '지하 1호',
          phone: '010-0000-1001',
          callWhen: '오전',
          members: [
            {
              name: '김표본',
              relation: 'head',
              birth: born(82, '03-05'),
              sex: 'male',
              facts: {
                'marital-status': 'widowed',
                'nationality': 'korean',
                'difficulty-daily-living': true,
                'disability': 'none',
                'veteran': 'none',
                'national-pension-insured': 'none',
              },
            },
          ],
          facts: {
            'isolated': true,
            'tenure': 'monthly-rent',
            'monthly-rent': 350_000,
            'deposit': 5_000_000,
            'recognised-income': 420_000,
            'needs-cooling-heating-help': true,
          },
        },
      },
      marks: [
        'apply-today',
        'apply-today',
        'explain',
        'for-planner',
      ],
      assign: {},
      guide: true,
      end: 'finished',
      contacts: [
        {
          at: { daysAgo: 19, time: '11:00' },
          channel: 'call',
          outcome: 'not-reached',
          note: '전화를 받지 않음. 오전에 다시 걸기로 함.',
          nextTryIn: -17,
        },
        {
          at: { daysAgo: 17, time: '09:40' },
          channel: 'visit',
          outcome: 'reached',
          note: '댁을 찾아뵘. 난방을 아끼고 계셔서 에너지바우처 신청을 함께 준비함.',
        },
      ],
      casework: oldManAlone,
    },
    {
      at: { daysAgo: 15, time: '14:20' },
      clerk: '견본접수',
      channel: 'nurse',
      paperwork: {
        event: 'counselling',
        concerns: ['health', 'care'],
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: false,
        method: 'screen',
        household: {
          road: '견본길 7',
          detail: '102호',
          phone: '010-0000-1002',
          members: [
            {
              name: '조견본',
              relation: 'spouse',
              birth: born(76, '09-14'),
              sex: 'female',
              facts: { 'marital-status': 'married', 'family-carer': true, 'nationality': 'korean' },
            },
            {
              name: '문견본',
              relation: 'head',
              birth: born(79, '01-22'),
              sex: 'male',
            },
          ],
          facts: { 'tenure': 'owned', 'monthly-income': 900_000 },
        },
      },
      marks: ['explain', 'for-planner'],
      assign: {},
      guide: true,
      end: 'finished',
      contacts: [
        {
          at: { daysAgo: 12, time: '15:30' },
          channel: 'call',
          outcome: 'call-back',
          note: '병원 진료 중이라 다음 주에 다시 통화하기로 함.',
          nextTryIn: 2,
        },
      ],
    },
    {
      at: { daysAgo: 30, time: '11:05' },
      clerk: '견본민원',
      paperwork: {
        event: 'counselling',
        concerns: ['children', 'livelihood'],
      },
      answer: {
        kind: 'yes',
        sensitive: false,
        thirdParty: false,
        method: 'screen',
        household: {
          road: '예시로 3',
          detail: '반지하',
          phone: '010-0000-1003',
          members: [
            {
              name: '오시범',
              relation: 'head',
              birth: born(68, '06-30'),
              sex: 'female',
              facts: { 'employment': 'daily-worker', 'earned-income': 700_000 },
            },
            {
              name: '오연습',
              relation: 'grandchild',
              birth: born(12, '04-11'),
              sex: 'male',
              facts: { student: 'elementary' },
            },
          ],
          facts: { 'grandparent-family': true, 'tenure': 'monthly-rent', 'monthly-rent': 300_000 },
        },
      },
      marks: ['apply-today', 'explain'],
      assign: {},
      guide: true,
      end: 'finished',
      contacts: [
        {
          at: { daysAgo: 28, time: '10:00' },
          channel: 'at-center',
          outcome: 'reached',
          note: '조손가족 지원과 교육급여를 함께 신청함.',
        },
      ],
      closedWith: {
        at: { daysAgo: 9, time: '16:40' },
        why: '신청한 지원이 모두 결정되어 마침',
      },
    },
  ]
}
