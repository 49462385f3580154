/** Releases (배포) of the catalogue: making one, comparing any two, going back to an older one. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { desk, keepers, operation } from '../../kernel/contract.ts'
import { Line } from '../../kernel/names.ts'
import { AskedRollBack, Block, ChangeSort, DraftVersion, FieldChange, ItemDifference, ItemKey, ItemKind, Release, ReleaseRight, ReleaseTitle, Why } from '../model.ts'

const ReleaseNumber = z.int().positive()
/** Right once: it is tried against the keyring and goes no further. */
const SecondPassword = z.string().max(200).optional()

/** Why somebody may not: another has to, or the password is wanted again. */
const twoPersons = {
  SECOND_PERSON_NEEDED: { data: z.object({ names: z.string() }) },
  PASSWORD_AGAIN: {},
  WRONG_PASSWORD: { data: z.object({ triesLeft: z.int(), waitSeconds: z.number() }) },
  WAIT_FIRST: { data: z.object({ waitSeconds: z.number() }) },
  ACCOUNT_LOCKED: {},
}
const doesNotHold = { RELEASE_DOES_NOT_HOLD: { data: z.object({ count: z.int(), blocks: z.array(Block) }) } }

export const releases = {
  list: operation({ access: 'read', roles: keepers, quiet: true })
    .output(z.object({
      /** The newest first; it is the one in force. */
      releases: z.array(Release),
      asked: AskedRollBack.nullable(),
      /** Whether the caller may roll back at once, or has to ask a colleague. */
      right: ReleaseRight,
    })),
  compare: operation({ access: 'read', roles: keepers, quiet: true })
    .input(z.strictObject({
      from: ReleaseNumber,
      to: ReleaseNumber,
      kind: ItemKind.optional(),
      sort: ChangeSort.optional(),
      text: Line.default(''),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(200).default(100),
    }))
    .output(z.object({ counts: z.array(z.object({ kind: ItemKind, sort: ChangeSort, count: z.int().positive() })), total: z.int().nonnegative(), items: z.array(ItemDifference) }))
    .errors({ RELEASE_NOT_FOUND: {} }),
  difference: operation({ access: 'read', roles: keepers, quiet: true })
    .input(z.strictObject({ from: ReleaseNumber, to: ReleaseNumber, ...ItemKey.shape }))
    .output(z.object({ item: ItemDifference, fields: z.array(FieldChange) }))
    .errors({ RELEASE_NOT_FOUND: {}, CHANGE_NOT_FOUND: {} }),
  /** Releases the draft, or some of its changes. `own`: a password may be tried, which must not happen in a transaction. */
  release: operation({ access: 'own', roles: keepers })
    .input(z.strictObject({
      title: ReleaseTitle,
      why: Why,
      seenVersion: DraftVersion,
      /** These changes only; all of them when left out. */
      items: z.array(ItemKey).min(1).max(20_000).optional(),
      /** Leaves out what the caller worked on, so that two keepers release each other's. */
      withoutOwn: z.boolean().default(false),
      password: SecondPassword,
    }))
    .output(Release)
    .errors({ ...twoPersons, ...doesNotHold, IMPORT_GOING_OVER: {}, DRAFT_CHANGED_MEANWHILE: {}, DRAFT_EMPTY: {}, CHANGE_NOT_FOUND: {} }),
  /** Asks a colleague to confirm going back to an older release. */
  askRollBack: operation({ access: 'change', roles: keepers })
    .input(z.strictObject({ number: ReleaseNumber, why: Why }))
    .output(AskedRollBack)
    .errors({ RELEASE_NOT_FOUND: {}, RELEASE_IN_FORCE: {}, ROLLBACK_ASKED: {} }),
  dropRollBack: operation({ access: 'change', roles: keepers })
    .errors({ ROLLBACK_NOT_ASKED: {} }),
  /** Goes back: confirms what a colleague asked for, or alone with the password. The draft stays. */
  rollBack: operation({ access: 'own', roles: keepers })
    .input(z.strictObject({ number: ReleaseNumber, seenRelease: ReleaseNumber, why: Why.optional(), password: SecondPassword }))
    .output(Release)
    .errors({ ...twoPersons, ...doesNotHold, RELEASE_NOT_FOUND: {}, RELEASE_IN_FORCE: {}, ROLLBACK_NOT_ASKED: {}, ROLLBACK_WHY: {}, RELEASED_MEANWHILE: {} }),
  /** Tells an open screen that another release is in force. */
  watch: operation({ access: 'read', roles: desk, quiet: true })
    .output(eventIterator(z.object({ release: z.string() }))),
}
