/** Families with children of the sample. All made up. */
import type { SampleDays } from './sample-days.ts'
import type { SampleVisit } from './sample-visit.ts'

export function birthAndChildren({ before, born }: SampleDays): SampleVisit[] {
  return [
    {
      at: { daysAgo: 12, time: '09:35' },
      clerk: '견본접수',
      paperwork: {
        event: 'counselling',
        concerns: ['livelihood', 'children'],
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: true,
        method: 'screen',
        household: {
          road: '견본길 21',
          detail: '301호',
          phone: '010-0000-1004',
          callWhen: '저녁 6시 뒤',
          members: [
            {
              name: '이견본',
              relation: 'head',
              birth: born(34, '02-17'),
              sex: 'female',
              facts: {
                'marital-status': 'divorced',
                'employment': 'employed',
                'earned-income': 1_700_000,
                'disability': 'none',
              },
            },
            {
              name: '이하나',
              relation: 'child',
              birth: born(5, '07-08'),
              sex: 'female',
              facts: { 'uses-daycare': 'kindergarten' },
            },
            {
              name: '이두리',
              relation: 'child',
              birth: born(2, '12-01'),
              sex: 'male',
              facts: { 'uses-daycare': 'daycare' },
            },
          ],
          facts: {
            'single-parent': true,
            'child-support-unpaid': true,
            'tenure': 'monthly-rent',
            'monthly-rent': 450_000,
            'recognised-income': 1_900_000,
          },
        },
      },
      marks: ['apply-today', 'explain', 'for-planner'],
      assign: {},
      guide: true,
      end: 'finished',
      contacts: [
        {
          at: { daysAgo: 8, time: '18:10' },
          channel: 'call',
          outcome: 'reached',
          note: '양육비 이행 상담을 잡음. 아이돌봄서비스를 알아보기로 함.',
        },
      ],
    },
    {
      at: { daysAgo: 0, time: '09:20' },
      clerk: '견본민원',
      paperwork: {
        event: 'birth',
        bornOn: before(0, 10),
        childOrder: 2,
        multiple: 'single',
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: false,
        method: 'screen',
        household: {
          road: '표본로 48',
          detail: '가동 502호',
          phone: '010-0000-1005',
          members: [
            {
              name: '박예시',
              relation: 'spouse',
              birth: born(31, '05-19'),
              sex: 'female',
              facts: {
                'marital-status': 'married',
                'gave-birth-on': before(0, 10),
                'employment': 'not-working',
              },
            },
            {
              name: '최예시',
              relation: 'head',
              birth: born(33, '11-03'),
              sex: 'male',
            },
            {
              name: '최보기',
              relation: 'child',
              birth: born(4, '08-25'),
              sex: 'female',
              facts: { 'uses-daycare': 'daycare' },
            },
            {
              name: '최새싹',
              relation: 'child',
              birth: before(0, 10),
              sex: 'male',
              facts: { 'birth-order': 2 },
            },
          ],
          facts: { 'tenure': 'jeonse', 'health-insurance-type': 'employee' },
        },
      },
      marks: ['apply-today', 'apply-today', 'explain'],
      end: 'open',
    },
    {
      at: { daysAgo: 5, time: '13:50' },
      clerk: '견본민원',
      channel: 'planner',
      paperwork: {
        event: 'counselling',
        concerns: ['health', 'care', 'children'],
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: true,
        method: 'paper',
        household: {
          road: '예시로 19',
          detail: '201호',
          phone: '010-0000-1006',
          members: [
            {
              name: '정가상',
              relation: 'spouse',
              birth: born(41, '10-10'),
              sex: 'female',
              facts: { 'marital-status': 'married', 'family-carer': true },
            },
            {
              name: '한가상',
              relation: 'head',
              birth: born(43, '03-29'),
              sex: 'male',
            },
            {
              name: '한모형',
              relation: 'child',
              birth: born(9, '01-15'),
              sex: 'male',
              facts: { 'disability': 'severe', 'disability-kind': 'autism', 'student': 'elementary' },
            },
          ],
          facts: { 'childcare-gap': true, 'tenure': 'owned', 'recognised-income': 3_900_000 },
        },
      },
      marks: ['for-planner', 'explain'],
      assign: {},
      guide: true,
      end: 'finished',
    },
    {
      at: { daysAgo: 3, time: '10:45' },
      clerk: '견본접수',
      paperwork: {
        event: 'move-in',
        movedOn: before(3, 1),
        whole: 'whole',
        fromProvince: '서울특별시',
        fromDistrict: '관악구',
        reason: 'family',
        newAddress: '표본로 77',
      },
      answer: {
        kind: 'yes',
        sensitive: true,
        thirdParty: false,
        method: 'screen',
        household: {
          road: '표본로 77',
          detail: '1203호',
          phone: '010-0000-1007',
          members: [
            {
              name: '신보기',
              relation: 'spouse',
              birth: born(29, '04-02'),
              sex: 'female',
              facts: { 'marital-status': 'married', 'pregnant': true, 'employment': 'employed' },
            },
            {
              name: '배보기',
              relation: 'head',
              birth: born(30, '09-27'),
              sex: 'male',
            },
          ],
          facts: { tenure: 'jeonse' },
        },
      },
      marks: ['explain', 'explain'],
      guide: true,
      end: 'finished',
    },
  ]
}
