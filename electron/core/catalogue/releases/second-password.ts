/** The password again, where one person does what two should. Never inside a transaction: a key is derived. */
import type { Desk } from '../../door.ts'
import type { ReleaseRight } from '../model.ts'
import { ORPCError } from '@orpc/server'
import { refuseTrial } from '../../staff/sign-in.ts'

/**
 * @returns whether it is done alone
 * @throws {ORPCError} SECOND_PERSON_NEEDED with who could, PASSWORD_AGAIN, WRONG_PASSWORD, WAIT_FIRST, ACCOUNT_LOCKED
 */
export async function checkSecondPerson({ host, caller }: Pick<Desk, 'host' | 'caller'>, right: ReleaseRight, password: string | undefined): Promise<boolean> {
  if (right.may === 'freely')
    return false
  if (right.may === 'not')
    throw secondPersonNeeded(right)
  if (password === undefined || password === '')
    throw new ORPCError('PASSWORD_AGAIN')
  const trial = await host.accounts.tryPassword(caller.name, password)
  return trial.outcome === 'right' ? true : refuseTrial(trial)
}

/**
 * The same once more inside the transaction: while a key was derived, a second person may have come or gone.
 *
 * @returns whether it is done alone
 * @throws {ORPCError} SECOND_PERSON_NEEDED with who could, PASSWORD_AGAIN
 */
export function checkStillRight(right: ReleaseRight, withPassword: boolean): boolean {
  if (right.may === 'not')
    throw secondPersonNeeded(right)
  if (right.may === 'with-password' && !withPassword)
    throw new ORPCError('PASSWORD_AGAIN')
  return right.may === 'with-password'
}

const secondPersonNeeded = ({ others }: ReleaseRight): ORPCError<string, unknown> =>
  new ORPCError('SECOND_PERSON_NEEDED', { data: { names: others.map(({ name }) => name).join(', ') } })
