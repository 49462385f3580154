/**
 * A chosen emblem as it is kept: redrawn small in this page, as PNG so that what shines through stays paper; where
 * that is too large, as JPEG. Nothing of where and how the picture was made is left in it.
 */
import type { PaperTexts } from '#core/paper-texts/model'
import { toBase64 } from '#core/kernel/base64'
import { mostEmblemBytes } from '#core/paper-texts/model'

export type EmblemTrouble = 'tooLarge' | 'wrongType' | 'notReadable'
type Emblem = NonNullable<PaperTexts['emblem']>

export const emblemTypes = ['image/png', 'image/jpeg']
/** Pixels of the longest side: three times what a printer needs for 11 mm at 300 dpi, so that a cover can use it too. */
const sides = [480, 320, 200]
/** Beyond this an old computer runs out of memory while reading it. */
const mostBytesRead = 20 * 1024 * 1024

export async function prepareEmblem(file: File): Promise<Emblem | EmblemTrouble> {
  if (!emblemTypes.includes(file.type))
    return 'wrongType'
  if (file.size > mostBytesRead)
    return 'tooLarge'
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture)
    return 'notReadable'
  try {
    for (const side of sides) {
      for (const type of ['image/png', 'image/jpeg'] as const) {
        const bytes = await redraw(picture, side, type)
        if (bytes && bytes.length <= mostEmblemBytes)
          return { type, base64: toBase64(bytes) }
      }
    }
    return 'tooLarge'
  }
  finally {
    picture.close()
  }
}

async function redraw(picture: ImageBitmap, most: number, type: Emblem['type']): Promise<Uint8Array | undefined> {
  const scale = Math.min(1, most / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen)
    return undefined
  if (type === 'image/jpeg') {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type, 0.9))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
