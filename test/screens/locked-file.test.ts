/** A file that leaves the office: opened again with its password, shut without, and nothing readable in between. */
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { configure, ERR_INVALID_PASSWORD, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { lockFile } from '../../renderer/widgets/printing/lock-file'
import { madePassword, passwordFault, spoken } from '../../renderer/widgets/printing/lock-password'

beforeAll(() => configure({ useWebWorkers: false }))

const words = '표본순자 가족 안내서 paper of nobody'
const paper = new TextEncoder().encode(words.repeat(50))
const password = '482913057664120935'

async function opened(zip: Uint8Array, tried: string): Promise<{ readonly name: string, readonly bytes: Uint8Array }> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { password: tried })
  const [entry] = await reader.getEntries()
  if (!entry || entry.directory)
    throw new Error('nothing inside')
  expect(entry).toMatchObject({ encrypted: true, zipCrypto: false })
  const bytes = await entry.getData(new Uint8ArrayWriter())
  await reader.close()
  return { name: entry.filename, bytes }
}

describe('a locked file', () => {
  it('opens with its password to what was put in, under the name of the document', async () => {
    const zip = await lockFile(paper, '가족안내서-2026-11-30.pdf', password)
    const { name, bytes } = await opened(zip, password)
    expect(name).toBe('가족안내서-2026-11-30.pdf')
    expect(new TextDecoder().decode(bytes)).toBe(words.repeat(50))
  })

  it('stays shut with another password', async () => {
    const zip = await lockFile(paper, 'guide.pdf', password)
    await expect(opened(zip, '482913057664120936')).rejects.toThrow(ERR_INVALID_PASSWORD)
  })

  it('says nothing of what is inside', async () => {
    const zip = new TextDecoder('latin1').decode(await lockFile(paper, 'guide.pdf', password))
    expect(zip).not.toContain(new TextDecoder('latin1').decode(new TextEncoder().encode('표본')))
    expect(zip).not.toContain('paper')
    expect(zip).not.toContain(password)
  })

  it('is made just so where a page over plain HTTP has no cryptography of the browser', async () => {
    const made = execFileSync(process.execPath, ['--input-type=module', '-e', `
      Object.defineProperty(crypto, 'subtle', { value: undefined })
      const { lockFile } = await import(${JSON.stringify(new URL('../../renderer/widgets/printing/lock-file.ts', import.meta.url).href)})
      process.stdout.write(await lockFile(new TextEncoder().encode('plain'), 'guide.pdf', '${password}'))`])
    expect(new TextDecoder().decode((await opened(made, password)).bytes)).toBe('plain')
  })

  it('is another one every time, though the paper is the same', async () => {
    const [one, other] = [await lockFile(paper, 'guide.pdf', password), await lockFile(paper, 'guide.pdf', password)]
    expect([...one]).not.toEqual([...other])
  })
})

describe('its password', () => {
  it('is 18 digits from chance, each as likely as the others, read out in threes', () => {
    expect(madePassword()).toMatch(/^\d{18}$/)
    expect(madePassword()).not.toBe(madePassword())
    // Bytes of 250 and more would make 0 to 5 likelier: they are thrown away.
    expect(madePassword(count => Uint8Array.from({ length: count }, (_, at) => at % 2 ? 255 : at % 10))).toBe('024680246802468002')
    expect(spoken(password)).toBe('482 913 057 664 120 935')
  })

  it.each([
    ['', 'short'],
    ['abcd12345', 'short'],
    ['abcd123456', undefined],
    ['aaaaaaaaaaaa', 'same'],
    ['우리동네복지센터암호', 'letters'],
    ['blue-river-2026!', undefined],
  ])('of the clerk, "%s", is %s', (typed, fault) => {
    expect(passwordFault(typed)).toBe(fault)
  })
})
