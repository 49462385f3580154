/** `maji lookup FILE`: a household as JSON in, verdicts out. Reads nothing but the files it is given. */
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { OfficialWords } from '#core/eligibility/official/words'
import type { EligibilityTexts } from '#core/eligibility/texts'
import type { Finding, Lookup, ServiceVerdict } from '#core/eligibility/verdict'
import type { Catalogue } from '#core/policy/catalogue'
import { parseArgs } from 'node:util'
import { lookUp } from '#core/eligibility/look-up'
import { lookUpRecords } from '#core/eligibility/official/look-up-records'
import { officialWords, wordsFor } from '#core/eligibility/official/words'
import { timelineOf } from '#core/eligibility/timeline/timeline-of'
import { Instant, PlainDate, todayInSeoul } from '#core/kernel/dates'
import { resourcesAt } from '../find-resources.ts'
import { loadPolicy, PolicyFault } from '../load-policy.ts'
import { loadRecords } from '../load-records.ts'
import { loadEligibilityTexts } from '../load-texts.ts'
import { readRecords } from '../policy/read-records.ts'
import { readTexts } from '../read-texts.ts'
import { readHouseholdFile, Refusal } from './household-file.ts'
import { timelineInWords } from './timeline-in-words.ts'

export interface CommandIo {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

export const lookupUsage = 'maji lookup FILE [--on DATE] [--policy DIR] [--timeline] [--json]'

/** @returns the exit code: 0, or 2 with one sentence on `err` */
export async function runLookup(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const { file, on, policy, timeline, json } = readArgs(args)
    const [rules, records, texts, words] = await Promise.all([loadPolicy(policy), recordsOf(policy), loadEligibilityTexts(resourcesAt('texts')), wordsAt(resourcesAt('texts'))])
    const catalogue = { ...rules, records }
    const household = await readHouseholdFile(file, catalogue)
    if (timeline) {
      const ahead = timelineOf(household, catalogue, on, texts)
      const lines = json ? [JSON.stringify(ahead, null, 2)] : timelineInWords(ahead, household, catalogue, texts)
      lines.forEach(io.out)
      return 0
    }
    const lookup = lookUp(household, catalogue, on, texts)
    if (json)
      io.out(JSON.stringify(records.size > 0 ? { ...lookup, official: lookUpRecords(household, catalogue, on, words) } : lookup, null, 2))
    else
      [...inWords(lookup, household, catalogue, texts), ...recordsInWords(household, catalogue, on, words)].forEach(io.out)
    return 0
  }
  catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof PolicyFault))
      throw error
    io.err(error.message)
    return 2
  }
}

/** The first of each part, by name; `--json` says why each is shown. */
function recordsInWords(household: HouseholdFacts, catalogue: Catalogue, on: PlainDate, words: OfficialWords): string[] {
  const { evaluated, related } = lookUpRecords(household, catalogue, on, words)
  const total = evaluated.total + related.total
  return total === 0
    ? []
    : ['', `${wordsFor(words, 'title').ko} (${total})`, ...[...evaluated.records, ...related.records].map(({ name, agency, why }) => `  ${name} · ${agency} · ${why.map(({ ko }) => ko).join(' · ')}`)]
}

/** What ships stands beside the rules that ship; a folder of its own brings its own, or none. */
const recordsOf = async (policy: string): Promise<Catalogue['records']> =>
  policy === resourcesAt('policy') ? (await loadRecords(resourcesAt('catalogue'))).records : readRecords(policy)

const wordsAt = async (folder: string) => officialWords(await readTexts(folder))

function readArgs(args: readonly string[]) {
  const { values, positionals } = parsed(args)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0)
    throw new Refusal(`Name one file with a household: ${lookupUsage}`)
  const on = values.on === undefined ? todayInSeoul(() => Instant.parse(new Date().toISOString())) : PlainDate.safeParse(values.on).data
  if (on === undefined)
    throw new Refusal('--on is no day; write it as 2026-01-31.')
  return { file, on, policy: values.policy ?? resourcesAt('policy'), timeline: values.timeline ?? false, json: values.json ?? false }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { on: { type: 'string' }, policy: { type: 'string' }, timeline: { type: 'boolean' }, json: { type: 'boolean' } } })
  }
  catch {
    throw new Refusal(`An option is not known or lacks its value: ${lookupUsage}`)
  }
}

const marks = { 'met': '+', 'not-met': '-', 'not-known': '?' } as const satisfies Record<Finding['outcome'], string>

/** For a person at a terminal, in Korean, the product's first language; `--json` holds both. */
function inWords({ on, release, figuresOf, verdicts, questions }: Lookup, { members }: HouseholdFacts, { services, jurisdiction }: Catalogue, { ko: { terms } }: EligibilityTexts): string[] {
  const who = ({ memberId }: Pick<ServiceVerdict, 'memberId'>): string => {
    const relation = members.find(({ id }) => id === memberId)?.relation
    return relation ? `${terms[`relation.${relation}`]} ${memberId}` : terms.household ?? ''
  }
  const lines = [[on, figuresOf, release, jurisdiction?.ko].filter(Boolean).join(' · ')]
  for (const verdict of ['likely', 'ask-first', 'unlikely'] as const) {
    const those = verdicts.filter(each => each.verdict === verdict)
    lines.push('', `${terms[`verdict.${verdict}`]} (${those.length})`)
    for (const each of those) {
      lines.push(`  ${services.get(each.serviceId)?.name.ko ?? each.serviceId} · ${who(each)}${each.toCheck.length > 0 ? ` · ${terms['to-check']}` : ''}`)
      lines.push(...[each.deadline?.sentence.ko, each.amount?.ko].filter(line => line !== undefined).map(line => `    ${line}`))
      lines.push(...each.findings.map(({ outcome, sentence }) => `    ${marks[outcome]} ${sentence.ko}`))
    }
  }
  return questions.length === 0 ? lines : [...lines, '', ...questions.slice(0, 5).map(({ sentence, settles }) => `? ${sentence.ko} (${settles.length})`)]
}
