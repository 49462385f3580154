/** The records that ship are checked here, once, because a start does not check them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tidyText } from '#core/catalogue/formats/tidy-text'
import { canonicalJson } from '#core/catalogue/item-text'
import { OfficialRecord } from '#core/policy/official-record'
import { loadPolicy } from '#server/load-policy'
import { loadRecords } from '#server/load-records'

const folder = join(import.meta.dirname, '../../resources/catalogue')
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { publisher: string, file: string, records: number, dataFrom: string, dataUntil: string, by: object, scopeOfUse: object }[]

describe.each(manifest)('$file', ({ publisher, file, records: count }) => {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1, -1).map(line => line.replace(/,$/, ''))
  const records = lines.map(line => JSON.parse(line) as unknown)

  it('holds as many records as its manifest says, one a line, in canonical form', () => {
    expect(records).toHaveLength(count)
    expect(lines).toEqual(records.map(canonicalJson))
  })

  it('holds nothing but records of its publisher, each id once, in order', () => {
    const read = records.map(record => OfficialRecord.parse(record))
    expect(new Set(read.map(record => record.publisher))).toEqual(new Set([publisher]))
    const ids = read.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it('has tidy texts: no entities, no control characters', () => {
    for (const record of records.map(record => OfficialRecord.parse(record))) {
      for (const text of [record.name, record.summary, record.forWhom, record.selection, record.benefit, record.howToApply])
        expect(text, record.id).toBe(text === undefined ? undefined : tidyText(text))
    }
  })
})

it('local records name the province in which they hold', async () => {
  const { records } = await loadRecords(folder)
  const local = [...records.values()].filter(({ publisher }) => publisher === 'bokjiro-local')
  expect(local.filter(({ province }) => province !== '서울특별시')).toEqual([])
})

it('rules of ours find the record of the same service among them', async () => {
  const { records } = await loadRecords(folder)
  const { services } = await loadPolicy(join(folder, '../policy'))
  const found = [...services.values()].filter(({ bokjiroId }) => bokjiroId !== undefined && records.has(bokjiroId))
  expect(found.length).toBeGreaterThan(50)
})
