/** All handlers of the catalogue. A registry and nothing else. */
import { draftHandlers } from './draft/handlers.ts'
import { editorHandlers } from './editor/handlers.ts'
import { importHandlers } from './import/handlers.ts'
import { releaseHandlers } from './releases/handlers.ts'

export const catalogueHandlers = { draft: draftHandlers, releases: releaseHandlers, editor: editorHandlers, imports: importHandlers }
