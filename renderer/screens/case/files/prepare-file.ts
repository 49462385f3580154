/**
 * A chosen file as it is sent: photos are redrawn, smaller and as JPEG, so that nothing of place, time and device is
 * left in them; a PDF goes as it is. The name of the file stays here.
 */
import type { AttachmentType } from '#core/attachments/model'
import { mostBytes } from '#core/attachments/model'
import { toBase64 } from '#core/kernel/base64'
import { redrawPicture } from '../../../client/redraw-picture'

export type FileTrouble = 'tooLarge' | 'wrongType' | 'notReadable'
export interface PreparedFile { readonly mediaType: AttachmentType, readonly base64: string, readonly thumbnail: string | null, readonly bytesLong: number }

/** Pixels of the longest side. */
const longestSide = 1600
const thumbnailSide = 160
const photoTypes = ['image/jpeg', 'image/png', 'image/webp']
/** What a camera gives may be larger than what is kept; beyond this a tablet runs out of memory. */
const mostBytesOfPhoto = 40 * 1024 * 1024

export const acceptedTypes = [...photoTypes, 'application/pdf'].join(',')

export async function prepareFile(file: File): Promise<PreparedFile | FileTrouble> {
  if (file.type === 'application/pdf') {
    if (file.size > mostBytes)
      return 'tooLarge'
    return { mediaType: 'application/pdf', base64: toBase64(new Uint8Array(await file.arrayBuffer())), thumbnail: null, bytesLong: file.size }
  }
  if (!photoTypes.includes(file.type))
    return 'wrongType'
  if (file.size > mostBytesOfPhoto)
    return 'tooLarge'
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture)
    return 'notReadable'
  try {
    const photo = await redrawPicture(picture, { most: longestSide, type: 'image/jpeg', quality: 0.82 })
    const thumbnail = await redrawPicture(picture, { most: thumbnailSide, type: 'image/jpeg', quality: 0.7 })
    if (!photo)
      return 'notReadable'
    return photo.length > mostBytes ? 'tooLarge' : { mediaType: 'image/jpeg', base64: toBase64(photo), thumbnail: thumbnail ? toBase64(thumbnail) : null, bytesLong: photo.length }
  }
  finally {
    picture.close()
  }
}
