/** A family guide and leaflets in each further language, which is text files only. */
import type { Catalogue } from '#core/policy/catalogue'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readTranslations } from '#server/read-translations'
import { isComplete } from '../../support/language-gaps.ts'
import { lineStartsOf } from '../../support/line-starts.ts'
import { blocksOf, resources, textOf } from '../../support/made-up-family.ts'
import { openCounter, realCatalogue, realNotes, realTexts, realTranslations } from '../../support/open-counter.ts'
import { scratchFolder } from '../../support/scratch.ts'
import { textOfPdf } from '../../support/text-of-pdf.ts'
import { consentedVisit, day } from '../../support/visit-at-desk.ts'

/** A birth: parents of thirty, a grandmother, a child of ten days, little money. */
async function aBirth(options: Parameters<typeof openCounter>[0] = {}) {
  const counter = await openCounter({ moment: '2026-11-30T10:00', ...options })
  const clerk = counter.as('clerk')
  const visit = await consentedVisit(clerk, 'birth', '표본순', '1992-05-01')
  await visit.paperwork({ event: 'birth', bornOn: day('2026-11-20') })
  await visit.member({ name: '표본돌', relation: 'spouse', birth: '1990-03-02', sex: 'male' })
  await visit.member({ name: '표본별', relation: 'child', birth: '2026-11-20', sex: 'male' })
  await visit.member({ name: '표본옥', relation: 'parent', birth: '1955-02-02', sex: 'female' })
  await visit.household({ phone: '010-0000-0000' })
  await visit.fact('monthly-income', 2_000_000)
  await visit.fact('property', 50_000_000)
  const request = { document: 'family-guide', visitId: visit.visitId } as const
  const sheet = (language: string) => clerk.guide.sheet({ request, language, edition: 'standard' })
  return { counter, clerk, request, sheet }
}

describe.each([...realTranslations.values()].filter(isComplete))('in $name', { timeout: 60_000 }, ({ code, words, texts }) => {
  const said = (file: string, key: string): string => key.split('.').reduce<unknown>((tree, step) => (tree as Record<string, unknown>)[step], texts[file]) as string

  it('a family guide says actions, services, papers and reasons in it, and names the service in Korean too', async () => {
    const { counter, request, sheet } = await aBirth()
    const [guide, korean] = [await sheet(code), await sheet('ko')]
    expect(guide.language).toBe(code)
    expect(guide.title).toBe(said('guide', 'title'))
    expect(textOf(guide)).toContain(said('guide', 'translation.note'))
    const { services, documents } = await realCatalogue()
    const known = [...services.values()]
    const named = blocksOf(korean, 'service').map(({ name }) => known.find(service => service.name.ko === name)!)
    expect(named.length).toBeGreaterThan(3)
    expect(blocksOf(guide, 'service')).toHaveLength(named.length)
    for (const [at, block] of blocksOf(guide, 'service').entries()) {
      expect(block.name).toContain(words[named[at]!.name.ko])
      expect(block.name).toContain(named[at]!.name.ko)
      expect(block.reason).toContain(words[named[at]!.summary.ko])
      expect(block.rows.map(([, text]) => text).join(' ')).toContain(words[named[at]!.how.ko])
    }
    const actions = blocksOf(guide, 'action')
    expect(actions).toHaveLength(3)
    for (const { what } of actions)
      expect(known.some(({ name }) => what.includes(words[name.ko]!))).toBe(true)
    const identity = documents.get('identity-card')!
    expect(textOf(guide)).toContain(words[identity.name.ko])
    expect(textOf(guide)).toContain(words[identity.issuedAt.ko])
    const { base64 } = await counter.as('clerk').guide.pdf({ request, language: code, edition: 'standard' })
    const drawn = await textOfPdf(base64)
    for (const block of blocksOf(guide, 'service'))
      expect(drawn).toContain(block.name.replaceAll(/\s/g, ''))
    await counter.close()
  })

  it('a family guide and the leaflets say nothing in English, and leave no place open', async () => {
    const { counter, clerk, sheet } = await aBirth()
    const english = await englishOfPaper()
    const papers = [textOf(await sheet(code))]
    for (const event of ['move-in', 'birth', 'death', 'counselling'] as const)
      papers.push(textOf(await clerk.guide.sheet({ request: { document: 'leaflet', event }, language: code, edition: 'standard' })))
    for (const paper of papers) {
      expect(english.filter(sentence => paper.includes(sentence))).toEqual([])
      expect(paper).not.toMatch(/\{\w+\}/)
    }
    await counter.close()
  })
})

it('a line of Chinese begins with no stop and no closing bracket', { timeout: 60_000 }, async () => {
  const { counter, clerk, request } = await aBirth()
  for (const edition of ['standard', 'portable-a5'] as const) {
    const { base64 } = await clerk.guide.pdf({ request, language: 'zh', edition })
    const starts = await lineStartsOf(base64)
    expect(starts.length).toBeGreaterThan(200)
    expect(starts.filter(start => /^[，。、；：？！）》”]/.test(start))).toEqual([])
  }
  await counter.close()
})

it('an office that changed what it says of a service gets English for it, not a translation of what was said before', async () => {
  const shipped = await realCatalogue()
  const before = shipped.services.get('electricity-discount')!
  const changed: Catalogue = { ...shipped, services: new Map(shipped.services).set(before.id, { ...before, summary: { ko: '이 구에서는 다르게 도와요.', en: 'This district helps in another way.' } }) }
  const { counter, sheet } = await aBirth({ catalogue: changed })
  for (const [code, { words }] of realTranslations) {
    const guide = await sheet(code)
    const block = blocksOf(guide, 'service').find(({ name }) => name.includes(words[before.name.ko]!))
    expect(block?.reason).toBe('This district helps in another way.')
    expect(textOf(guide)).not.toContain(words[before.summary.ko])
  }
  await counter.close()
})

it('a language that is not there is refused', async () => {
  const { counter, sheet } = await aBirth()
  await expect(sheet('xx')).rejects.toMatchObject({ code: 'LANGUAGE_NOT_FOUND' })
  await counter.close()
})

describe('a further language', () => {
  const at = scratchFolder()

  it('appears with a folder of text files, without any code, and is English where it says nothing', async () => {
    await cp(`${resources}/texts`, at('texts'), { recursive: true })
    await mkdir(at('texts/mn/words'), { recursive: true })
    await writeFile(at('texts/mn/language.json'), JSON.stringify({ name: 'Монгол' }))
    await writeFile(at('texts/mn/guide.json'), JSON.stringify({ title: 'Манай гэр бүлийн халамжийн гарын авлага' }))
    const { services } = await realCatalogue()
    const discount = services.get('electricity-discount')!
    await writeFile(at('texts/mn/words/services.json'), JSON.stringify({ [discount.name.ko]: 'Цахилгааны хөнгөлөлт' }))
    const { counter, clerk, sheet } = await aBirth({ translations: await readTranslations(at('texts')) })
    expect(await clerk.guide.languages()).toContainEqual({ code: 'mn', name: 'Монгол' })
    const guide = await sheet('mn')
    expect(guide).toMatchObject({ language: 'mn', title: 'Манай гэр бүлийн халамжийн гарын авлага' })
    const block = blocksOf(guide, 'service').find(({ name }) => name.includes('Цахилгааны хөнгөлөлт'))
    expect(block?.reason).toBe(discount.summary.en)
    expect(textOf(guide)).toContain('What to do now')
    await counter.close()
  })
})

/** What a paper would say in English: the catalogue's sentences, the notes', and the longer pieces of the text files. */
async function englishOfPaper(): Promise<readonly string[]> {
  const { services, documents } = await realCatalogue()
  const sentences = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null)
      return []
    const { ko, en } = value as { ko?: unknown, en?: unknown }
    return typeof ko === 'string' && typeof en === 'string' ? [en] : Object.values(value).flatMap(sentences)
  }
  const leaves = (value: unknown): string[] => typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves)
  const { guide, reasons, facts } = realTexts.en
  const pieces = [guide, reasons, facts].flatMap(leaves).flatMap(text => text.split(/\{\w+\}/)).filter(piece => /\w+ \w+ \w+/.test(piece))
  return [...sentences([...services.values()]), ...sentences([...documents.values()]), ...sentences(await realNotes())].filter(text => /\w+ \w+ \w+/.test(text)).concat(pieces)
}
