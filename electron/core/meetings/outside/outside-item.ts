/**
 * One item as one outside member may see it. Everything that goes out is made here, field by field, from a closed list:
 * no name, birth day, address, number, and no text of the case but the one written for outside.
 */
import type { CaseSummary } from '../../cases/model.ts'
import type { Store } from '../../host.ts'
import type { HouseholdView } from '../../households/model.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Coverage } from '../coverage.ts'
import type { KnownWords } from '../personal-words.ts'
import type { ItemRow } from '../read-items.ts'
import type { OutsideItem } from './contract.ts'
import { findCase } from '../../cases/read-case.ts'
import { sameRecipient } from '../../consent/check-recipient.ts'
import { readProfile, sensitiveTypes } from '../case-profile.ts'
import { covered, readShareable } from '../coverage.ts'
import { personalIn, readKnownWords } from '../personal-words.ts'

/** Who looks: an outside member, or all of a meeting together (`staffId` null) for the edition on paper. */
export interface Viewer { readonly staffId: string | null, readonly agencies: readonly (string | null)[] }

export interface Seen { readonly found: CaseSummary, readonly household: HouseholdView, readonly coverage: Coverage, readonly known: KnownWords }

/** What every one of the viewers may be shown of a case; `undefined` where nothing. */
export async function seenBy(db: Store, caseId: string, { agencies }: Viewer, today: PlainDate): Promise<Seen | undefined> {
  const found = await findCase(db, caseId)
  const shareable = found && found.status !== 'withdrawn' ? await readShareable(db, found.householdId, today) : undefined
  if (!found || !shareable || agencies.length === 0)
    return undefined
  const coverages = agencies.map(shareable.coverageFor)
  const coverage = coverages.every(({ shown }) => shown) ? { shown: true, health: coverages.every(({ health }) => health) } : covered.none
  return coverage.shown ? { found, household: shareable.household, coverage, known: await readKnownWords(db, found.householdId) } : undefined
}

export type Profile = NonNullable<Extract<OutsideItem, { state: 'shown' }>['profile']>

export async function profileOf(db: Store, item: ItemRow, { household, coverage, known }: Seen, today: PlainDate): Promise<Profile> {
  const { ageBand, householdTypes, needs } = await readProfile(db, item.caseId, household, today)
  const { forOutside } = item.body.draft
  const withheld = personalIn(forOutside, known).length > 0
  return {
    ageBand,
    householdTypes: householdTypes.filter(type => coverage.health || !sensitiveTypes.includes(type)),
    needs: needs
      .flatMap(({ area, level }) => level !== null && level > 0 && (area !== 'health' || coverage.health) ? [{ area, level }] : [])
      .sort((one, other) => other.level - one.level),
    question: withheld ? '' : forOutside,
    questionWithheld: withheld,
  }
}

/** @param number the item's number on the agenda, from 1 */
export async function outsideItem(db: Store, item: ItemRow, number: number, viewer: Viewer, closed: boolean, today: PlainDate): Promise<OutsideItem> {
  const seen = await seenBy(db, item.caseId, viewer, today)
  if (!seen)
    return { state: 'not-shown', number }
  const { draft } = item.body
  const theirs = (who: string): boolean => viewer.agencies.some(agency => agency !== null && sameRecipient(agency, who))
  const clean = (text: string): boolean => text.trim() !== '' && personalIn(text, seen.known).length === 0
  const opinion = item.body.opinions.find(({ staffId }) => staffId === viewer.staffId)
  return {
    state: 'shown',
    itemId: item.id as never,
    number,
    pseudonym: item.pseudonym,
    profile: closed ? null : await profileOf(db, item, seen, today),
    decision: item.decision,
    leads: item.decision !== null && theirs(draft.lead.who),
    roles: item.decision === null ? [] : draft.roles.filter(({ who, what }) => theirs(who) && clean(what)).map(({ what }) => what),
    tasks: item.decision === null ? [] : draft.tasks.filter(({ staffId, who, what }) => staffId === null && theirs(who) && clean(what)).map(({ what, dueOn }) => ({ what, dueOn })),
    opinion: opinion ? { text: opinion.text, at: opinion.at, version: opinion.version } : null,
  }
}
