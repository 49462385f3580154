/** A made-up family of three with a lookup of its own, so that a guide's content can be read word by word. */
import type { ServiceCard } from '#core/eligibility/contract'
import type { ServiceVerdict } from '#core/eligibility/verdict'
import type { GuideData } from '#core/guide/family/guide-data'
import type { Block, Sheet } from '#core/guide/sheet'
import { join } from 'node:path'
import { PlainDate } from '#core/kernel/dates'
import { WelfareServiceId } from '#core/kernel/ids'
import { readTexts } from '#server/read-texts'

export const resources = join(import.meta.dirname, '../../resources')
export const texts = await readTexts(join(resources, 'texts'))
export const day = (text: string): PlainDate => PlainDate.parse(text)
export const on = day('2026-11-22')
export const office = { name: { province: '서울특별시', district: '동작구', dong: '보기동' }, phone: '02-0000-0000' }

const both = (ko: string) => ({ ko, en: `(en) ${ko}` })

export const card = (id: string, extra: Partial<ServiceCard> = {}): ServiceCard => ({
  id: WelfareServiceId.parse(id),
  kind: 'service',
  name: both(`보기 ${id}`),
  summary: both(`${id} 서비스를 드려요.`),
  agency: both('보기 기관'),
  benefit: both('보기 혜택'),
  applyAt: both('보기동 주민센터'),
  how: both('신청서를 써요.'),
  phone: '129',
  url: `https://example.org/${id}`,
  bring: [{ id: 'identity-card', name: both('신분증'), issuedAt: both('가지고 있는 것') }],
  source: { title: '보기 법', url: 'https://example.org', readOn: '2026-11-22' },
  stages: ['senior', 'infant-toddler', 'middle-aged'],
  themes: ['livelihood'],
  level: 'central',
  ...extra,
})

export const verdict = (serviceId: string, memberId: string | null, extra: Partial<ServiceVerdict> = {}): ServiceVerdict => ({
  serviceId: WelfareServiceId.parse(serviceId),
  memberId,
  verdict: 'likely',
  findings: [{ outcome: 'met', sentence: both(`${serviceId} 조건에 맞아요.`) }],
  toCheck: [],
  ...extra,
})

export const until = (lastDay: string, daysLeft: number): NonNullable<ServiceVerdict['deadline']> =>
  ({ lastDay: day(lastDay), daysLeft, sentence: both(`출생일부터 60일 이내, ${lastDay}까지`), effect: both('지나면 못 받아요.'), moved: false })

export function familyOf(verdicts: readonly ServiceVerdict[], extra: Partial<GuideData> = {}): GuideData {
  return {
    on,
    office,
    dong: '보기동',
    event: 'birth',
    notes: [],
    members: [
      { id: 'a', name: '김하늘', relation: 'head', birth: day('1985-03-04'), diedOn: null },
      { id: 'b', name: '이바다', relation: 'parent', birth: day('1950-05-06'), diedOn: null },
      { id: 'c', name: '김새봄', relation: 'child', birth: day('2026-11-10'), diedOn: null },
    ],
    marks: {},
    lookup: { on, release: 'abc123', figuresOf: '2026', verdicts: [...verdicts], questions: [] },
    ahead: { timeline: { on, until: day('2036-11-22'), release: 'abc123', rows: [], note: both('오늘 아는 대로예요.') }, services: {} },
    services: Object.fromEntries(verdicts.map(({ serviceId }) => [serviceId, card(serviceId)])),
    planner: { name: '박플래너', phone: '02-0000-0001' },
    ...extra,
  }
}

export const blocksOf = <Kind extends Block['kind']>(sheet: Sheet, kind: Kind) =>
  sheet.groups.flat().filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)

/** Every word that stands on a sheet, block by block; an address that a short one stands for is in the code alone. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string')
    return [value]
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inside]) => ['kind', 'tone', 'mark', 'strokes'].includes(key) || (key === 'url' && 'address' in value) ? [] : stringsOf(inside)) : []
}
export const textOf = (sheet: Sheet): string => stringsOf(sheet.groups).join('\n')
