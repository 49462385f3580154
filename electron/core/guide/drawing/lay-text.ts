/** Words in a picture: how wide they come out, and in how many lines. Judged generously, for no typeface is at hand here. */
import type { Shape } from './shapes.ts'
import { textSize } from './shapes.ts'

type Text = Extract<Shape, { shape: 'text' }>

/** Points. A Hangul syllable is nearly as wide as the type is high, other letters about half. */
export const widthOf = (text: string, size = textSize): number =>
  size * Array.from(text).reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2E7F ? 0.9 : 0.57), 0)

/** Lines no wider than so many points; a word that is wider is cut, and what has no room ends in an ellipsis. */
export function linesOf(text: string, within: number, most = 2, size = textSize): string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/).flatMap(whole => piecesOf(whole, within, size))) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= within)
      lines[lines.length - 1] = `${last} ${word}`
    else
      lines.push(word)
  }
  const kept = lines.slice(0, most)
  return lines.length > most ? [...kept.slice(0, -1), shortened(`${kept.at(-1) ?? ''}…`, within, size)] : kept
}

function piecesOf(word: string, within: number, size: number): string[] {
  const pieces: string[] = ['']
  for (const letter of word) {
    const last = pieces.at(-1) ?? ''
    if (last && widthOf(last + letter, size) > within)
      pieces.push(letter)
    else
      pieces[pieces.length - 1] = last + letter
  }
  return pieces
}

const shortened = (text: string, within: number, size: number): string =>
  widthOf(text, size) <= within || text.length <= 2 ? text : shortened(`${[...text].slice(0, -2).join('')}…`, within, size)

/** Lines one below the other; y is where the first stands. */
export const stacked = (lines: readonly string[], look: Omit<Text, 'shape' | 'text'>): Text[] =>
  lines.map((text, index) => ({ shape: 'text', text, ...look, y: look.y + index * (look.size ?? textSize) * 1.25 }))
