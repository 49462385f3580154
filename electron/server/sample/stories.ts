/** The longer stories of the sample: an old man on his own, and a family after a death. All made up. */
import type { SampleStep } from './sample-visit.ts'
import { counselled, decidedInMeeting, drawn, outsideMeetingPlanned, planned, referred, surveyed, visitBooked, watched } from './sample-casework.ts'

const signature: [number, number, number][][] = [[[140, 520, 0], [380, 410, 110], [620, 560, 230], [840, 450, 330]]]

/** Found at the counter 21 days ago; his plan waits for the lead's approval today. */
export const oldManAlone: readonly SampleStep[] = [
  counselled({ daysAgo: 16, time: '11:10' }, {
    complaint: '겨울이 걱정이야. 보일러를 틀면 돈이 무서워서 이불만 덮고 있어.',
    talk: '방이 차고 난방을 끄고 지내심. 무릎이 아파 장을 보기 어렵고 하루 한두 끼만 드심. 아들과는 몇 해째 연락이 없음.',
    needs: ['health', 'daily-living', 'social', 'economy'],
    result: 'case-management',
    nextIn: 3,
  }),
  watched({ daysAgo: 15, time: '14:00' }, { 'nobody-when-sick': 'yes', 'nobody-to-talk': 'yes', 'contact-once-a-week': 'yes', 'one-meal-a-day': 'no' }, '이웃 어르신 한 분과만 가끔 인사하심. 매주 전화하기로 함.'),
  surveyed({ daysAgo: 12, time: '15:20' }, {
    'health': { level: 3, priority: 2, words: '무릎이 아파서 계단을 못 내려가.', judgement: '넘어질 위험이 큼', strengths: '약은 꼬박꼬박 드심' },
    'daily-living': { level: 3, priority: 1, words: '밥은 대충 먹어. 혼자 먹으니까.', judgement: '식사와 장보기에 도움이 필요함', strengths: '깔끔하게 살림하심' },
    'social': { level: 3, priority: 3, words: '말할 사람이 없지.', judgement: '관계가 거의 끊김' },
    'economy': { level: 2, words: '가스비가 제일 무서워.', judgement: '에너지바우처와 생계급여 확인' },
    'living-environment': { level: 2, judgement: '지하방이라 습기가 많음', words: '벽에 곰팡이가 펴.' },
    'family': { level: 1 },
  }, '식사와 난방이 급하고, 무릎 때문에 밖에 나가지 못해 관계가 끊겨 있음.'),
  drawn({ daysAgo: 11, time: '15:40' }, {
    people: [{ id: 'sonofhim', name: '김견본아들', sex: 'male', birthYear: 1972 }, { id: 'wifeofhim', name: '박견본처', sex: 'female', birthYear: 1946, died: true }],
    ties: [
      { id: 'tiewife', from: 'self', to: 'wifeofhim', kind: 'married' },
      { id: 'tieson1', from: 'self', to: 'sonofhim', kind: 'parent' },
      { id: 'tieson2', from: 'wifeofhim', to: 'sonofhim', kind: 'parent' },
      { id: 'tieson3', from: 'self', to: 'sonofhim', kind: 'cut-off' },
    ],
    helpers: [
      { id: 'helpdong', kind: 'public', name: '표본동 주민센터', what: '매주 전화', strength: 'strong', flow: 'to-family' },
      { id: 'helpnext', kind: 'neighbour', name: '조이웃', what: '가끔 인사', strength: 'weak', flow: 'both' },
      { id: 'helpdoct', kind: 'medical', name: '표본의원', what: '무릎 약', strength: 'ordinary', flow: 'to-family' },
    ],
  }),
  decidedInMeeting({ daysAgo: 8, time: '16:05' }, {
    question: '식사와 안부를 어떻게 이어 갈까',
    discussion: '복지관 밑반찬과 안부확인을 함께 하기로 함. 난방은 동에서 바로 신청.',
    why: '여러 욕구가 겹치고 혼자 해결하기 어려움',
    forOutside: '혼자 사시는 어르신이 식사와 난방에 어려움이 있습니다. 밑반찬과 말벗을 도와주실 수 있는지 여쭙니다.',
  }),
  planned({ daysAgo: 4, time: '16:30' }, {
    goals: {
      'daily-living': { goal: '하루 두 끼를 따뜻하게 드신다', criterion: '한 주에 다섯 날 이상 두 끼' },
      'health': { goal: '넘어지지 않고 병원에 다닌다', criterion: '한 달에 한 번 진료' },
      'social': { goal: '한 주에 두 번은 사람을 만난다', criterion: '전화와 방문 기록' },
      'economy': { goal: '겨울 난방비 걱정을 던다', criterion: '에너지바우처 사용' },
      'living-environment': { goal: '방의 습기를 줄인다', criterion: '곰팡이 제거' },
    },
    measures: [
      { id: 'measure01', area: 'daily-living', what: '밑반찬 지원', provider: '표본종합사회복지관', frequency: '주 2회' },
      { id: 'measure02', area: 'economy', kind: 'task', what: '에너지바우처 신청 함께 하기', provider: '표본동 주민센터', frequency: '한 번' },
      { id: 'measure03', area: 'social', what: '안부 전화', provider: '표본동 주민센터', frequency: '주 1회' },
    ],
    reviewIn: 56,
    signature,
  }),
  referred({ daysAgo: 3, time: '16:40' }, { agency: '표본종합사회복지관', need: 'daily-living', why: '혼자 계셔서 식사를 거르는 날이 많음', asked: '주 2회 밑반찬과 말벗' }),
  visitBooked({ daysAgo: 1, time: '17:00' }, { inDays: 0, starts: '14:00', note: '밑반찬 시작 확인' }),
]

/** The first counselling, and a survey that the next meeting takes up. */
export const familyAfterDeath: readonly SampleStep[] = [
  counselled({ daysAgo: 9, time: '17:40' }, {
    complaint: '앞으로 아이와 어떻게 살지 막막해요.',
    talk: '장례를 마친 지 얼마 되지 않아 잠을 이루지 못하심. 유족연금과 한부모 지원을 함께 알아보기로 함.',
    needs: ['family', 'economy', 'health'],
    result: 'case-management',
    nextIn: 1,
    types: ['single-parent'],
  }),
  surveyed({ daysAgo: 5, time: '17:50' }, {
    economy: { level: 3, priority: 1, words: '다음 달 월세가 걱정이에요.', judgement: '주소득자의 사망으로 소득이 끊김' },
    family: { level: 2, priority: 2, words: '아이가 말이 없어졌어요.', judgement: '애도할 시간이 필요함' },
    health: { level: 2, words: '잠을 못 자요.', judgement: '잠과 식사를 살펴야 함' },
  }, '생계와 애도를 함께 도와야 함.'),
  outsideMeetingPlanned({ daysAgo: 1, time: '17:05' }, 3),
  visitBooked({ daysAgo: 1, time: '17:10' }, { inDays: 1, starts: '10:30', note: '유족연금 서류 함께 보기' }),
]
