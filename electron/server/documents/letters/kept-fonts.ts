/**
 * The typefaces of the paper, parsed once and kept for every sheet after the first.
 *
 * pdfkit parses a font anew for each document, which is most of the time of a short guide. fontkit lets a program
 * register a format: ours recognises a small token and answers with the font that was parsed before. A document is
 * given the tokens in place of files, so drawing opens no file and no address at all.
 */
import type { FontFile } from './font-subset.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { subsetOf } from './font-subset.ts'
import { WORD_JOINER } from './keep-words.ts'

interface Glyph { readonly id: number, readonly advanceWidth: number, readonly codePoints: readonly number[] }
interface GlyphRun { readonly glyphs: readonly Glyph[], readonly positions: readonly Record<string, number>[], readonly advanceWidth: number }
export interface Font {
  readonly unitsPerEm: number
  /** From the foot of the letters to the top of the highest, in units of the font. */
  readonly ascent: number
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
  readonly glyphForCodePoint: (codePoint: number) => Glyph
  readonly layout: (text: string, ...rest: unknown[]) => GlyphRun
}
interface FontKit {
  readonly create: (bytes: Uint8Array) => Font & FontFile
  readonly registerFormat: (format: unknown) => void
}

/**
 * Pretendard has every Hangul syllable and no Hanja; Noto Sans KR has 8,138 Hanja, Noto Sans SC the simplified letters as
 * well. All OFL-1.1. Each is read when the first letter of it is drawn.
 */
const files = {
  'pretendard-regular': ['pretendard', 'dist/public/static/alternative/Pretendard-Regular.ttf'],
  'pretendard-bold': ['pretendard', 'dist/public/static/alternative/Pretendard-Bold.ttf'],
  'hanja-regular': ['@expo-google-fonts/noto-sans-kr', '400Regular/NotoSansKR_400Regular.ttf'],
  'hanja-bold': ['@expo-google-fonts/noto-sans-kr', '700Bold/NotoSansKR_700Bold.ttf'],
  'chinese-regular': ['@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  'chinese-bold': ['@expo-google-fonts/noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf'],
} as const
export type FontName = keyof typeof files
export const fontNames = Object.keys(files) as FontName[]

const fromHere = createRequire(import.meta.url)
const kept = new Map<FontName, Font>()
const tokens = new Map<FontName, Uint8Array>()
let fontkit: FontKit | undefined

/** The very fontkit that pdfmake's pdfkit uses; another copy would know nothing of the format. */
function kit(): FontKit {
  if (!fontkit) {
    const pdfkit = createRequire(fromHere.resolve('pdfmake')).resolve('pdfkit')
    fontkit = createRequire(pdfkit)('fontkit') as FontKit
    fontkit.registerFormat(Object.assign(openKept, { probe: (bytes: Uint8Array) => nameOf(bytes) !== undefined }))
  }
  return fontkit
}

const nameOf = (bytes: Uint8Array): FontName | undefined => fontNames.find(name => tokens.get(name) === bytes)

/** fontkit calls this with `new`; a constructor may answer with another object. */
function openKept(this: unknown, stream: { readonly buffer: Uint8Array }): Font {
  return keptFont(nameOf(stream.buffer) ?? 'pretendard-regular')
}

/** The bytes by which a document names a kept font. */
export function tokenOf(name: FontName): Uint8Array {
  kit()
  const token = tokens.get(name) ?? new TextEncoder().encode(`maji-font:${name}`)
  tokens.set(name, token)
  return token
}

export function keptFont(name: FontName): Font {
  const before = kept.get(name)
  if (before)
    return before
  const [module, path] = files[name]
  const font = kit().create(readFileSync(join(packageFolder(module), path)))
  const withOwnLayout = Object.assign(Object.create(font) as Font, {
    layout: (text: string, ...rest: unknown[]) => layOut(font, text, rest),
    createSubset: () => subsetOf(font),
  })
  kept.set(name, withOwnLayout)
  return withOwnLayout
}

const packageFolder = (module: string): string => dirname(fromHere.resolve(`${module}/package.json`))

/** Letters that join, stack or kern; Hangul, Hanja, digits and signs stand side by side as they are. */
export const shaped = /[^\p{Script=Hangul}\p{Script=Han}\p{N}\p{P}\p{S}\p{Z}]/u

/** Lays Hangul out letter by letter (no shaping rules apply to it); anything else, and whatever asks for a feature, goes to the font's own rules. */
function layOut(font: Font, text: string, rest: readonly unknown[]): GlyphRun {
  const plain = text.replaceAll(WORD_JOINER, '')
  if (rest[0] !== undefined || shaped.test(plain))
    return font.layout(plain, ...rest)
  const glyphs = Array.from(plain, letter => font.glyphForCodePoint(letter.codePointAt(0) ?? 0))
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
  return { glyphs, positions, get advanceWidth() { return positions.reduce((width, { xAdvance }) => width + xAdvance, 0) } }
}
