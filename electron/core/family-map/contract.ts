/** Genogram and ecomap as pictures, drawn from what is on the screen or from what is kept. */
import * as z from 'zod'
import { Drawing } from '../guide/drawing/shapes.ts'
import { caseworkers, operation } from '../kernel/contract.ts'
import { CaseId } from '../kernel/ids.ts'
import { Language } from '../kernel/text.ts'
import { FamilyMap } from '../records/bodies/family-map.ts'

export const Pictures = z.object({
  genogram: Drawing,
  ecomap: Drawing,
  /** From a kept record, or from the household alone. */
  drawn: z.boolean(),
})
export type Pictures = z.infer<typeof Pictures>

export const familyMap = {
  /** Of what is typed at the moment; leaves no line in the log, for whoever writes it has opened the case. */
  draw: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ caseId: CaseId, language: Language, body: FamilyMap }))
    .output(Pictures)
    .errors({ CASE_NOT_FOUND: {} }),
  /** Of the newest record; without one, as the household's record tells it. */
  ofCase: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId, language: Language }))
    .output(Pictures)
    .errors({ CASE_NOT_FOUND: {} }),
}
