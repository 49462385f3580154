/** What the bytes really are: a JPEG without anything of camera and place, or a PDF. */
import type { AttachmentType } from './model.ts'

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, place) => bytes[place] === sign)

/** `undefined`: neither. */
export function typeOf(bytes: Uint8Array): AttachmentType | undefined {
  if (startsWith(bytes, 0xFF, 0xD8, 0xFF))
    return 'image/jpeg'
  return startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2D) ? 'application/pdf' : undefined
}

/** Segments of a JPEG that cameras and programs write into: APP1 (Exif with the place, XMP), APP13 (IPTC), comments. */
const telling = new Set([0xE1, 0xED, 0xFE])

/** Whether a JPEG still carries what a camera wrote about place, time and device. */
export function saysWhere(bytes: Uint8Array): boolean {
  let place = 2
  while (place + 4 <= bytes.length && bytes[place] === 0xFF) {
    const marker = bytes[place + 1] ?? 0
    // The picture itself begins; what could tell stands before it.
    if (marker === 0xDA || marker === 0xD9)
      return false
    if (telling.has(marker))
      return true
    place += 2 + ((bytes[place + 2] ?? 0) << 8 | (bytes[place + 3] ?? 0))
  }
  return false
}
