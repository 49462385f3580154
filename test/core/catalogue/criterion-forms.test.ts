import type { FieldForm } from '#core/eligibility/criterion-forms'
import { describe, expect, it } from 'vitest'
import { Deadline } from '#core/catalogue/editor/model'
import { criterionForms, criterionKinds } from '#core/eligibility/criterion-forms'
import { ApplyFrom } from '#core/policy/apply-from'
import { LifeEvent, LifeStage, Target, Theme } from '#core/policy/welfare-service'
import { realTexts } from '../../support/open-counter'

const textAt = (language: 'ko' | 'en', path: string): unknown =>
  path.split('.').reduce<unknown>((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], realTexts[language])
const hasWords = (...paths: readonly string[]) => paths.filter(path => (['ko', 'en'] as const).some(language => typeof textAt(language, path) !== 'string'))
/** Keys of `terms` are flat. */
const isTerm = (key: string): boolean => (['ko', 'en'] as const).every(language => typeof realTexts[language].terms?.[key] === 'string')

describe('the form of each kind of condition', () => {
  it.each(criterionKinds)('has its words in both languages: %s', (kind) => {
    const { group, fields } = criterionForms[kind]
    const named = Object.keys(fields).map(name => `catalogue.kinds.${kind}.${name}`)
    expect(hasWords(`catalogue.groups.${group}`, `catalogue.kinds.${kind}.name`, `catalogue.kinds.${kind}.example`, ...named)).toEqual([])
    for (const field of Object.values(fields) as FieldForm[]) {
      const options = field.takes === 'choice' || field.takes === 'several' ? field.options.map(option => [`catalogue.options.${field.words}.${option}`, `${field.words}.${option}`] as const) : []
      expect(options.filter(([own, term]) => hasWords(own).length > 0 && !isTerm(term))).toEqual([])
      expect(field.takes === 'period' ? hasWords(...field.units.map(unit => `catalogue.periods.${unit}`)) : []).toEqual([])
    }
  })

  it('and the lists beside it have theirs', () => {
    const lists = { stage: LifeStage.options, target: Target.options, theme: Theme.options, lifeEvent: LifeEvent.options, deadlineFrom: Deadline.shape.from.options, firstDay: Deadline.shape.firstDay.options, lastDayOnHoliday: Deadline.shape.lastDayOnHoliday.options, applyFromBefore: ApplyFrom.shape.before.options }
    expect(Object.entries(lists).flatMap(([words, options]) => hasWords(...options.map(option => `catalogue.options.${words}.${option}`)))).toEqual([])
  })
})
