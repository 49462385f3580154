/** All handlers of applications. A registry and nothing else. */
import { begin, giveUp, handIn, ofCase, save, tickPaper } from './collect.ts'
import { decide, object } from './decide.ts'

export const applicationHandlers = { ofCase, begin, tickPaper, save, handIn, decide, object, giveUp }
