/** Operators of a page's content (ISO 32000-1, 8 and 9), said once where they do not change. */

/** Operators that belong together: within them nothing is said twice. */
export interface Strokes {
  readonly operators: string[]
  /** What was said last of colour, width, dash, font and so on. */
  readonly said: Map<string, string>
}

/** Says something of the strokes to come, once. */
export function say({ operators, said }: Strokes, what: string, operator: string): void {
  if (said.get(what) === operator)
    return
  said.set(what, operator)
  operators.push(operator)
}

/** Thousandths of a point are more than a printer has. */
export const number = (points: number): number => Math.round(points * 1000) / 1000

const colors = new Map<string, string>()
const hex = /^#[0-9a-f]{6}$/i

/** @returns red, green and blue for `rg` and `RG`, or nothing for a colour that only pdfmake knows */
export function colorOf(color: unknown): string | undefined {
  if (color === 'black')
    return '0 0 0'
  if (typeof color !== 'string' || !hex.test(color))
    return undefined
  let parts = colors.get(color)
  if (!parts)
    colors.set(color, parts = [1, 3, 5].map(at => number(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' '))
  return parts
}
