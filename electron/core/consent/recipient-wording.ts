/** What is said when one agency is added as a recipient: the item of third parties, with its name alone. */
import type { Desk } from '../door.ts'
import type { Language } from '../kernel/text.ts'
import type { Wording } from './wording.ts'
import { ORPCError } from '@orpc/server'
import { findAgency } from '../referrals/read-agencies.ts'
import { wordingIn } from './wording.ts'

/** @throws {ORPCError} AGENCY_NOT_FOUND */
export async function recipientWordingOf({ db, host }: Pick<Desk, 'db' | 'host'>, agencyId: string, language: Language): Promise<Wording> {
  const agency = await findAgency(db, agencyId)
  if (!agency)
    throw new ORPCError('AGENCY_NOT_FOUND')
  const { version, items } = wordingIn(host.texts, language, [agency.name])
  return { version, items: items.filter(({ item }) => item === 'third-party') }
}
