/** All handlers of what changes. */
import { daysAhead } from './days-ahead.ts'
import { flippedHouseholds } from './flipped-households.ts'
import { look } from './look.ts'

export const rescreenHandlers = { days: daysAhead, look, households: flippedHouseholds }
