/** Writing the office's own version of items, with who and why. What would leave the handbook unsound is refused. */
import type { Desk } from '../door.ts'
import type { HandbookView } from './contract.ts'
import type { HandbookProblem } from './find-problems.ts'
import type { Item, OfficeItem } from './model.ts'
import { ORPCError } from '@orpc/server'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { writeOfficeText } from '../office-texts/read-office-text.ts'
import { findProblems } from './find-problems.ts'
import { handbookInForce, joined } from './in-force.ts'
import { handbookView } from './view-of.ts'

type Office = Readonly<Record<string, OfficeItem>>
interface Change { readonly seenVersion: number, readonly why: string }

/** @throws {ORPCError} CHANGED_MEANWHILE, HANDBOOK_UNSOUND */
export async function saveItems(context: Desk, { items, ...change }: Change & { readonly items: readonly Item[] }): Promise<HandbookView> {
  const { host, now, caller } = context
  const shipped = host.handbook()
  const { office } = await handbookInForce(context.db, host)
  const kept = items.map((item): [string, OfficeItem] => [item.id, {
    item,
    from: shipped.items.find(({ id }) => id === item.id) ?? null,
    at: now,
    by: caller.name,
    why: change.why,
  }])
  const strange = items.filter((item) => {
    const before = shipped.items.find(({ id }) => id === item.id) ?? office[item.id]?.item
    return before && (before.kind !== item.kind || (before.kind === 'question' && item.kind === 'question' && before.topic !== item.topic))
  })
  return write(context, office, { ...office, ...Object.fromEntries(kept) }, change, strange.map(({ id }) => ({ kind: 'double-id', id })))
}

/** @throws {ORPCError} CHANGED_MEANWHILE, HANDBOOK_ITEM_NOT_FOUND, HANDBOOK_UNSOUND (where other items of the office lead to it) */
export async function restoreItem(context: Desk, { itemId, ...change }: Change & { readonly itemId: string }): Promise<HandbookView> {
  const { office } = await handbookInForce(context.db, context.host)
  if (!office[itemId])
    throw new ORPCError('HANDBOOK_ITEM_NOT_FOUND')
  return write(context, office, Object.fromEntries(Object.entries(office).filter(([id]) => id !== itemId)), change)
}

async function write(context: Desk, before: Office, office: Office, { seenVersion, why }: Change, strange: readonly HandbookProblem[] = []): Promise<HandbookView> {
  const { db, host } = context
  const shipped = host.handbook()
  const { services } = await catalogueInForce(db, host)
  // What was unsound already, for instance after a newer Maji, does not keep anybody from mending something else.
  const old = new Set(findProblems(joined(shipped, before), services).map(said))
  const problems = [...strange, ...findProblems(joined(shipped, office), services).filter(problem => !old.has(said(problem)))]
  if (problems.length > 0)
    throw new ORPCError('HANDBOOK_UNSOUND', { data: { problems: problems.map(problem => ({ kind: problem.kind, id: problem.id, names: 'names' in problem ? problem.names : null })) } })
  await writeOfficeText(context, 'handbook', seenVersion, { items: office }, why)
  return handbookView(db, host)
}

const said = (problem: HandbookProblem): string => JSON.stringify(problem)
