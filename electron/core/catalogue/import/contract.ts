/** Imports of official catalogues: files in portions, or the publisher's own answers; nothing goes live by an import. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { keepers, operation } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/dates.ts'
import { Publisher } from '../../policy/official-record.ts'
import { FoundFile, ImportId, ImportLine, ImportOverview, mostOfPortion, mostPieces, ProblemPage, Progress, Source, SourceService, Whole } from './model.ts'

const read = () => operation({ access: 'read', roles: keepers, quiet: true })
/** Opens short transactions of its own: reading and comparing never happen inside one. */
const own = () => operation({ access: 'own', roles: keepers })
const One = z.strictObject({ importId: ImportId })

export const imports = {
  list: read().output(z.array(ImportLine)),
  begin: own().output(z.object({ importId: ImportId })).errors({ IMPORT_RUNNING: { data: z.object({ by: z.string() }) } }),
  /** The next portion of one file or of several small ones, in order. */
  add: operation({ access: 'own', roles: keepers, quiet: true })
    .input(z.strictObject({
      importId: ImportId,
      pieces: z.array(z.strictObject({
        file: z.string().min(1).max(300),
        text: z.string().max(mostOfPortion),
        /** The file begins with this piece: what was read of one of that name, and not to its end, does not count. */
        first: z.literal(true).optional(),
        /** The file ends with this piece. */
        last: z.boolean(),
        /** The page could not read it as UTF-8; `text` is empty. */
        unreadable: z.literal(true).optional(),
      })).min(1).max(mostPieces),
    }))
    .output(z.object({ files: z.array(FoundFile) }))
    .errors({ IMPORT_NOT_FOUND: {}, IMPORT_TOO_LARGE: {} }),
  overview: read().input(One).output(ImportOverview).errors({ IMPORT_NOT_FOUND: {} }),
  problems: read().input(One).output(ProblemPage).errors({ IMPORT_NOT_FOUND: {} }),
  /** Compares with what is known and puts what differs into the draft; answers when it is done. */
  finish: own()
    .input(z.strictObject({ importId: ImportId, dataDay: PlainDate.nullable(), whole: z.array(Whole).max(3) }))
    .output(ImportLine)
    .errors({ IMPORT_NOT_FOUND: {}, IMPORT_EMPTY: {}, IMPORT_NOT_WHOLE: {} }),
  /** Leaves no trace but the line in the access log that somebody cancelled. */
  cancel: own().input(One).errors({ IMPORT_NOT_FOUND: {}, IMPORT_TOO_LATE: {} }),
  watch: read().input(One).output(eventIterator(Progress)).errors({ IMPORT_NOT_FOUND: {} }),
  /** Asks the publisher, with the office's own key; goes on while nobody watches. */
  ask: own()
    .input(z.strictObject({ publisher: Publisher, province: z.string().trim().max(40).optional(), district: z.string().trim().max(40).optional() }))
    .output(z.object({ importId: ImportId }))
    .errors({ IMPORT_RUNNING: { data: z.object({ by: z.string() }) }, SOURCE_OFF: {} }),
  sources: read().output(z.array(Source)),
  saveSource: operation({ access: 'change', roles: keepers })
    .input(z.strictObject({
      service: SourceService,
      address: z.string().trim().min(8).max(300),
      /** A new key, `null` to forget it; left out, the kept one stays. */
      key: z.string().trim().min(8).max(400).nullable().optional(),
      enabled: z.boolean(),
      dailyCalls: z.int().min(1).max(1_000_000),
      seenVersion: z.int().nonnegative(),
    }))
    .output(Source)
    .errors({ CHANGED_MEANWHILE: {}, SOURCE_ADDRESS_NOT_SAFE: {}, SOURCE_KEY_MISSING: {} }),
}
