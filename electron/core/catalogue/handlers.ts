/** All handlers of the catalogue. A registry and nothing else. */
import { editorHandlers } from './editor/handlers.ts'

export const catalogueHandlers = { editor: editorHandlers }
