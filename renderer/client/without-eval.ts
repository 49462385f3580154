/**
 * zod's compiled checks try `eval`, which the content security policy forbids.
 *
 * Built into one chunk with zod (`electron.vite.config.ts`), so that it is said before any schema is made.
 */
import * as z from 'zod'

z.config({ jitless: true })
