/** How each field of an official record is said in the review: the publisher's texts are Korean and stay as they are. */
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { FieldSayers, SayField } from './said.ts'
import { asList, choice, choices, inBoth, list, plain, prose, words } from './said.ts'

const links: SayField<readonly { readonly name: string, readonly url: string }[]> = entries => asList(entries.map(({ name, url }) => inBoth(`${name} ${url}`.trim())))

const conditions: SayField<NonNullable<OfficialRecord['conditions']>> = ({ codes, ageFrom, ageTo }, setting) => asList([
  ...(ageFrom === undefined && ageTo === undefined ? [] : [words(setting, 'ages', { from: ageFrom ?? '', to: ageTo ?? '' })]),
  ...codes.map(inBoth),
])

/** `views` counts readers and says nothing about the service. */
export const recordFields: FieldSayers<OfficialRecord> = {
  name: prose,
  publisher: choice('publisher'),
  summary: prose,
  agency: prose,
  department: prose,
  province: prose,
  district: prose,
  forWhom: prose,
  selection: prose,
  benefit: prose,
  howToApply: prose,
  papers: prose,
  applyPeriod: prose,
  cycle: prose,
  provision: list,
  ways: choices('way'),
  conditions,
  forPersons: choice('for-persons'),
  stages: choices('stage'),
  targets: choices('target'),
  themes: choices('theme'),
  contacts: entries => asList(entries.map(({ name, phone }) => inBoth([name, phone].filter(Boolean).join(' ')))),
  channels: entries => asList(entries.map(({ role, text }) => inBoth(`${role}: ${text}`))),
  sites: links,
  forms: links,
  laws: list,
  url: plain,
  from: plain,
  until: plain,
  referenceYear: plain,
  modifiedOn: plain,
}
