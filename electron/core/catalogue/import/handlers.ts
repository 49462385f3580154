/** All handlers of imports. A registry and nothing else. */
import { ask } from './asking/ask-publisher.ts'
import { saveSource, sources } from './asking/save-source.ts'
import { add, begin } from './begin-import.ts'
import { cancel, finish } from './finish-import.ts'
import { list, overview, problems } from './read-imports.ts'
import { watch } from './watch-import.ts'

export const importHandlers = { list, begin, add, overview, problems, finish, cancel, watch, ask, sources, saveSource }
