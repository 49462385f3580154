/** Names and numbers as they stand on the screen until somebody asks to see them: 김*수, 010-****-1234. */

export function maskName(name: string): string {
  const letters = [...name.trim()]
  if (letters.length <= 1)
    return '*'
  if (letters.length === 2)
    return `${letters[0]}*`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}

/** The area code and the last four digits stay; a number too short for that is hidden whole. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 9)
    return '*'.repeat(phone.length)
  const area = digits.startsWith('02') ? 2 : 3
  return `${digits.slice(0, area)}-${'*'.repeat(digits.length - area - 4)}-${digits.slice(-4)}`
}

/** The year stays, month and day become asterisks. */
export const maskBirth = (birth: string): string => `${birth.slice(0, 4)}-**-**`
