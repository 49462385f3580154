/** A picture drawn anew in this page, smaller: nothing of place, time and device is left in what comes out. */

export interface Redrawn {
  /** Pixels of the longest side. */
  readonly most: number
  readonly type: 'image/png' | 'image/jpeg'
  /** 0 to 1, for JPEG. */
  readonly quality: number
}

/** @returns nothing where the browser cannot draw it */
export async function redrawPicture(picture: ImageBitmap, { most, type, quality }: Redrawn): Promise<Uint8Array | undefined> {
  const scale = Math.min(1, most / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen)
    return undefined
  // JPEG knows no transparency: what shines through is paper, not black.
  if (type === 'image/jpeg') {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type, quality))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
