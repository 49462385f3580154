/** Passwords of a file that leaves the office. Kept nowhere. */

/** Shortest password of a clerk's own, in letters. */
export const shortestPassword = 10

/**
 * What is wrong with a password of the clerk's own. Hangul is left out: programs that open a ZIP do not agree how to
 * read it.
 */
export function passwordFault(password: string): 'short' | 'letters' | 'same' | undefined {
  if (!/^[\x20-\x7E]*$/.test(password))
    return 'letters'
  if (password.length < shortestPassword)
    return 'short'
  return new Set(password).size < 4 ? 'same' : undefined
}

const groups = 6
const inGroup = 3

/**
 * A password that is told by phone in any language: 18 digits, about 60 bits, since a ZIP can be tried a million times a
 * second.
 *
 * @param chance random bytes, as many as are asked for
 */
export function madePassword(chance: (count: number) => Uint8Array = count => crypto.getRandomValues(new Uint8Array(count))): string {
  let digits = ''
  while (digits.length < groups * inGroup) {
    // 250 and above would make the low digits likelier.
    digits += [...chance(32)].filter(byte => byte < 250).map(byte => byte % 10).join('')
  }
  return digits.slice(0, groups * inGroup)
}

/** In groups of three, as it is read out; the gaps are not typed. */
export const spoken = (password: string): string => password.match(/.{1,3}/g)?.join(' ') ?? password
