/**
 * A file that leaves the office: a ZIP encrypted with AES-256, as every office opens it (7-Zip, 반디집).
 *
 * The name inside is the document's, without any person's. Works where a page over plain HTTP has no `crypto.subtle`.
 */
import type { Bytes } from './pdf-file'
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js'

// The content security policy lets neither a worker nor WebAssembly come from a text; nothing is packed here, so neither is missed.
configure({ useWebWorkers: false })

/** 1 to 3 of WinZip's AES: 256 bits. */
const strongest = 3

export async function lockFile(bytes: Bytes, fileName: string, password: string): Promise<Bytes> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: strongest, level: 0, extendedTimestamp: false })
  await zip.add(fileName, new Uint8ArrayReader(bytes))
  return await zip.close() as Bytes
}
