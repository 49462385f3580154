/** Files as the page sends them: a bare JPEG of any length, one that says where it was taken, a small PDF. */
const header = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00]
const exif = [0xFF, 0xE1, 0x00, 0x0A, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4D, 0x4D]
const scan = [0xFF, 0xDA, 0x00, 0x02]

const start = [...header, ...scan]

/** Every byte that a store could stumble over is in it. */
export const aPhoto = (length = 1500): Uint8Array =>
  Uint8Array.from({ length }, (_, place) => start[place] ?? place * 31 % 256)

export const aPhotoWithPlace = (): Uint8Array => Uint8Array.from([...header, ...exif, ...scan, 1, 2, 3])
export const aPdf = (): Uint8Array => new TextEncoder().encode('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')
export const asBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
