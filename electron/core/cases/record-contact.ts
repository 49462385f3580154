/** A contact in its plainest form: nothing offered, nothing given. */
import { recordContactOf } from '../contacts/record-contact.ts'
import { door } from '../door.ts'

export const recordContact = door.cases.recordContact.handler(({ input, context }) => recordContactOf(context, input))
