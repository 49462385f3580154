/** Everything that is worth a second look before an entry goes to review, in words. */
import type { Catalogue } from '../../../policy/catalogue.ts'
import type { WelfareService } from '../../../policy/welfare-service.ts'
import type { LintFinding } from '../model.ts'
import type { RuleSetting } from '../rule-setting.ts'
import type { Double } from './doubles.ts'
import type { RuleFinding } from './lint-rule.ts'
import { door } from '../../../door.ts'
import { figuresOf } from '../../../eligibility/compile-service.ts'
import { sayBoth } from '../../../kernel/say.ts'
import { findDatedValue } from '../../../policy/figure.ts'
import { draftCatalogue } from '../../draft/read-draft-catalogue.ts'
import { readEntry } from '../check-entry.ts'
import { isForEverybody } from '../for-everybody.ts'
import { ruleSetting } from '../rule-setting.ts'
import { sentenceOf } from '../sentence-of.ts'
import { borderCases } from './border-cases.ts'
import { doublesOf } from './doubles.ts'
import { lintRule } from './lint-rule.ts'

export const lint = door.catalogue.editor.lint.handler(async ({ input, errors, context: { db, host, today } }) => {
  const catalogue = await draftCatalogue(db, host)
  const { entry, faults } = readEntry({ id: 'office-new', ...input.entry }, { catalogue, words: host.texts })
  if (!entry)
    throw errors.ENTRY_NOT_RIGHT({ data: { faults } })
  const setting = ruleSetting(host, catalogue, today, entry.counts)
  return { findings: findingsOf(entry, setting), borders: borderCases(entry, setting) }
})

export function findingsOf(entry: WelfareService, setting: RuleSetting): LintFinding[] {
  return [
    ...(isForEverybody(entry) ? [{ ...none, sort: 'no-conditions' as const, says: sayBoth(setting.words, 'catalogue', 'lint.no-conditions') }] : []),
    ...lintRule(entry, setting).map(finding => ruleInWords(finding, setting)),
    ...doublesOf(entry, setting.catalogue).map(double => doubleInWords(double, setting)),
    ...overdue(entry, setting),
  ]
}

const none = { at: [], item: null }

function ruleInWords({ sort, key, about }: RuleFinding, setting: RuleSetting): LintFinding {
  const [one, other] = about.map(({ criterion }) => sentenceOf(criterion, setting))
  const filling = { ko: { one: one?.ko ?? '', other: other?.ko ?? '' }, en: { one: one?.en ?? '', other: other?.en ?? '' } }
  return { ...none, sort, at: about.map(({ at }) => at), says: sayBoth(setting.words, 'catalogue', `lint.${key}`, filling) }
}

function doubleInWords({ key, kind, itemId, name }: Double, { words }: RuleSetting): LintFinding {
  return { ...none, sort: key === 'overlap' ? 'overlap' : 'duplicate', item: { kind, itemId, name }, says: sayBoth(words, 'catalogue', `lint.${key}`, { ko: { name: name.ko }, en: { name: name.en } }) }
}

function overdue(entry: WelfareService, setting: RuleSetting): LintFinding[] {
  const { words, on, catalogue } = setting
  const own: LintFinding[] = entry.reviewBy < on ? [{ ...none, sort: 'past-review', says: sayBoth(words, 'catalogue', 'lint.past-review', { day: entry.reviewBy }) }] : []
  return [...own, ...[...new Set(figuresOf(entry))].flatMap(id => figureOverdue(id, catalogue, setting))]
}

function figureOverdue(id: string, { parameters }: Catalogue, { words, on }: RuleSetting): LintFinding[] {
  const parameter = parameters.get(id)
  if (!parameter)
    return []
  const nextYear = `${Number(on.slice(0, 4)) + 1}`
  const say = (key: string): LintFinding => ({
    sort: 'figure',
    at: [],
    item: { kind: 'parameter', itemId: id, name: parameter.label },
    says: sayBoth(words, 'catalogue', `lint.${key}`, { ko: { name: parameter.label.ko, day: parameter.reviewBy, year: nextYear }, en: { name: parameter.label.en, day: parameter.reviewBy, year: nextYear } }),
  })
  if (!findDatedValue(parameter, on))
    return [say('figure-gap')]
  if (parameter.reviewBy < on)
    return [say('figure-past-review')]
  return parameter.reviewBy < `${nextYear}-01-01` && !parameter.values.some(({ from }) => from >= `${nextYear}-01-01`) ? [say('figure-next-year')] : []
}
