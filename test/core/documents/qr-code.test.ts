/* eslint-disable no-unmodified-loop-condition, e18e/prefer-array-fill */
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { QR_SIDE, qrCode } from '#server/documents/blocks/vectors'

interface Box { x: number, y: number, w: number, h: number, strokes: string }
const boxOf = (url: string): Box => qrCode(url)[0] as unknown as Box

/** Reads the dashed lines back into squares, as a camera would. */
function squaresOf({ w, strokes }: Box, size: number): boolean[][] {
  const squares = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const scale = Number(/^([\d.]+) 0 0 [\d.]+ 0 0 cm/.exec(strokes)?.[1])
  expect(scale * size).toBeCloseTo(w, 2)
  for (const [, lengths, start, y, end] of strokes.matchAll(/\[([\d ]+)\] 0 d (\d+) ([\d.]+) m (\d+) [\d.]+ l S/g)) {
    let at = Number(start)
    lengths!.split(' ').map(Number).forEach((length, index) => {
      for (let x = at; index % 2 === 0 && x < at + length; x++)
        squares[Math.floor(Number(y))]![x] = true
      at += length
    })
    expect(at).toBe(Number(end))
  }
  return squares
}

describe('the QR code on paper', () => {
  it.each(['https://www.gov.kr', 'https://www.bokjiro.go.kr/ssis-tbu/twataa/wlfareInfo/moveTWAT52011M.do?wlfareInfoId=WLF00001132'])('draws every square of %s', (url) => {
    const { data, size } = encode(url, { ecc: 'M', border: 0 })
    expect(squaresOf(boxOf(url), size)).toEqual(data)
    // A second drawing is not changed by what the layout did to the first.
    Object.assign(boxOf(url), { x: 999, strokes: '' })
    expect(boxOf(url)).toMatchObject({ x: 0, y: 0 })
    expect(squaresOf(boxOf(url), size)).toEqual(data)
  })

  it('is 22 mm wide', () => {
    expect(QR_SIDE).toBeCloseTo(62.36, 2)
    expect(boxOf('https://www.gov.kr')).toMatchObject({ w: QR_SIDE, h: QR_SIDE })
  })
})
