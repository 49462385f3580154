/** The review says every field of every service, figure and record in both languages. */
import { describe, expect, it } from 'vitest'
import { fieldChanges } from '#core/catalogue/differences/field-changes'
import { versionIn } from '#core/catalogue/differences/version-in'
import { wordStretches } from '#core/catalogue/differences/word-stretches'
import { PlainDate } from '#core/kernel/dates'
import { OfficialRecord } from '#core/policy/official-record'
import { Parameter } from '#core/policy/parameter'
import { LifeEvent, LifeStage, Target, Theme, WelfareService } from '#core/policy/welfare-service'
import { aRecord } from '../../support/catalogue-at-desk.ts'
import { realCatalogue, realTexts } from '../../support/open-counter.ts'

const today = PlainDate.parse('2026-11-23')
const catalogue = await realCatalogue()
const host = { texts: realTexts }

const schemas = { service: WelfareService, parameter: Parameter, record: OfficialRecord } as const
const labels = (language: 'ko' | 'en', kind: keyof typeof schemas) => (realTexts[language].releases as unknown as { fields: Record<string, Record<string, string>> }).fields[kind]!

describe.each(Object.keys(schemas) as (keyof typeof schemas)[])('each field of a %s', (kind) => {
  it('has a name in both languages', () => {
    const fields = Object.keys(schemas[kind].shape).filter(field => field !== 'id' && field !== 'views')
    expect(fields.filter(field => !labels('ko', kind)[field] || !labels('en', kind)[field])).toEqual([])
  })
})

it('everything that ships can be said', () => {
  const said = (['service', 'parameter', 'record'] as const).flatMap((kind) => {
    const items = { service: catalogue.services, parameter: catalogue.parameters, record: catalogue.records }[kind]
    return [...items.keys()].flatMap(itemId => fieldChanges(kind, undefined, versionIn(catalogue, { kind, itemId }, host, today)).map(change => ({ itemId, ...change })))
  })
  expect(said.length).toBeGreaterThan(4000)
  const texts = said.map(({ change }) => JSON.stringify(change))
  expect(texts.filter(text => /\{\w+\}|undefined|NaN|\[object/.test(text))).toEqual([])
  expect(said.filter(({ change }) => change.as === 'list' && change.came.some(({ ko, en }) => !ko || !en))).toEqual([])
})

it('every word of a closed list has its sentence, also of a record', () => {
  const everything = aRecord(1, { stages: LifeStage.options, targets: Target.options, themes: Theme.options, ways: OfficialRecord.shape.ways.element.options, conditions: { codes: ['JA0101'], ageFrom: 0, ageTo: 8 }, publisher: 'gov24' })
  const shelf = { ...catalogue, records: new Map([[everything.id as string, everything]]) }
  expect(fieldChanges('record', undefined, versionIn(shelf, { kind: 'record', itemId: everything.id }, host, today)).length).toBeGreaterThan(8)
  const [service] = catalogue.services.values()
  const busy = { ...service!, lifeEvents: LifeEvent.options }
  expect(fieldChanges('service', undefined, versionIn({ ...catalogue, services: new Map([[busy.id as string, busy]]) }, { kind: 'service', itemId: busy.id }, host, today)).find(({ field }) => field === 'lifeEvents')?.change).toMatchObject({ came: expect.objectContaining({ length: LifeEvent.options.length }) as never })
})

it('a figure of a new year is one line more, with its source', () => {
  const [median] = [...catalogue.parameters.values()].filter(({ id }) => id === 'median-income')
  const shorter = { ...median!, values: median!.values.slice(0, -1) }
  const before = versionIn({ ...catalogue, parameters: new Map([[median!.id, shorter]]) }, { kind: 'parameter', itemId: median!.id }, host, today)
  const fields = fieldChanges('parameter', before, versionIn(catalogue, { kind: 'parameter', itemId: median!.id }, host, today))
  expect(fields).toHaveLength(1)
  expect(fields[0]!.change).toMatchObject({ as: 'list', gone: [], kept: median!.values.length - 1 })
  expect((fields[0]!.change as { came: { ko: string, en: string }[] }).came[0]!.ko).toContain(`${median!.values.at(-1)!.from}부터 1인`)
})

describe('two versions of a text', () => {
  it('are told apart by words', () => {
    expect(wordStretches('만 65세 이상에게 드려요.', '만 70세 이상에게 드려요.')).toEqual([
      { is: 'same', text: '만 ' },
      { is: 'gone', text: '65세 ' },
      { is: 'came', text: '70세 ' },
      { is: 'same', text: '이상에게 드려요.' },
    ])
  })

  it('say together what either said, however long they are', () => {
    const [before, after] = ['가나 다라 '.repeat(3000), '마바 사아 '.repeat(3000)]
    const stretches = wordStretches(before, after)
    expect(stretches.filter(({ is }) => is !== 'came').map(({ text }) => text).join('')).toBe(before)
    expect(stretches.filter(({ is }) => is !== 'gone').map(({ text }) => text).join('')).toBe(after)
  })
})
