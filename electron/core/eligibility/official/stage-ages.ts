/**
 * Stages of life by age. The publishers name stages and publish no ages for them; these are working boundaries, for
 * ordering alone: no benefit turns on them.
 *
 * `core`: 영유아 0-5, 아동 6-12, 청소년 13-18, 청년 19-34, 중장년 35-64, 노년 65 and over. `wide` is how far laws and
 * ordinances stretch the word: 아동 to 17 (아동복지법 제3조), 청소년 9-24 (청소년기본법 제3조), 청년 18-39 (서울 조례),
 * 중장년 from 40 and before, 노년 from 60 (노인 일자리). To be checked where a programme draws its own line.
 */
import type { LifeStage } from '../../policy/welfare-service.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import { completedMonths } from '../../kernel/dates.ts'
import { factIndex } from '../fact-table.ts'

/** Completed years, both ends included. */
type Ages = readonly [from: number, to: number]
export type StageAges = Readonly<Record<Exclude<LifeStage, 'pregnancy-birth'>, { readonly core: Ages, readonly wide: Ages }>>

const lifelong = 200
export const stageAges: StageAges = {
  'infant-toddler': { core: [0, 5], wide: [0, 6] },
  'child': { core: [6, 12], wide: [6, 17] },
  'teen': { core: [13, 18], wide: [9, 24] },
  'young-adult': { core: [19, 34], wide: [18, 39] },
  'middle-aged': { core: [35, 64], wide: [35, 64] },
  'senior': { core: [65, lifelong], wide: [60, lifelong] },
}

export const stageOrder = ['pregnancy-birth', 'infant-toddler', 'child', 'teen', 'young-adult', 'middle-aged', 'senior'] as const satisfies readonly LifeStage[]
export const stageMask = (stages: readonly LifeStage[]): number => stages.reduce((mask, stage) => mask | 1 << stageOrder.indexOf(stage), 0)

/** `certain`: somebody is in that stage. `possible`: somebody may be, by the wide reading or because an age is not known. */
export interface HouseholdStages { readonly certain: number, readonly possible: number }

export function stagesOf(household: PreparedHousehold, ages: StageAges = stageAges): HouseholdStages {
  let certain = hasNewborn(household) ? stageMask(['pregnancy-birth', 'infant-toddler']) : 0
  let possible = 0
  for (const member of household.family) {
    const own = memberStages(member, ages)
    certain |= own.certain
    possible |= own.possible
  }
  return { certain, possible: possible | certain }
}

/** A birth is reported: the child may not be written down among the members yet. */
const hasNewborn = ({ source: { event }, on }: PreparedHousehold): boolean =>
  event?.kind === 'birth' && (event.on === undefined || (event.on <= on && completedMonths(event.on, on) < 12))

function memberStages(member: PreparedMember, ages: StageAges): HouseholdStages {
  const birth = pregnancyOf(member)
  if (Number.isNaN(member.years))
    return { certain: birth.certain, possible: stageMask(stageOrder) }
  let { certain, possible } = birth
  for (const [stage, { core, wide }] of Object.entries(ages) as [keyof StageAges, StageAges[keyof StageAges]][]) {
    const bit = stageMask([stage])
    if (member.years >= core[0] && member.years <= core[1])
      certain |= bit
    if (member.years >= wide[0] && member.years <= wide[1])
      possible |= bit
  }
  return { certain, possible: possible | certain }
}

/** 임신·출산: from pregnancy to twelve months after the birth, for mother and child. */
function pregnancyOf({ years, months, answers, source }: PreparedMember): HouseholdStages {
  const bit = stageMask(['pregnancy-birth'])
  const pregnant = answers[factIndex.pregnant]
  if (pregnant === true || months < 12)
    return { certain: bit, possible: bit }
  const mayBe = source.sex !== 'male' && pregnant !== false && !(years < 15 || years >= 50)
  return { certain: 0, possible: mayBe ? bit : 0 }
}
