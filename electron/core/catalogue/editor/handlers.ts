/** All handlers of the catalogue's editor. */
import { readSettings } from '../../center/read-settings.ts'
import { door } from '../../door.ts'
import { Counts } from '../../policy/welfare-service.ts'
import { draftCatalogue } from '../draft/read-draft-catalogue.ts'
import { beginService } from './begin-service.ts'
import { readEntry } from './check-entry.ts'
import { forEverybodyFaults } from './for-everybody.ts'
import { formChoices } from './form-choices.ts'
import { readShelf } from './item-rows.ts'
import { lint } from './lint/lint-entry.ts'
import { listItems } from './list-items.ts'
import { findItem, findItemView } from './read-item.ts'
import { ruleLines } from './rule-lines.ts'
import { ruleSetting } from './rule-setting.ts'
import { saveFigure } from './save-figure.ts'
import { saveService } from './save-service.ts'
import { families, tryMadeUp, tryStored } from './try/try-entry.ts'

const list = door.catalogue.editor.list.handler(async ({ input, context: { db, host, today } }) => listItems(await readShelf(db, host), input, today))

const read = door.catalogue.editor.read.handler(async ({ input, errors, context: { db, host, today } }) => {
  const view = await findItemView(db, host, input, today)
  if (!view)
    throw errors.ITEM_NOT_FOUND()
  return view
})

const choices = door.catalogue.editor.choices.handler(async ({ context: { db, host, today } }) => {
  const { center: { province, district } } = await readSettings(db)
  return formChoices(await draftCatalogue(db, host), { province, district }, host.places(), today)
})

const describe = door.catalogue.editor.describe.handler(async ({ input, context: { db, host, today } }) => {
  const counts = Counts.catch('registered').parse(input.entry.counts)
  const setting = ruleSetting(host, await draftCatalogue(db, host), today, counts)
  const { criteria, faults } = readEntry({ id: 'office-new', ...input.entry }, setting)
  return { lines: ruleLines(criteria, setting), faults: [...faults, ...forEverybodyFaults(input.entry, input.forEverybody, host.texts)] }
})

const begin = door.catalogue.editor.begin.handler(async ({ input, errors, context: { db, host, today } }) => {
  const { inForce, draft } = await readShelf(db, host)
  const from = input.from ? findItem(draft, input.from) ?? findItem(inForce, input.from) : undefined
  if (input.from && !from)
    throw errors.ITEM_NOT_FOUND()
  const { center: { province, district } } = await readSettings(db)
  return { entry: beginService(from, { province, district }, today, host.texts) }
})

export const editorHandlers = { list, read, choices, describe, begin, saveService, saveFigure, families, tryMadeUp, tryStored, lint }
