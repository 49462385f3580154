/**
 * A day as it is typed at the desk: `20261110`, `2026-11-10`, `2026.11.10`, `2026. 11. 10.` or `261110`.
 *
 * Six digits mean the year up to this one where there is a choice: 611110 is 1961, 211110 is 2021.
 */

/**
 * @param text as typed
 * @param thisYear for six digits; 2026
 * @returns `2026-11-10`; `undefined` when it is not a whole day yet or does not exist
 */
export function typedDay(text: string, thisYear: number): string | undefined {
  const parts = partsOf(text.trim(), thisYear)
  if (!parts)
    return undefined
  const [year, month, day] = parts
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = new Date(`${written}T12:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : undefined
}

function partsOf(text: string, thisYear: number): readonly [number, number, number] | undefined {
  const separated = /^(\d{4})[-./\s년]+(\d{1,2})[-./\s월]+(\d{1,2})[.\s일]*$/.exec(text)
  if (separated)
    return [Number(separated[1]), Number(separated[2]), Number(separated[3])]
  const digits = text.replace(/\D/g, '')
  if (digits.length === 8)
    return [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  if (digits.length === 6) {
    const inThisCentury = 2000 + Number(digits.slice(0, 2))
    return [inThisCentury <= thisYear ? inThisCentury : inThisCentury - 100, Number(digits.slice(2, 4)), Number(digits.slice(4))]
  }
  return undefined
}

/** Whether the year has been typed in full, so that no digit of the day is still to come. */
export const looksComplete = (text: string): boolean => text.replace(/\D/g, '').length >= 8
