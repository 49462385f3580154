/**
 * A chosen emblem as it is kept: redrawn small in this page, as PNG so that what shines through stays paper; where
 * that is too large, as JPEG. Nothing of where and how the picture was made is left in it.
 */
import type { PaperTexts } from '#core/paper-texts/model'
import { toBase64 } from '#core/kernel/base64'
import { mostEmblemBytes } from '#core/paper-texts/model'
import { redrawPicture } from '../../../client/redraw-picture'

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
        const bytes = await redrawPicture(picture, { most: side, type, quality: 0.9 })
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
