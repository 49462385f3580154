/**
 * How many pixels a picture says it has, read from its first bytes. Whoever draws it makes room for as many, so that a
 * small file can ask for more memory than a computer has; it is asked before anything is drawn.
 *
 * PNG: W3C PNG 5.3 and 11.2.2. JPEG: ITU-T T.81 B.1.1 and B.2.2.
 */
import type { Emblem } from '../guide/sheet.ts'

export interface PictureSize { readonly width: number, readonly height: number }

const pngSign = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

const at16 = (bytes: Uint8Array, place: number): number => (bytes[place] ?? 0) * 0x100 + (bytes[place + 1] ?? 0)
const at32 = (bytes: Uint8Array, place: number): number => at16(bytes, place) * 0x10000 + at16(bytes, place + 2)
const nameAt = (bytes: Uint8Array, place: number): string => String.fromCharCode(...bytes.subarray(place, place + 4))

/** @returns pixels, `undefined` where the bytes are no such picture or do not say */
export function pictureSize(type: Emblem['type'], bytes: Uint8Array): PictureSize | undefined {
  const size = type === 'image/png' ? pngSize(bytes) : jpegSize(bytes)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

/** The header comes first and once: of two, a reader may believe the second. */
function pngSize(bytes: Uint8Array): PictureSize | undefined {
  if (!pngSign.every((sign, place) => bytes[place] === sign))
    return undefined
  let found: PictureSize | undefined
  for (let place = pngSign.length; place + 12 <= bytes.length;) {
    const [length, name] = [at32(bytes, place), nameAt(bytes, place + 4)]
    if (place + 12 + length > bytes.length || (name === 'IHDR') === (found !== undefined))
      return undefined
    if (name === 'IHDR') {
      if (length !== 13)
        return undefined
      found = { width: at32(bytes, place + 8), height: at32(bytes, place + 12) }
    }
    if (name === 'IEND')
      return found
    place += 12 + length
  }
  return undefined
}

/** Every kind of frame: C0 to CF without the tables among them (C4, CC) and what is reserved (C8). */
const isFrame = (marker: number): boolean => marker >= 0xC0 && marker <= 0xCF && ![0xC4, 0xC8, 0xCC].includes(marker)
const [startOfImage, startOfScan, fill] = [0xD8, 0xDA, 0xFF]

/** Frames stand before the first scan; more than one is refused, for a reader may believe another than we. */
function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes[0] !== fill || bytes[1] !== startOfImage)
    return undefined
  let found: PictureSize | undefined
  for (let place = 2; place + 4 <= bytes.length;) {
    if (bytes[place] !== fill)
      return undefined
    const marker = bytes[place + 1] ?? 0
    if (marker === fill) {
      place += 1
      continue
    }
    if (marker === startOfScan)
      return found
    const length = at16(bytes, place + 2)
    if (length < 2 || place + 2 + length > bytes.length)
      return undefined
    if (isFrame(marker)) {
      if (found || length < 8)
        return undefined
      found = { height: at16(bytes, place + 5), width: at16(bytes, place + 7) }
    }
    place += 2 + length
  }
  return undefined
}
