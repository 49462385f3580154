/** `maji guide FILE --out GUIDE.pdf`: a household as JSON in, the family's guide as PDF out. No names, no store. */
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { EligibilityTexts } from '#core/eligibility/texts'
import type { Lookup } from '#core/eligibility/verdict'
import type { GuideData } from '#core/guide/family/guide-data'
import type { Translation } from '#core/guide/languages/translation'
import type { Catalogue } from '#core/policy/catalogue'
import type { EventNote } from '#core/policy/event-note'
import type { CommandIo } from './command-io.ts'
import { stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { lookUp } from '#core/eligibility/look-up'
import { openlyTold } from '#core/eligibility/openly-told'
import { serviceCards } from '#core/eligibility/service-card'
import { eligibilityTexts } from '#core/eligibility/texts-of-host'
import { lookAhead } from '#core/eligibility/timeline/look-ahead'
import { familyGuide } from '#core/guide/family/family-guide'
import { translated, translatedCatalogue, translatedTexts } from '#core/guide/languages/translation'
import { Edition } from '#core/guide/sheet'
import { Instant, PlainDate, todayInSeoul } from '#core/kernel/dates'
import { LanguageCode } from '#core/kernel/text'
import { notesForEvent } from '#core/policy/notes-for-event'
import { holidaySet } from '#core/policy/working-days'
import { drawSheet, stopDrawing } from '../documents/draw-sheet.ts'
import { resourcesAt } from '../find-resources.ts'
import { loadEventNotes } from '../load-event-notes.ts'
import { loadPolicy, PolicyFault } from '../load-policy.ts'
import { readTexts } from '../read-texts.ts'
import { readTranslations } from '../read-translations.ts'
import { readHouseholdFile, Refusal } from './household-file.ts'

export const guideUsage = 'maji guide FILE --out GUIDE.pdf [--on DATE] [--policy DIR] [--language ko|en|…] [--edition standard|large|portable|portable-a5|one-page]'

/** @returns the exit code: 0, or 2 with one sentence on `err` */
export async function runGuide(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const asked = readArgs(args)
    const translation = await translationOf(asked.language)
    const { catalogue, notes, texts } = await inLanguage(asked.policy, translation)
    const household = await readHouseholdFile(asked.file, catalogue)
    const words = eligibilityTexts(texts)
    const lookup = lookUp(household, catalogue, asked.on, words)
    const data = { ...guideDataOf(household, lookup, catalogue, notes, words), partlyEnglish: translation !== undefined }
    const sheet = { ...familyGuide(data, texts, asked.language === 'ko' ? 'ko' : 'en', asked.edition), language: asked.language }
    await refuseFolder(asked.out)
    const { pdf, pages } = await drawSheet(sheet)
    await save(asked.out, pdf)
    io.out(`${asked.out}: ${pages} ${pages === 1 ? 'page' : 'pages'}`)
    return 0
  }
  catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof PolicyFault))
      throw error
    io.err(error.message)
    return 2
  }
  finally {
    await stopDrawing()
  }
}

/** Nothing for Korean and English, which are there anyway. */
async function translationOf(language: LanguageCode): Promise<Translation | undefined> {
  if (language === 'ko' || language === 'en')
    return undefined
  const translations = await readTranslations(resourcesAt('texts'))
  const found = translations.get(language)
  if (!found)
    throw new Refusal(`--language is one of: ko, en, ${[...translations.keys()].join(', ')}.`)
  return found
}

/** Policy, notes and texts; with a translation it stands where English did. */
async function inLanguage(policy: string, translation: Translation | undefined) {
  const [catalogue, notes, texts] = await Promise.all([loadPolicy(policy), loadEventNotes(policy), readTexts(resourcesAt('texts'))])
  return translation
    ? { catalogue: translatedCatalogue(catalogue, translation), notes: translated(notes, translation), texts: translatedTexts(texts, translation) }
    : { catalogue, notes, texts }
}

/** A household without names: members go by relation and age, nothing is marked, nobody is assigned. */
export function guideDataOf(household: HouseholdFacts, lookup: Lookup, catalogue: Catalogue, notes: readonly EventNote[], words: EligibilityTexts): GuideData {
  const { on } = lookup
  const { event } = household
  return {
    on,
    office: null,
    dong: null,
    event: event?.kind ?? null,
    notes: event ? notesForEvent(notes, paperworkOf(event), on, holidaySet(catalogue.holidays)) : [],
    members: household.members.map(({ id, relation, birth, diedOn }) => ({ id, name: null, relation, birth: birth ?? null, diedOn: diedOn ?? null })),
    marks: {},
    lookup,
    ahead: lookAhead(household, catalogue, on, words),
    services: serviceCards(catalogue, lookup.verdicts.map(({ serviceId }) => serviceId)),
    openlyTold: openlyTold(catalogue),
    planner: null,
  }
}

function paperworkOf({ kind, on }: NonNullable<HouseholdFacts['event']>) {
  switch (kind) {
    case 'move-in': return { event: kind, movedOn: on }
    case 'birth': return { event: kind, bornOn: on }
    case 'death': return { event: kind, diedOn: on }
    case 'counselling': return { event: kind }
  }
}

interface Asked {
  readonly file: string
  readonly out: string
  readonly on: PlainDate
  readonly policy: string
  readonly language: LanguageCode
  readonly edition: Edition
}

function readArgs(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0 || values.out === undefined)
    throw new Refusal(`Name one file with a household and where the guide goes: ${guideUsage}`)
  const on = values.on === undefined ? todayInSeoul(() => Instant.parse(new Date().toISOString())) : PlainDate.safeParse(values.on).data
  if (on === undefined)
    throw new Refusal('--on is no day; write it as 2026-01-31.')
  const language = LanguageCode.safeParse(values.language ?? 'ko').data
  const edition = Edition.safeParse(values.edition ?? 'standard').data
  if (language === undefined)
    throw new Refusal('--language is a code of two letters: ko, en, zh.')
  if (edition === undefined)
    throw new Refusal(`--edition is one of: ${Edition.options.join(', ')}.`)
  return { file, out: values.out, on, policy: values.policy ?? resourcesAt('policy'), language, edition }
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { out: text, on: text, policy: text, language: text, edition: text } })
  }
  catch {
    throw new Refusal(`An option is not known or lacks its value: ${guideUsage}`)
  }
}

async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory())
    throw new Refusal('--out names a folder; name the file to write.')
}

async function save(path: string, pdf: Uint8Array): Promise<void> {
  try {
    await writeFile(path, pdf)
  }
  catch {
    throw new Refusal('The guide could not be written there; choose another place for --out.')
  }
}
