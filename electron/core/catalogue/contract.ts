/** Keeping the catalogue: its editor, imports, the review before a release, the releases. A registry and nothing else. */
import { editor } from './editor/contract.ts'

export const catalogue = { editor }
