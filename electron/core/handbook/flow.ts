/**
 * What the answers of a home visit lead to: needs, crisis reasons, signs of isolation, links for the plan.
 *
 * Proposals and nothing more: a person takes each over, or leaves it. Pure; who may see them and what is taken over
 * already is the handler's.
 */
import type { BilingualText } from '../kernel/text.ts'
import type { HomeVisit } from '../records/bodies/home-visit.ts'
import type { NeedArea, NeedItem } from '../records/bodies/need-areas.ts'
import type { Answer, Handbook, Sign } from './model.ts'
import type { Proposal } from './proposal.ts'
import { itemsOf } from '../records/bodies/need-areas.ts'
import { itemsOfKind } from './model.ts'

/** Something that was said or seen, with what the handbook says about it. */
interface Heard {
  readonly asked: BilingualText | null
  readonly said: BilingualText
  readonly means: BilingualText
  readonly points: Pick<Answer | Sign, 'need' | 'crisis' | 'isolation' | 'services' | 'agencies' | 'act'>
}

export const areaOf = (item: NeedItem): NeedArea =>
  (Object.keys(itemsOf) as NeedArea[]).find(area => (itemsOf[area] as readonly NeedItem[]).includes(item))!

/** An answer to a question that is not in the handbook any more says nothing. */
export function flowOf(handbook: Handbook, { seen, answers }: Pick<HomeVisit, 'seen' | 'answers'>): Proposal[] {
  const questions = new Map(itemsOfKind(handbook, 'question').map(question => [question.id, question]))
  const heard: Heard[] = [
    ...itemsOfKind(handbook, 'sign').filter(({ id }) => seen.includes(id)).map(sign => ({ asked: null, said: sign.see, means: sign.means, points: sign })),
    ...answers.flatMap(({ step, answer }): Heard[] => {
      const question = questions.get(step)
      const given = question?.answers.find(({ id }) => id === answer)
      return question && given ? [{ asked: question.ask, said: given.say, means: given.means, points: given }] : []
    }),
  ]
  return together(heard.flatMap(proposalsOf))
}

function proposalsOf({ asked, said, means, points }: Heard): Proposal[] {
  const from = [{ asked, said, means }]
  const area = points.need ? areaOf(points.need) : null
  return [
    ...(points.act === 'crisis-check' ? [{ kind: 'crisis-check' as const, key: 'crisis-check', from }] : []),
    ...(points.crisis ? [{ kind: 'crisis-reason' as const, key: `crisis-reason/${points.crisis}`, reason: points.crisis, from }] : []),
    ...(points.isolation ? [{ kind: 'isolation' as const, key: `isolation/${points.isolation}`, sign: points.isolation, from }] : []),
    ...(points.need && area ? [{ kind: 'need' as const, key: `need/${points.need}`, area, item: points.need, from }] : []),
    ...points.services.map(serviceId => ({ kind: 'link' as const, key: `service/${serviceId}`, area, serviceId, agency: null, from })),
    ...points.agencies.map(agency => ({ kind: 'link' as const, key: `agency/${agency}`, area, serviceId: null, agency, from })),
  ]
}

const order = ['crisis-check', 'crisis-reason', 'isolation', 'need', 'link'] as const satisfies readonly Proposal['kind'][]

/** Each once, with everything that speaks for it; what is most pressing first. */
function together(all: readonly Proposal[]): Proposal[] {
  const byKey = new Map<string, Proposal>()
  for (const proposal of all) {
    const known = byKey.get(proposal.key)
    byKey.set(proposal.key, known ? { ...known, from: [...known.from, ...proposal.from] } : proposal)
  }
  return [...byKey.values()].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}
