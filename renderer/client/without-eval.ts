/** Imported before every schema: zod's compiled checks try `eval`, which the content security policy forbids. */
import * as z from 'zod'

z.config({ jitless: true })
