/** Mangled files: nothing throws, no good neighbour is lost, everything left out has a place and a reason. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyText } from '#core/catalogue/formats/tidy-text'
import { readOfficial } from '../../support/official/read-official.ts'

const idOf = (index: number): string => `WLF${String(index).padStart(8, '0')}`
const xmlRecord = (index: number): string => `<servList><servId>${idOf(index)}</servId><servNm>표본 ${index}</servNm><jurMnofNm>표본부</jurMnofNm><lifeArray>노년</lifeArray></servList>`
const jsonRecord = (index: number): string => JSON.stringify({ 서비스ID: `10000000${String(index).padStart(4, '0')}`, 서비스명: `표본 ${index}`, 서비스목적요약: '요약 "따옴표" {괄호}', 소관기관명: '표본부', 조회수: index })

/** Ways in which a record breaks; each leaves its neighbours readable to a person. */
const spoilXml = fc.constantFrom<(record: string) => string>(
  record => record.replace('</servNm>', ''),
  record => record.replace('</servList>', ''),
  record => record.replace('표본', 'A & B <'),
  record => record.replace(/<servId>.*<\/servId>/, ''),
  record => record.replace(/<servId>.*<\/servId>/, '<servId>번호</servId>'),
  record => record.replace(/<servNm>.*<\/servNm>/, ''),
  record => record.replace('<servNm>', '<servNm a=>'),
  record => record.slice(0, 20),
)
const spoilJson = fc.constantFrom<(record: string) => string>(
  record => record.replace('"서비스명"', '서비스명'),
  record => record.replace(/\}$/, ''),
  record => record.replace('표본', '표"본'),
  record => record.replace('요약', '요\n약'),
  record => record.replace(/"서비스ID":"\d+",/, ''),
  record => record.replace(/"서비스ID":"\d+"/, '"서비스ID":"가나다"'),
  record => record.replace(/"서비스명":"[^"]*",/, ''),
  record => record.replace('"조회수":', '"조회수"'),
  record => record.replace('"서비스명":"', '"서비스명":'),
)

const spoilt = <Spoil>(spoil: fc.Arbitrary<Spoil>) => fc.record({
  count: fc.integer({ min: 1, max: 12 }),
  spoils: fc.array(fc.record({ at: fc.nat(11), spoil }), { maxLength: 4 }),
  chunk: fc.integer({ min: 1, max: 400 }),
})

function check(kind: 'xml' | 'json', { count, spoils, chunk }: { count: number, spoils: { at: number, spoil: (record: string) => string }[], chunk: number }): void {
  const record = kind === 'xml' ? xmlRecord : jsonRecord
  const bad = new Map(spoils.filter(({ at }) => at < count).map(({ at, spoil }) => [at, spoil]))
  const records = Array.from({ length: count }, (_, index) => bad.get(index)?.(record(index)) ?? record(index))
  const file = kind === 'xml' ? `<wantedList><totalCount>${count}</totalCount>${records.join('')}</wantedList>` : `{"totalCount":${count},"data":[${records.join(',')}]}`
  const { parts, problems, summary } = readOfficial('표본', file, chunk)
  const names = new Set(parts.map(({ fields }) => fields.name))
  for (let index = 0; index < count; index++) {
    if (!bad.has(index))
      expect(names, `${index} of ${file}`).toContain(`표본 ${index}`)
  }
  const broken = problems.filter(({ severity }) => severity === 'broken')
  for (const { place, reason } of broken)
    expect([place.file, place.record, place.line, reason.code]).toEqual(['표본', expect.any(Number), expect.any(Number), expect.any(String)])
  expect(parts.length + broken.length, file).toBeGreaterThanOrEqual(count)
  expect(summary.broken).toBe(broken.length)
}

describe('a file with broken records', () => {
  it('in XML loses none of the others, and tells each', () => {
    fc.assert(fc.property(spoilt(spoilXml), input => check('xml', input)), { numRuns: 500 })
  })

  it('in JSON loses none of the others, and tells each', () => {
    fc.assert(fc.property(spoilt(spoilJson), input => check('json', input)), { numRuns: 500 })
  })

  it('cut anywhere gives the records before the cut', () => {
    const whole = `{"data":[${Array.from({ length: 6 }, (_, index) => jsonRecord(index)).join(',')}]}`
    fc.assert(fc.property(fc.nat(whole.length), (cut) => {
      const { parts, problems } = readOfficial('x', whole.slice(0, cut))
      expect(problems.some(({ severity }) => severity === 'broken')).toBe(cut < whole.length)
      const complete = Array.from({ length: 6 }, (_, index) => whole.indexOf(jsonRecord(index)) + jsonRecord(index).length).filter(end => end <= cut).length
      expect(parts.length).toBe(complete)
    }))
  })

  it('of any characters at all never throws, and says something about it', () => {
    const bits = fc.constantFrom('<servList>', '</servList>', '<wantedDtl>', '{', '}', '[', ']', '"', ',', ':', '\\', '\n', '&', ';', '<', '>', '"서비스ID"', '"servId"', 'WLF00000001', '가')
    fc.assert(fc.property(fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (pieces, chunk) => {
      const { parts, problems } = readOfficial('x', pieces.join(''), chunk)
      expect(parts.length + problems.length).toBeGreaterThan(0)
    }), { numRuns: 1000 })
  })

  it('reads the same in chunks of any size', () => {
    const file = `<wantedList>${Array.from({ length: 5 }, (_, index) => xmlRecord(index)).join('\n')}</wantedList>`
    const whole = readOfficial('x', file)
    fc.assert(fc.property(fc.integer({ min: 1, max: file.length }), (size) => {
      expect(readOfficial('x', file, size)).toEqual(whole)
    }))
  })
})

describe('tidying a text', () => {
  const untidy = fc.array(fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('&amp;', '&amp;amp;', '&amp;#9312;', '&lt;br&gt;', '&#13;', '&#x0;', '&nbsp;', '<p>', '</p>', '<br/>', '\r\n', '\t', '\u200B', '\uFEFF', '\u00AD', '\uF081', '\u3164', '&', 'amp;', '#38;', 'lt;', '<청년>', '\uD800'),
  ), { maxLength: 30 }).map(pieces => pieces.join(''))

  it('twice changes nothing more', () => {
    fc.assert(fc.property(untidy, (text) => {
      const tidy = tidyText(text)
      expect(tidyText(tidy)).toBe(tidy)
    }), { numRuns: 2000 })
  })

  it('leaves no entities, no control characters, no tags of HTML and no halves of characters', () => {
    fc.assert(fc.property(untidy, (text) => {
      const tidy = tidyText(text)
      expect(tidy).not.toMatch(/&(?:amp|lt|gt|quot|nbsp|#\d+|#x[\da-f]+);/i)
      // eslint-disable-next-line no-control-regex -- none may be left
      expect(tidy).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\uFEFF\u00AD]|<\/?(?:p|br)\s*\/?>/i)
      expect(tidy.isWellFormed()).toBe(true)
    }), { numRuns: 2000 })
  })

  it('never takes words away', () => {
    expect(tidyText('R&D 지원 <만 19~34세 청년> 5 < 10 & 20 > 3')).toBe('R&D 지원 <만 19~34세 청년> 5 < 10 & 20 > 3')
  })
})
