/** All handlers of households. A registry and nothing else. */
import { adoptHousehold } from './adopt-household.ts'
import { findDuplicates } from './find-duplicates.ts'
import { saveFactForAll } from './save-fact-for-all.ts'
import { forgetFact, saveFact, saveReceives } from './save-fact.ts'
import { saveHousehold } from './save-household.ts'
import { removeMember, saveMember } from './save-member.ts'
import { revealPerson, searchPersons } from './search-persons.ts'

export const householdHandlers = {
  search: searchPersons,
  reveal: revealPerson,
  duplicates: findDuplicates,
  adopt: adoptHousehold,
  save: saveHousehold,
  saveMember,
  removeMember,
  saveFact,
  saveFactForAll,
  forgetFact,
  saveReceives,
}
