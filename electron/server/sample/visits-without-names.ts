/** Visits of the sample that leave no household: refusals, and people who want a call. All made up. */
import type { SampleDays } from './sample-days.ts'
import type { SampleVisit } from './sample-visit.ts'

export function withoutNames({ before }: SampleDays): SampleVisit[] {
  return [
    {
      at: { daysAgo: 14, time: '16:05' },
      clerk: '견본접수',
      paperwork: {
        event: 'move-in',
        movedOn: before(14, 1),
        whole: 'whole',
        fromProvince: '서울특별시',
        fromDistrict: '노원구',
        reason: 'housing',
      },
      answer: { kind: 'no', reason: 'no-time' },
      end: 'finished',
    },
    {
      at: { daysAgo: 6, time: '10:30' },
      clerk: '견본민원',
      paperwork: {
        event: 'death',
        diedOn: before(6, 2),
        visitorRelation: 'child',
        wasHead: true,
        wasEarner: false,
        remaining: ['nobody'],
      },
      answer: {
        kind: 'call-me',
        name: '전가설',
        phone: '010-0000-2001',
        when: '다음 주 평일 오후',
      },
      end: 'finished',
    },
    {
      at: { daysAgo: 0, time: '09:05' },
      clerk: '견본민원',
      paperwork: {
        event: 'move-in',
        movedOn: before(0, 1),
        whole: 'whole',
        fromProvince: '경기도',
        fromDistrict: '광명시',
        reason: 'work',
      },
      answer: { kind: 'no', reason: 'not-needed' },
      end: 'finished',
    },
    {
      at: { daysAgo: 0, time: '10:05' },
      clerk: '견본접수',
      paperwork: {
        event: 'birth',
        bornOn: before(0, 3),
        childOrder: 1,
        multiple: 'single',
      },
      answer: {
        kind: 'call-me',
        name: '백가정',
        phone: '010-0000-2002',
        when: '오전 11시쯤',
      },
      end: 'finished',
    },
  ]
}
