/** What the access log keeps of a document that was drawn, printed or saved. Never a name. */
import * as z from 'zod'
import { LanguageCode } from '../kernel/text.ts'

/** print 인쇄, save 파일로 저장, locked 암호를 건 파일로 저장 (it leaves the office), view 화면에서 봄. */
export const PaperWay = z.enum(['print', 'save', 'locked', 'view'])
export type PaperWay = z.infer<typeof PaperWay>

export const PaperLine = z.strictObject({
  document: z.string(),
  language: LanguageCode,
  edition: z.string(),
  way: PaperWay,
  /** Of one copy. */
  pages: z.int().nonnegative(),
  /** Nothing where nobody knows: a browser does not tell. */
  copies: z.int().positive().nullable(),
  printer: z.string().nullable(),
})
export type PaperLine = z.infer<typeof PaperLine>
