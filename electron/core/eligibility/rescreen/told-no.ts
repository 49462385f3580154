/** Whether a household heard at its last lookup that a service is nothing for it: a rejected applicant to be looked at again. */
import type { Store } from '../../host.ts'
import type { Flip } from './screen-page.ts'
import * as z from 'zod'

/** So much of a remembered lookup as is asked here; the whole of it has every reason. */
const Remembered = z.object({ verdicts: z.array(z.object({ serviceId: z.string(), memberId: z.string().nullable(), verdict: z.string() })) })

/** Only what became likely, or open, is worth another look. */
export const isWorthAnotherLook = ({ before, after }: Flip): boolean => before !== 'likely' && (after === 'likely' || after === 'ask-first')

/** @returns tells of a flip whether its household was told no */
export async function readToldNo(db: Store, flips: readonly Flip[]): Promise<(flip: Flip) => boolean> {
  const told = new Set<string>()
  for (const householdId of new Set(flips.filter(isWorthAnotherLook).map(flip => flip.householdId))) {
    const row = await db.selectFrom('visit')
      .innerJoin('lookup', 'lookup.visit_id', 'visit.id')
      .select('lookup.answer')
      .where('visit.household_id', '=', householdId)
      .orderBy('lookup.at', 'desc')
      .limit(1)
      .executeTakeFirst()
    const lookup = row && Remembered.safeParse(JSON.parse(row.answer)).data
    for (const { serviceId, memberId, verdict } of lookup?.verdicts ?? []) {
      if (verdict === 'unlikely')
        told.add(`${householdId} ${serviceId} ${memberId}`)
    }
  }
  return flip => isWorthAnotherLook(flip) && told.has(`${flip.householdId} ${flip.serviceId} ${flip.memberId}`)
}
