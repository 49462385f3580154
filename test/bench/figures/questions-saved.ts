/**
 * How many questions the order of the proposed ones saves: over the families of the sample center, with answers out of
 * three fixed truths each, the proposed question is asked, then the next one that is proposed then, until no open
 * verdict depends on anything that was not asked; against asking everything that any open verdict names.
 *
 * Both ways have to end at the same verdicts. A question read out once for several (four benefits, everybody's
 * nationality) counts as one, either way.
 */
import type { Lookup } from '#core/eligibility/verdict'
import type { Figure } from '../run.ts'
import { join } from 'node:path'
import { lookUp } from '#core/eligibility/look-up'
import { loadPolicy } from '#server/load-policy'
import { loadEligibilityTexts } from '#server/load-texts'
import { askUntilSettled } from '../../support/answer-questions.ts'
import { sampleDay, sampleFamilies } from '../../support/sample-families.ts'
import { rounded } from '../median.ts'

const resources = join(import.meta.dirname, '../../../resources')
const truths = [1, 2, 3]

const verdictsOf = ({ verdicts }: Lookup): string => JSON.stringify(verdicts.map(({ serviceId, memberId, verdict }) => [serviceId, memberId, verdict]).sort())

export async function measure(): Promise<Figure> {
  const catalogue = await loadPolicy(join(resources, 'policy'))
  const texts = await loadEligibilityTexts(join(resources, 'texts'))
  let [proposed, everything, runs] = [0, 0, 0]
  for (const family of sampleFamilies()) {
    for (const seed of truths) {
      const ask = (most: number) => askUntilSettled(family, most, { seed, on: sampleDay }, known => lookUp(known, catalogue, sampleDay, texts))
      const [one, all] = [ask(1), ask(Number.POSITIVE_INFINITY)]
      if (verdictsOf(one.lookup) !== verdictsOf(all.lookup))
        throw new Error(`A family of the sample ends at other verdicts when only the proposed questions are asked (truth ${seed}).`)
      proposed += one.questions
      everything += all.questions
      runs++
    }
  }
  return { name: 'questions-saved', value: rounded(proposed / runs), unit: `questions a family until nothing is open (${runs} runs)`, peer: `everything an open verdict names (${rounded(everything / runs)})`, ratio: rounded(everything / proposed) }
}
