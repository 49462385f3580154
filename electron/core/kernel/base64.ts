/** Bytes as text and back (RFC 4648, with padding), for what travels and is stored; core has no `atob`. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const padding = '='.charCodeAt(0)
const codes = Uint8Array.from(letters, letter => letter.charCodeAt(0))
/** By character code; 64 for what is no letter. */
const values = new Uint8Array(128).fill(64)
codes.forEach((code, value) => values[code] = value)

const paddingOf = (text: string): number => text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0

/** How many bytes the text holds. */
export const bytesInBase64 = (text: string): number => Math.max(0, text.length / 4 * 3 - paddingOf(text))

/** @throws {RangeError} where the text is none */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0)
    throw new RangeError('not base64')
  const bytes = new Uint8Array(bytesInBase64(text))
  const end = text.length - paddingOf(text)
  const valueAt = (place: number): number => {
    const code = text.charCodeAt(place)
    const value = place >= end ? 0 : values[code] ?? 64
    if (value === 64)
      throw new RangeError('not base64')
    return value
  }
  for (let place = 0, at = 0; place < text.length; place += 4) {
    const group = valueAt(place) << 18 | valueAt(place + 1) << 12 | valueAt(place + 2) << 6 | valueAt(place + 3)
    // What lies beyond the end is not written.
    bytes[at++] = group >> 16
    bytes[at++] = group >> 8 & 255
    bytes[at++] = group & 255
  }
  return bytes
}

/** Bytes that become one piece of text at a time; a multiple of three. */
const piece = 24_576

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += piece)
    text += textOf(bytes.subarray(from, from + piece))
  return text
}

function textOf(bytes: Uint8Array): string {
  const said = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding)
  for (let place = 0, at = 0; place < bytes.length; place += 3, at += 4) {
    const group = (bytes[place] ?? 0) << 16 | (bytes[place + 1] ?? 0) << 8 | (bytes[place + 2] ?? 0)
    const length = Math.min(3, bytes.length - place) + 1
    for (let step = 0; step < length; step++)
      said[at + step] = codes[group >> 18 - step * 6 & 63] ?? padding
  }
  return String.fromCharCode(...said)
}
