/**
 * The glyphs of a document, cut out of a typeface for its PDF.
 *
 * fontkit decodes every outline for this and encodes it again; the bytes of a glyph can be taken over as they are. Tables
 * as in ISO/IEC 14496-22 (OpenType): `glyf`, `loca` and `hmtx` anew, the others as they stand in the file.
 */
import { Buffer } from 'node:buffer'

/** A TrueType file, parsed by fontkit. */
export interface FontFile {
  readonly stream: { readonly buffer: Uint8Array }
  readonly directory: { readonly tables: Readonly<Record<string, { readonly offset: number, readonly length: number }>> }
}

/** What pdfkit wants of a subset. */
export interface GlyphSubset {
  /** @returns the place of the glyph in the subset; the first one is the missing glyph. */
  readonly includeGlyph: (glyph: number) => number
  readonly encode: () => Uint8Array
}

export function subsetOf(file: FontFile): GlyphSubset {
  const source = readSource(file)
  const glyphs = [0]
  const places = new Uint16Array(source.count)
  const includeGlyph = (glyph: number): number => {
    if (glyph !== 0 && places[glyph] === 0) {
      glyphs.push(glyph)
      places[glyph] = glyphs.length - 1
    }
    return places[glyph] ?? 0
  }
  return { includeGlyph, encode: () => encode(source, glyphs, includeGlyph) }
}

interface Source {
  readonly bytes: Buffer
  readonly table: (tag: string) => Buffer | undefined
  readonly count: number
  readonly outlineOf: (glyph: number) => Buffer
  /** Advance and left bearing, two bytes each. */
  readonly metricsOf: (glyph: number) => Buffer
}

function readSource({ stream: { buffer }, directory: { tables } }: FontFile): Source {
  const bytes = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  const table = (tag: string): Buffer | undefined => tables[tag] && bytes.subarray(tables[tag].offset, tables[tag].offset + tables[tag].length)
  const needed = (tag: string): Buffer => table(tag) ?? missing(tag)
  const [head, hhea, maxp, loca, glyf, hmtx] = [needed('head'), needed('hhea'), needed('maxp'), needed('loca'), needed('glyf'), needed('hmtx')]
  const isLong = head.readInt16BE(LOCA_FORMAT) === 1
  const offset = (glyph: number): number => isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2
  const full = hhea.readUInt16BE(METRICS)
  return {
    bytes,
    table,
    count: maxp.readUInt16BE(GLYPHS),
    outlineOf: glyph => glyf.subarray(offset(glyph), offset(glyph + 1)),
    // Beyond the last full entry the advance is that of the last one, and only bearings follow.
    metricsOf: glyph => glyph < full
      ? hmtx.subarray(glyph * 4, glyph * 4 + 4)
      : Buffer.concat([hmtx.subarray(full * 4 - 4, full * 4 - 2), hmtx.subarray(full * 4 + (glyph - full) * 2, full * 4 + (glyph - full) * 2 + 2)]),
  }
}

/** Where in their tables these stand. */
const [LOCA_FORMAT, METRICS, GLYPHS] = [50, 34, 4]

const missing = (tag: string): never => {
  throw new TypeError(`The typeface has no table ${tag}.`)
}

function encode({ table, outlineOf, metricsOf }: Source, glyphs: readonly number[], include: (glyph: number) => number): Uint8Array {
  const outlines: Buffer[] = []
  const offsets = [0]
  // Grows while it is walked: a composed glyph brings its parts with it.
  for (let place = 0; place < glyphs.length; place++) {
    const outline = withParts(outlineOf(glyphs[place] ?? 0), include)
    outlines.push(outline)
    if (outline.length % 4 !== 0)
      outlines.push(Buffer.alloc(4 - outline.length % 4))
    offsets.push((offsets.at(-1) ?? 0) + Math.ceil(outline.length / 4) * 4)
  }
  const loca = Buffer.alloc(offsets.length * 4)
  offsets.forEach((offset, place) => loca.writeUInt32BE(offset, place * 4))
  return file({
    'cvt ': table('cvt '),
    'fpgm': table('fpgm'),
    'glyf': Buffer.concat(outlines),
    'head': changed(table('head'), LOCA_FORMAT, 1),
    'hhea': changed(table('hhea'), METRICS, glyphs.length),
    'hmtx': Buffer.concat(glyphs.map(metricsOf)),
    loca,
    'maxp': changed(table('maxp'), GLYPHS, glyphs.length),
    'prep': table('prep'),
  })
}

function changed(table: Buffer | undefined, at: number, value: number): Buffer {
  const copy = Buffer.from(table ?? [])
  copy.writeUInt16BE(value, at)
  return copy
}

const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x01, 0x08, 0x20, 0x40, 0x80]

/** A glyph composed of others (a negative number of contours) names them by number; here they have other numbers. */
function withParts(outline: Buffer, include: (glyph: number) => number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0)
    return outline
  const copy = Buffer.from(outline)
  for (let at = 10, flags = MORE; flags & MORE;) {
    flags = copy.readUInt16BE(at)
    copy.writeUInt16BE(include(copy.readUInt16BE(at + 2)), at + 2)
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
  }
  return copy
}

/** Checksums are left at nought, as fontkit leaves them: readers of PDF do not look at them. */
function file(tables: Readonly<Record<string, Buffer | undefined>>): Uint8Array {
  const present = Object.entries(tables).flatMap(([tag, bytes]) => bytes ? [{ tag, bytes }] : [])
  const directory = Buffer.alloc(12 + present.length * 16)
  const largest = 2 ** Math.floor(Math.log2(present.length))
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(present.length, 4)
  directory.writeUInt16BE(largest * 16, 6)
  directory.writeUInt16BE(Math.log2(largest), 8)
  directory.writeUInt16BE(present.length * 16 - largest * 16, 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  present.forEach(({ tag, bytes }, place) => {
    directory.write(tag, 12 + place * 16, 'latin1')
    directory.writeUInt32BE(offset, 12 + place * 16 + 8)
    directory.writeUInt32BE(bytes.length, 12 + place * 16 + 12)
    const room = Math.ceil(bytes.length / 4) * 4
    parts.push(bytes, Buffer.alloc(room - bytes.length))
    offset += room
  })
  return Buffer.concat(parts)
}
