/**
 * Asks a publisher for its catalogue: page after page of the list, then details as far as the day's budget reaches.
 *
 * Details are asked for first where the record is new or was changed; those that are known stay as they are. It runs in
 * the background and can be stopped at any moment. Without an enabled source of the office no request is made.
 */
import type { Host, Store } from '../../../host.ts'
import type { OfficialRecord, Publisher } from '../../../policy/official-record.ts'
import type { AskingTrouble } from '../model.ts'
import type { RunningImport } from '../running-imports.ts'
import type { Asked, Region } from './addresses.ts'
import { door } from '../../../door.ts'
import { inChunks } from '../../in-chunks.ts'
import { beginImport } from '../begin-import.ts'
import { knownRecords } from '../known-records.ts'
import { endRunning, inItsTurn, tellProgress } from '../running-imports.ts'
import { stagePortion } from '../stage-portion.ts'
import { discardImport } from '../sweep-imports.ts'
import { detailAddress, isSafeAddress, pageAddress } from './addresses.ts'
import { callPublisher } from './call-publisher.ts'
import { findSource, serviceOf } from './read-source.ts'

interface Asking { readonly db: Store, readonly host: Host, readonly held: RunningImport, readonly asked: Asked, readonly publisher: Publisher, readonly region: Region }

export const ask = door.catalogue.imports.ask.handler(async ({ input, errors, context }) => {
  const { db, host } = context
  const source = await findSource(db, serviceOf(input.publisher))
  if (!source || source.enabled !== 1 || source.service_key === '' || !isSafeAddress(source.address))
    throw errors.SOURCE_OFF()
  const held = await beginImport(context, 'api')
  const asking: Asking = { db, host, held, asked: { address: source.address, key: source.service_key }, publisher: input.publisher, region: input }
  void askAll(asking).catch(async (error: unknown) => {
    host.report('asking a publisher', error)
    await fail(asking, 'went-wrong')
  }).catch((error: unknown) => host.report('asking a publisher', error))
  return { importId: held.id }
})

async function askAll(asking: Asking): Promise<void> {
  const { held, publisher } = asking
  for (const part of publisher === 'gov24' ? ['list', 'detail', 'conditions'] as const : ['list'] as const) {
    const trouble = await askPages(asking, part)
    if (trouble)
      return fail(asking, trouble)
  }
  if (publisher !== 'gov24' && held.phase === 'asking')
    await askDetails(asking)
  if (held.phase === 'asking') {
    held.phase = 'read'
    tellProgress(held)
  }
}

/** @returns what stood in the way; nothing also when it was stopped */
async function askPages({ db, host, held, asked, publisher, region }: Asking, part: 'list' | 'detail' | 'conditions'): Promise<AskingTrouble | undefined> {
  let total: number | undefined
  let got = 0
  for (let page = 1; page <= 1000 && (total === undefined || got < total); page++) {
    const called = await callPublisher(db, host, held, serviceOf(publisher), `${publisher} ${part} ${page}`, pageAddress(asked, publisher, part, page, region))
    if ('stopped' in called)
      return undefined
    if ('trouble' in called)
      return called.trouble
    if (!await inItsTurn(held, () => stagePortion(db, host, held, called.portion)))
      return undefined
    const records = called.portion.parts.length + (called.portion.summary?.broken ?? 0)
    got += records
    total = called.portion.summary?.total ?? got
    held.done = got
    held.of = total
    tellProgress(held)
    if (records === 0)
      return undefined
  }
  return undefined
}

/** A limit that is reached ends it for today: what is read so far is worth keeping. */
async function askDetails({ db, host, held, asked, publisher }: Asking): Promise<void> {
  const wanted = await worthAsking(db, held, publisher)
  held.done = 0
  held.of = wanted.length
  for (const id of wanted) {
    const called = await callPublisher(db, host, held, serviceOf(publisher), `${publisher} ${id}`, detailAddress(asked, publisher, id))
    if ('stopped' in called)
      return
    if ('trouble' in called) {
      held.trouble = called.trouble
      return
    }
    if (!await inItsTurn(held, () => stagePortion(db, host, held, called.portion)))
      return
    held.done += 1
    tellProgress(held)
  }
}

/** New ones first, then changed ones, then those known without a text. */
async function worthAsking(db: Store, held: RunningImport, publisher: Publisher): Promise<readonly string[]> {
  const ranked: { readonly id: string, readonly rank: number }[] = []
  for (const ids of inChunks([...held.seen.get(publisher)?.ids ?? []], 200)) {
    const known = await knownRecords(db, ids)
    const listed = await db.selectFrom('catalogue_staged').select(['item_id', 'body']).where('import_id', '=', held.id).where('part', '=', 'list').where('item_id', 'in', ids).execute()
    for (const { item_id: id, body } of listed) {
      const text = known.get(id)
      const record = text === undefined ? undefined : JSON.parse(text) as OfficialRecord
      const { modifiedOn } = (JSON.parse(body) as { readonly fields: Partial<OfficialRecord> }).fields
      if (!record)
        ranked.push({ id, rank: 0 })
      else if (modifiedOn !== undefined && modifiedOn !== record.modifiedOn)
        ranked.push({ id, rank: 1 })
      else if (record.benefit === undefined)
        ranked.push({ id, rank: 2 })
    }
  }
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ id }) => id)
}

/** Nothing of a failed one is kept; why it failed can be read until another is begun. */
async function fail({ db, host, held }: Asking, trouble: AskingTrouble): Promise<void> {
  if (held.phase !== 'asking')
    return
  held.trouble = trouble
  held.phase = 'failed'
  // What cannot be taken away now goes with the next sweep; whoever watches hears of the end either way.
  await inItsTurn(held, () => discardImport(db, host, held.id)).finally(() => endRunning(host, held, 'failed'))
}
