/** Ids and tokens. UUIDs of version 7 sort by the time they were made, also within one millisecond. */
import { Buffer } from 'node:buffer'
import { createHash, randomBytes } from 'node:crypto'

/** @param chance so many random bytes; the sample hands in bytes of its own, so that it is the same each time */
export function makeIdMaker(now: () => number, chance: (bytes: number) => Buffer = randomBytes): () => string {
  let lastTime = 0
  let counter = 0
  return () => {
    const time = Math.max(now(), lastTime)
    counter = time === lastTime
      ? counter + 1
      : 0
    lastTime = counter > 0xFFF
      ? time + 1
      : time
    counter = counter > 0xFFF
      ? 0
      : counter
    const bytes = Buffer.alloc(16)
    bytes.writeUIntBE(lastTime, 0, 6)
    bytes.writeUInt16BE(0x7000 | counter, 6)
    chance(8).copy(bytes, 8)
    bytes[8] = bytes[8]! & 0x3F | 0x80
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}

/** 256 random bits as text. */
export const makeToken = (): string => randomBytes(32).toString('base64url')

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
