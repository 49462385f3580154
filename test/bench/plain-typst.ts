/** The guide for Typst, in this process: the same words, tables and codes from the same typefaces, laid out by `guide.typ`. */
import type { Block, Sheet } from '#core/guide/sheet'
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import { fontFolder } from './plain-pdfmake.ts'

const layout = readFileSync(join(import.meta.dirname, 'guide.typ'), 'utf8')

/** @returns a drawing with Typst's typefaces read and its compiler warm from sheet to sheet */
export function openTypst(): (sheet: Sheet) => Uint8Array {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: ['Regular', 'Bold'].map(weight => readFileSync(join(fontFolder, `Pretendard-${weight}.ttf`))) }] })
  return (sheet) => {
    compiler.mapShadow(join(import.meta.dirname, 'sheet.json'), Buffer.from(JSON.stringify({ ...sheet, groups: sheet.groups.map(group => group.map(withPicture)) })))
    const pdf = compiler.pdf({ mainFileContent: layout })
    // What Typst's own manual advises between compilations.
    compiler.evictCache(10)
    return pdf
  }
}

/** Typst draws no codes by itself: it is given them as pictures, ready made. */
const pictures = new Map<string, string>()
function withPicture(block: Block): object {
  if (block.kind !== 'service' || !block.qr)
    return block
  const picture = pictures.get(block.qr.url) ?? renderSVG(block.qr.url, { ecc: 'M', border: 0 })
  pictures.set(block.qr.url, picture)
  return { ...block, qr: { ...block.qr, picture, address: block.qr.address ?? block.qr.url } }
}
