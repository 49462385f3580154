/** All handlers of team. */
import { previewLeaving } from './leaving.ts'
import { overview } from './overview.ts'
import { quality } from './quality.ts'
import { redistribute } from './redistribute.ts'
import { changeRules, rules } from './rules-in-force.ts'
import { ofCase, setConflict, setDifficulty, setUrgency } from './share-case.ts'
import { accept, giveBack, handed, offer, takeBack } from './transfer.ts'
import { whatIf } from './what-if.ts'

export const teamHandlers = { overview, quality, ofCase, setDifficulty, setUrgency, setConflict, handed, offer, accept, giveBack, takeBack, previewLeaving, redistribute, rules, changeRules, whatIf }
