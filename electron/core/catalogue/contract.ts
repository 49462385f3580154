/** Keeping the catalogue: its editor, imports, the review before a release, the releases. A registry and nothing else. */
import { draft } from './draft/contract.ts'
import { editor } from './editor/contract.ts'
import { imports } from './import/contract.ts'
import { releases } from './releases/contract.ts'

export const catalogue = { draft, releases, editor, imports }
