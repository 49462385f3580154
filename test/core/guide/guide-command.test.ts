import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runGuide } from '#server/commands/guide'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'maji-guide-')) })
afterAll(async () => rm(folder, { recursive: true, force: true }))

const household = {
  event: { kind: 'birth', on: '2026-11-10' },
  residence: { province: '서울특별시', district: '동작구' },
  members: [
    { id: 'p', relation: 'head', birth: '1990-01-02', sex: 'female', livingTogether: true },
    { id: 'c', relation: 'child', birth: '2026-11-10', livingTogether: true, facts: { nationality: 'korean' } },
  ],
}

async function run(...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] }
  const code = await runGuide(args, { out: line => said.out.push(line), err: line => said.err.push(line) })
  return { code, ...said }
}
async function fileWith(content: unknown) {
  const path = join(folder, 'household.json')
  await writeFile(path, JSON.stringify(content))
  return path
}

describe('maji guide', () => {
  it('draws the guide of a household and says how many pages it has', async () => {
    const out = join(folder, 'guide.pdf')
    const { code, out: said } = await run(await fileWith(household), '--out', out, '--on', '2026-11-22')
    expect(code).toBe(0)
    expect(said[0]).toMatch(/guide\.pdf: \d+ pages$/)
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('writes over an older guide', async () => {
    const out = join(folder, 'old.pdf')
    await writeFile(out, 'old')
    expect((await run(await fileWith(household), '--out', out, '--on', '2026-11-22', '--language', 'en', '--edition', 'large')).code).toBe(0)
    expect((await readFile(out)).length).toBeGreaterThan(10_000)
  })

  it.each([
    ['without a place for the guide', async () => [await fileWith(household)], /where the guide goes/],
    ['a folder as the place', async () => [await fileWith(household), '--out', folder], /names a folder/],
    ['a place that does not exist', async () => [await fileWith(household), '--out', join(folder, 'no', 'where.pdf')], /could not be written/],
    ['a day that is none', async () => [await fileWith(household), '--out', 'x.pdf', '--on', '2026-02-30'], /no day/],
    ['another language', async () => [await fileWith(household), '--out', 'x.pdf', '--language', 'fr'], /one of: ko, en/],
    ['another edition', async () => [await fileWith(household), '--out', 'x.pdf', '--edition', 'tiny'], /one of: standard, large, portable, portable-a5, one-page/],
    ['an unknown option', async () => [await fileWith(household), '--colour'], /option is not known/],
    ['a household that is none', async () => [await fileWith({ members: [] }), '--out', 'x.pdf'], /members/],
  ])('refuses %s in one sentence', async (_what, args, sentence) => {
    const { code, out, err } = await run(...await args())
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 })
    expect(err[0]).toMatch(sentence)
  })
})
