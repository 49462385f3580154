/**
 * A chosen file as it is sent: photos are redrawn, smaller and as JPEG, so that nothing of place, time and device is
 * left in them; a PDF goes as it is. The name of the file stays here.
 */
import type { AttachmentType } from '#core/attachments/model'
import { mostBytes } from '#core/attachments/model'
import { toBase64 } from '#core/kernel/base64'

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
    const photo = await redraw(picture, longestSide, 0.82)
    const thumbnail = await redraw(picture, thumbnailSide, 0.7)
    if (!photo)
      return 'notReadable'
    return photo.length > mostBytes ? 'tooLarge' : { mediaType: 'image/jpeg', base64: toBase64(photo), thumbnail: thumbnail ? toBase64(thumbnail) : null, bytesLong: photo.length }
  }
  finally {
    picture.close()
  }
}

async function redraw(picture: ImageBitmap, most: number, quality: number): Promise<Uint8Array | undefined> {
  const scale = Math.min(1, most / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen)
    return undefined
  // JPEG knows no transparency: what shines through is paper, not black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
