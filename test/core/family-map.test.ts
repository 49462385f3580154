/** Genogram and ecomap: drawn from the records, everybody once, nobody on top of another. */
import type { PlainDate } from '#core/kernel/dates'
import type { MapPerson, MapTie } from '#core/records/bodies/family-map'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawGenogram } from '#core/family-map/draw-genogram'
import { columnWidth, layGenogram } from '#core/family-map/lay-genogram'
import { wordsOfMap } from '#core/family-map/words-of-map'
import { FamilyMap, MapPerson as MapPersonSchema, tieKinds } from '#core/records/bodies/family-map'
import { openCounter, realTexts } from '../support/open-counter'
import { consentedVisit } from '../support/visit-at-desk'

const person = (id: string, more: Partial<MapPerson> = {}): MapPerson => MapPersonSchema.parse({ id, name: `표본${id}`, ...more })
let made = 0
const tie = (from: string, kind: MapTie['kind'], to: string): MapTie => ({ id: `tie${String(made++).padStart(5, '0')}`, from, to, kind })

describe('where people of a genogram stand', () => {
  it('parents above, a couple side by side with the man left, children eldest first below their middle', () => {
    const people = [person('woman1', { sex: 'female' }), person('man001', { sex: 'male' }), person('young1', { birth: '2018-01-01' as never }), person('eldest', { birth: '2010-01-01' as never })]
    const ties = [tie('woman1', 'married', 'man001'), ...['young1', 'eldest'].flatMap(child => [tie('woman1', 'parent', child), tie('man001', 'parent', child)])]
    const at = new Map(layGenogram(people, ties).map(each => [each.id, each]))
    expect([at.get('man001')!.row, at.get('woman1')!.row, at.get('young1')!.row]).toEqual([0, 0, 1])
    expect(at.get('woman1')!.x - at.get('man001')!.x).toBe(columnWidth)
    expect(at.get('eldest')!.x).toBeLessThan(at.get('young1')!.x)
    expect((at.get('eldest')!.x + at.get('young1')!.x) / 2).toBeCloseTo((at.get('man001')!.x + at.get('woman1')!.x) / 2)
  })

  it('somebody who was married twice stands between the two', () => {
    const people = ['first1', 'middle', 'second'].map(id => person(id))
    const at = new Map(layGenogram(people, [tie('first1', 'divorced', 'middle'), tie('middle', 'married', 'second')]).map(each => [each.id, each.x]))
    expect([at.get('first1')!, at.get('middle')!, at.get('second')!].toSorted((one, other) => one - other)[1]).toBe(at.get('middle'))
  })

  it('whatever the ties say, everybody stands once and nobody nearer than a column to a neighbour of the row', () => {
    const ids = Array.from({ length: 12 }, (_, place) => `person${place}`)
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 12 }),
      fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids, 'nobody'), kind: fc.constantFrom(...tieKinds) }), { maxLength: 30 }),
      (count, drawn) => {
        const people = ids.slice(0, count).map((id, place) => person(id, { sex: place % 3 === 0 ? 'male' : place % 3 === 1 ? 'female' : null }))
        const placed = layGenogram(people, drawn.map((each, place) => ({ id: `tie${String(place).padStart(5, '0')}`, ...each })))
        expect(placed.map(({ id }) => id)).toEqual(people.map(({ id }) => id))
        for (const one of placed) {
          expect(Number.isFinite(one.x) && one.x > -0.001 && Number.isInteger(one.row) && one.row >= 0).toBe(true)
          for (const other of placed)
            expect(one.id === other.id || one.row !== other.row || Math.abs(one.x - other.x) > columnWidth - 0.001).toBe(true)
        }
      },
    ), { numRuns: 300 })
  })
})

describe('the lines of a genogram', () => {
  it('leave name and years below a symbol readable, wherever the other one stands', () => {
    const people = [person('father', { sex: 'male', birthYear: 1944, diedOn: '2026-11-01' as never, died: true }), person('mother', { sex: 'female', birthYear: 1946 }), ...['child1', 'child2', 'child3'].map((id, place) => person(id, { birthYear: 1970 + place }))]
    const children = people.slice(2).map(({ id }) => id)
    const ties = [tie('father', 'married', 'mother'), ...children.flatMap(child => [tie('father', 'parent', child), tie('mother', 'parent', child)])]
    const words = wordsOfMap(realTexts, 'ko')
    const withoutFeelings = drawGenogram({ people, ties, helpers: [] }, '2026-11-30' as PlainDate, words)
    const linesOf = (drawing: typeof withoutFeelings) => drawing.shapes.flatMap(shape => shape.shape === 'line' ? [shape] : [])
    const known = new Set(linesOf(withoutFeelings).map(line => JSON.stringify(line)))
    const drawn = drawGenogram({ people, helpers: [], ties: [...ties, ...children.map((child, place) => tie(place === 1 ? child : 'father', 'cut-off', place === 1 ? 'father' : child))] }, '2026-11-30' as PlainDate, words)
    const felt = linesOf(drawn).filter(line => !known.has(JSON.stringify(line)))
    expect(felt).toHaveLength(children.length * 3) // each with its two strokes across
    const labels = drawn.shapes.flatMap(shape => shape.shape === 'text' && (shape.size ?? 10) < 10 ? [{ ...shape, size: shape.size ?? 10 }] : [])
    expect(labels).toHaveLength(people.length * 2)
    for (const { x1, y1, x2, y2 } of felt) {
      for (let share = 0; share <= 1; share += 0.01) {
        const [x, y] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
        expect(labels.filter(label => Math.abs(x - label.x) < 16 && y < label.y + 1 && y > label.y - label.size)).toEqual([])
      }
    }
  })
})

describe('the pictures of a case', () => {
  async function familyAfterDeath() {
    const counter = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await consentedVisit(counter.as('clerk'), 'move-in', '표본달래', '1984-05-01')
    await visit.member({ name: '표본서방', relation: 'spouse', birth: '1980-01-01', sex: 'male', diedOn: '2026-11-01' })
    await visit.member({ name: '표본첫째', relation: 'child', birth: '2012-02-29', sex: 'female' })
    await visit.member({ name: '표본둘째', relation: 'child', birth: '2016-02-29', sex: 'male', livingTogether: false })
    const proposal = await counter.as('clerk').cases.suggest({ visitId: visit.visitId })
    const page = await counter.as('clerk').cases.assign({ ...visit.seen(), urgency: proposal.urgency, kind: proposal.kind, plannerId: proposal.planners[0]!.id })
    return { counter, visit, caseId: page.case!.id }
  }

  it('are there before anybody drew them: sexes, ages, the death, who lives together, names masked', async () => {
    const { counter, caseId } = await familyAfterDeath()
    const { genogram, drawn } = await counter.as('planner').familyMap.ofCase({ caseId, language: 'ko' })
    expect(drawn).toBe(false)
    const texts = genogram.shapes.flatMap(shape => shape.shape === 'text' ? [shape.text] : [])
    expect(texts).toEqual(expect.arrayContaining(['표**래', '표**방', '42', '14', '10', '1980–2026']))
    expect(JSON.stringify(genogram)).not.toContain('표본')
    expect(genogram.alternative).toContain('표**래·표**방 부부')
    expect(genogram.alternative).toContain('표**방, 남, 돌아가심')
    expect(genogram.shapes.filter(shape => shape.shape === 'circle')).toHaveLength(3) // two of the visitor, one of the daughter
  })

  it('follow what the counter corrects, and keep what the planner drew', async () => {
    const { counter, visit, caseId } = await familyAfterDeath()
    const planner = counter.as('planner')
    const record = await planner.records.begin({ caseId, kind: 'family-map' })
    const body = FamilyMap.parse(record.body)
    const aunt = person('aunt01', { name: '표본고모', sex: 'female', birthYear: 1975 })
    const saved = await planner.records.save({ recordId: record.id, seenVersion: record.version, body: { ...body, people: [...body.people, aunt], ties: [...body.ties, tie('aunt01', 'cares-for', body.people[2]!.id)], helpers: [{ id: 'help01', kind: 'private', agencyId: null, name: '표본복지관', what: '반찬', strength: 'strong', flow: 'to-family' }] } })
    expect(saved.outcome).toBe('saved')
    await visit.reload()
    await visit.member({ personId: visit.visitor()!.id, name: '표본달님', birth: '1984-05-01', sex: 'female' })
    const { genogram, ecomap, drawn } = await planner.familyMap.ofCase({ caseId, language: 'en' })
    expect(drawn).toBe(true)
    expect(genogram.alternative).toContain('표**님')
    expect(genogram.alternative).toContain('표**모 cares for 표**째')
    expect(ecomap.alternative).toBe('표본복지관, Private agency, 반찬, strong, the household is helped')
  })

  it('are nobody else’s', async () => {
    const { counter, caseId } = await familyAfterDeath()
    await expect(counter.as('secondPlanner').familyMap.ofCase({ caseId, language: 'ko' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('clerk').familyMap.ofCase({ caseId, language: 'ko' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})
