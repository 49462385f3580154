/** All handlers of signing in and of the accounts. A registry and nothing else. */
import { changeOwnPassword, setPassword } from './passwords.ts'
import { current, lock, signOut, touch, unlock } from './screen-lock.ts'
import { signIn } from './sign-in.ts'
import { add, change, list } from './staff-accounts.ts'
import { setAbsence } from './stand-in.ts'

export const staffHandlers = {
  signIn,
  signOut,
  lock,
  unlock,
  current,
  touch,
  changeOwnPassword,
  list,
  add,
  change,
  setPassword,
  setAbsence,
}
