/** Rules of other places, written as a stranger would from the README, against answers that follow from their sources. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { Lookup, Verdict } from '#core/eligibility/verdict'
import { runLookup } from '#server/commands/lookup'
import { loadPolicy } from '#server/load-policy'

const KnownAnswer = z.strictObject({
  name: z.string(),
  on: z.string(),
  household: z.unknown(),
  expect: z.array(z.strictObject({
    service: z.string(),
    member: z.string().nullable(),
    verdict: z.union([Verdict, z.literal('absent')]),
    /** A part of an English sentence of its reasons. */
    says: z.string().optional(),
    toCheck: z.literal(true).optional(),
  })).min(1),
  /** A question that is asked. */
  asks: z.string().optional(),
})

const scratch = mkdtempSync(join(tmpdir(), 'elsewhere-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const root = join(import.meta.dirname, 'jurisdictions')
let files = 0

async function look(folder: string, household: unknown, on: string): Promise<Lookup> {
  const file = join(scratch, `${++files}.json`)
  writeFileSync(file, JSON.stringify(household))
  const out: string[] = []
  const err: string[] = []
  const code = await runLookup([file, '--on', on, '--policy', folder, '--json'], { out: line => out.push(line), err: line => err.push(line) })
  expect([code, err]).toEqual([0, []])
  return Lookup.parse(JSON.parse(out.join('\n')))
}

describe.each(readdirSync(root))('the rules of %s', (place) => {
  const folder = join(root, place)
  const answers = z.array(KnownAnswer).parse(parse(readFileSync(join(folder, 'known-answers.yaml'), 'utf8')))

  it.each(answers.map(answer => [answer.name, answer] as const))('%s', async (_name, { household, on, expect: expected, asks }) => {
    const { verdicts, questions } = await look(folder, household, on)
    for (const { service, member, verdict, says, toCheck } of expected) {
      const found = verdicts.find(({ serviceId, memberId }) => serviceId === service && memberId === member)
      expect([service, member, found?.verdict ?? 'absent']).toEqual([service, member, verdict])
      if (says)
        expect(found!.findings.map(({ sentence }) => sentence.en).join('\n')).toContain(says)
      if (toCheck)
        expect(found!.toCheck.length).toBeGreaterThan(0)
    }
    if (asks)
      expect(questions.map(({ sentence }) => sentence.en)).toContain(asks)
  })

  it('never speaks of won', async () => {
    for (const { household, on } of answers)
      expect(JSON.stringify(await look(folder, household, on))).not.toMatch(/\d[\d,.]*(?: won|원)/)
  })

  it('has a known answer for each of its services on both sides', async () => {
    const { services } = await loadPolicy(folder)
    for (const id of services.keys()) {
      const verdicts = new Set(answers.flatMap(answer => answer.expect).filter(({ service }) => service === id).map(({ verdict }) => verdict))
      expect([id, verdicts.has('likely'), verdicts.has('unlikely')]).toEqual([id, true, true])
    }
  })

  it('is run by the command line as it is documented, and says whose rules they are', async () => {
    const file = join(scratch, `${place}.json`)
    writeFileSync(file, JSON.stringify(answers[0]!.household))
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../electron/server/cli.ts'), 'lookup', file, '--policy', folder, '--on', answers[0]!.on], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/받을 수 있/)
    const { jurisdiction } = await loadPolicy(folder)
    expect(stdout.split('\n')[0]).toContain(jurisdiction!.ko)
  })
})
