/** All handlers of worklist. */
import { areas, list, order, rows } from './list-cases.ts'

export const worklistHandlers = { list, order, rows, areas }
