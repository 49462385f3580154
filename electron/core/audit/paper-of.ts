/** What a line of the access log says of a document. A line that somebody changed may say anything, and stays readable. */
import { PaperLine } from '../guide/paper-line.ts'

/** @returns nothing where it tells of no document, or not in words that Maji wrote: `verify` says where the chain breaks */
export function paperOf(detail: string | null): PaperLine | null {
  if (detail === null)
    return null
  try {
    return PaperLine.safeParse(JSON.parse(detail)).data ?? null
  }
  catch {
    return null
  }
}
