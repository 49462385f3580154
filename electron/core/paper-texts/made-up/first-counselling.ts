/** The first counselling with a made-up household, hardly filled in. */
import type { FirstCounsellingData } from '../../counselling/first-counselling-sheet.ts'
import type { MadeUpAt } from './index.ts'
import { say } from '../../kernel/say.ts'
import { FirstCounselling } from '../../records/bodies/first-counselling.ts'
import { household, names } from './people.ts'

export const firstCounselling = ({ host, on, office, language }: MadeUpAt): FirstCounsellingData => ({
  on,
  office,
  receivedOn: on,
  counsellor: names.planner,
  finished: true,
  body: FirstCounselling.parse({ on, method: 'at-center', foundBy: 'counter', complaint: say(host.texts, language, 'paper-texts', 'sample.words') }),
  household: household(on, office.name),
  consents: [],
})
