/** The editor of the catalogue: finding, reading, changing, trying and checking what it holds. */
import * as z from 'zod'
import { HouseholdFacts } from '../../eligibility/household-facts.ts'
import { keepers, operation } from '../../kernel/contract.ts'
import { Instant, PlainDate } from '../../kernel/dates.ts'
import { WelfareServiceId } from '../../kernel/ids.ts'
import { ItemKey, Why } from '../model.ts'
import { BorderCase, EntryForm, Fault, FigureValue, FormChoices, ItemPage, ItemView, LintFinding, ListQuery, MadeUpFamily, RuleLine, TriedStored, TriedSubject } from './model.ts'

const read = () => operation({ access: 'read', roles: keepers, quiet: true })
const Entry = z.strictObject({ entry: EntryForm })
/** Said by whoever saves a service that has no condition. */
const forEverybody = z.boolean().default(false)
/** A colleague saved another content since `seenHash`; nothing of either is lost. */
const ChangedMeanwhile = { data: z.object({ by: z.string().nullable(), at: Instant.nullable() }) }

export const editor = {
  list: read().input(ListQuery).output(ItemPage),
  read: read().input(ItemKey).output(ItemView).errors({ ITEM_NOT_FOUND: {} }),
  choices: read().output(FormChoices),
  /** What an entry says in words as it stands, and what has to be mended in it. */
  describe: read().input(z.strictObject({ entry: EntryForm, forEverybody })).output(z.object({ lines: z.array(RuleLine), faults: z.array(Fault) })),
  /** The form of a new service of the office: empty, or filled from a service or an official record. */
  begin: read().input(z.strictObject({ from: ItemKey.nullable() })).output(z.object({ entry: EntryForm })).errors({ ITEM_NOT_FOUND: {} }),
  /** Into the draft; `serviceId` null for a new one. */
  saveService: operation({ access: 'change', roles: keepers })
    .input(z.strictObject({ serviceId: WelfareServiceId.nullable(), seenHash: z.string().nullable(), entry: EntryForm, forEverybody, why: Why }))
    .output(ItemView)
    .errors({ ITEM_NOT_FOUND: {}, ENTRY_NOT_RIGHT: { data: z.object({ faults: z.array(Fault) }) }, CATALOGUE_CHANGED_MEANWHILE: ChangedMeanwhile }),
  /** Adds a dated value to a figure. One that has a value of that day already is corrected only when it is said so. */
  saveFigure: operation({ access: 'change', roles: keepers })
    .input(z.strictObject({ parameterId: z.string().max(80), seenHash: z.string(), value: FigureValue, reviewBy: PlainDate, corrects: z.boolean(), why: Why }))
    .output(ItemView)
    .errors({ ITEM_NOT_FOUND: {}, FIGURE_HAS_VALUE: { data: z.object({ from: PlainDate }) }, ENTRY_NOT_RIGHT: { data: z.object({ faults: z.array(Fault) }) }, CATALOGUE_CHANGED_MEANWHILE: ChangedMeanwhile }),
  families: read().output(z.array(MadeUpFamily)),
  /** What an entry says of a made-up household. */
  tryMadeUp: read().input(z.strictObject({ entry: EntryForm, household: HouseholdFacts })).output(z.object({ subjects: z.array(TriedSubject) }))
    .errors({ ENTRY_NOT_RIGHT: { data: z.object({ faults: z.array(Fault) }) } }),
  /** What it says of the households whose consent stands: counted, and one by one to a lead, each a line in the access log. */
  tryStored: operation({ access: 'own', roles: keepers }).input(Entry).output(TriedStored)
    .errors({ ENTRY_NOT_RIGHT: { data: z.object({ faults: z.array(Fault) }) } }),
  lint: read().input(Entry).output(z.object({ findings: z.array(LintFinding), borders: z.array(BorderCase) }))
    .errors({ ENTRY_NOT_RIGHT: { data: z.object({ faults: z.array(Fault) }) } }),
}
