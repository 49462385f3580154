/** The office's order of rules for proposing a planner. */
import type { Desk } from '../door.ts'
import type { RulesInForce } from './model.ts'
import { readRules } from '../cases/read-candidates.ts'
import { door } from '../door.ts'
import { writeOfficeText } from '../office-texts/read-office-text.ts'

async function inForce({ db }: Pick<Desk, 'db'>): Promise<RulesInForce> {
  const last = await db.selectFrom('office_text').select(['version', 'at', 'why']).where('name', '=', 'assignment-rules').orderBy('version', 'desc').executeTakeFirst()
  return { rules: await readRules(db), version: last?.version ?? 0, changedAt: (last?.at ?? null) as RulesInForce['changedAt'], why: last?.why ?? null }
}

export const rules = door.team.rules.handler(({ context }) => inForce(context))

export const changeRules = door.team.changeRules.handler(async ({ input, context }) => {
  context.about('office-text', 'assignment-rules')
  await writeOfficeText(context, 'assignment-rules', input.seenVersion, input.rules, input.why)
  return inForce(context)
})
