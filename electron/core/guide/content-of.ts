/**
 * What a document says, without the day on which it says so, the language it says it in and how large: what was handed
 * over is held against it, so that a later correction shows and mere time does not.
 */
import type { DocumentRequest } from './contract.ts'
import type { GuideData } from './family/guide-data.ts'
import type { DocumentData, DocumentKind } from './sheet-for.ts'
import type { Sheet } from './sheet.ts'
import { contentOfGuide } from './family/content-of-guide.ts'

/** Plain data that is the same text as JSON whenever it says the same. */
export function contentOf(request: DocumentRequest, data: DocumentData[DocumentKind], sheet: Sheet): unknown {
  return request.document === 'family-guide' ? contentOfGuide(data as GuideData) : sheet.groups.map(group => group.map(withoutDay))
}

/** The day stands under the title. */
const withoutDay = (block: Sheet['groups'][number][number]): object => block.kind === 'title' ? { ...block, sub: '' } : block
