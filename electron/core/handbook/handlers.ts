/** All handlers of the handbook. */
import { door } from '../door.ts'
import { itemHistory } from './item-history.ts'
import { restoreItem, saveItems } from './save-items.ts'
import { handbookView } from './view-of.ts'

const read = door.handbook.read.handler(async ({ context: { db, host } }) => handbookView(db, host))

const save = door.handbook.save.handler(async ({ input, context }) => saveItems(context, input))

const restore = door.handbook.restore.handler(async ({ input, context }) => restoreItem(context, input))

const history = door.handbook.history.handler(async ({ input, context: { db } }) => itemHistory(db, input.itemId))

export const handbookHandlers = { read, save, restore, history }
