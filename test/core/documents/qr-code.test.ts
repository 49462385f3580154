/* eslint-disable no-unmodified-loop-condition, e18e/prefer-array-fill */
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { QR_SIDE, qrCode } from '#server/documents/vectors'

interface Line { x1: number, x2: number, y1: number, lineWidth: number, dash: { length: number[] } }

/** Reads the dashed lines back into squares, as a camera would. */
function squaresOf(url: string, size: number): boolean[][] {
  const side = QR_SIDE / size
  const squares = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const { x1, y1, dash } of qrCode(url) as unknown as Line[]) {
    let at = x1
    dash.length.forEach((length, index) => {
      for (let x = at; index % 2 === 0 && x < at + length - side / 2; x += side)
        squares[Math.floor(y1 / side)]![Math.round(x / side)] = true
      at += length
    })
  }
  return squares
}

describe('the QR code on paper', () => {
  it.each(['https://www.gov.kr', 'https://www.bokjiro.go.kr/ssis-tbu/twataa/wlfareInfo/moveTWAT52011M.do?wlfareInfoId=WLF00001132'])('draws every square of %s', (url) => {
    const { data, size } = encode(url, { ecc: 'M', border: 0 })
    expect(squaresOf(url, size)).toEqual(data)
    // A second drawing is not changed by what pdfmake did to the first.
    ;(qrCode(url) as unknown as Line[]).forEach(line => Object.assign(line, { x1: 999 }))
    expect(squaresOf(url, size)).toEqual(data)
  })

  it('is 22 mm wide', () => {
    expect(QR_SIDE).toBeCloseTo(62.36, 2)
    const ends = (qrCode('https://www.gov.kr') as unknown as Line[]).map(({ x2 }) => x2)
    expect(Math.max(...ends)).toBeCloseTo(QR_SIDE, 5)
  })
})
