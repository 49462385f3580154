import { describe, expect, it } from 'vitest'
import { merged, saysSame, valueAt, withValue } from '../../renderer/screens/catalogue/editor/entry-values'

describe('a form by paths', () => {
  const form = { name: { ko: '이름', en: '' }, criteria: [{ kind: 'age', from: 65 }, { kind: 'any', of: [{ kind: 'sex', is: 'female' }] }] }

  it('is read and written inside without touching what stands beside it, and never in place', () => {
    const before = structuredClone(form)
    expect(valueAt(form, ['criteria', 1, 'of', 0, 'is'])).toBe('female')
    const after = withValue(form, ['criteria', 1, 'of', 0, 'is'], 'male')
    expect(after.criteria[1]).toEqual({ kind: 'any', of: [{ kind: 'sex', is: 'male' }] })
    expect(after.criteria[0]).toBe(form.criteria[0])
    expect(withValue(form, ['benefit', 'text', 'ko'], '돈')).toMatchObject({ benefit: { text: { ko: '돈' } }, name: form.name })
    expect(withValue(form, ['criteria', 0], undefined).criteria).toEqual([form.criteria[1]])
    expect(withValue(form, ['criteria', 0, 'from'], undefined).criteria[0]).toEqual({ kind: 'age' })
    expect(form).toEqual(before)
  })

  it('says the same whatever the order of its keys, with blanks or without', () => {
    expect(saysSame({ a: 1, b: { ko: ' x ', en: '' } }, { b: { ko: 'x' }, a: 1, c: undefined })).toBe(true)
    expect(saysSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
    expect(saysSame({ a: 0 }, {})).toBe(false)
    expect(saysSame({ a: false }, {})).toBe(false)
  })

  it('of two editors takes what only one changed, and names what both did', () => {
    const base = { phone: '1', how: 'a', url: 'u', until: '2027-01-01' }
    const { form: together, both } = merged(base, { phone: '2', how: 'b', url: 'u', until: '2027-01-01' }, { phone: '3', how: 'a', url: 'v' })
    expect(both).toEqual(['phone'])
    expect(together).toEqual({ phone: '2', how: 'b', url: 'v' })
  })
})
