/** The password again, where one person does what two should. Never inside a transaction: a key is derived. */
import type { Desk } from '../../door.ts'
import type { ReleaseRight } from '../model.ts'
import { ORPCError } from '@orpc/server'
import { refuseTrial } from '../../staff/sign-in.ts'

/**
 * @returns whether it is done alone
 * @throws {ORPCError} SECOND_PERSON_NEEDED with who could, PASSWORD_AGAIN, WRONG_PASSWORD, WAIT_FIRST, ACCOUNT_LOCKED
 */
export async function checkSecondPerson({ host, caller }: Pick<Desk, 'host' | 'caller'>, { may, others }: ReleaseRight, password: string | undefined): Promise<boolean> {
  if (may === 'freely')
    return false
  if (may === 'not')
    throw new ORPCError('SECOND_PERSON_NEEDED', { data: { names: others.map(({ name }) => name).join(', ') } })
  if (password === undefined || password === '')
    throw new ORPCError('PASSWORD_AGAIN')
  const trial = await host.accounts.tryPassword(caller.name, password)
  return trial.outcome === 'right' ? true : refuseTrial(trial)
}
