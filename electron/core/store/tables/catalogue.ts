/** The catalogue of welfare services, its releases, its draft and its imports. */
import type { Json, WrittenOnce } from './column.ts'

/** The text of an item of the catalogue (service, figure or official record), stored once, named by its SHA-256. */
export interface CatalogueTextTable {
  hash: WrittenOnce<string>
  body: WrittenOnce<Json>
}

/** A release of the catalogue (배포): what was in force from `released_at` on. Kept for ever. */
export interface CatalogueReleaseTable {
  /** 1, 2, 3, … without a gap. */
  number: WrittenOnce<number>
  id: WrittenOnce<string>
  /** `shipped` with Maji, `office` by the office, `rollback` to an older one. */
  origin: WrittenOnce<string>
  title: WrittenOnce<string>
  why: WrittenOnce<string | null>
  /** JSON: ids of everybody who worked on what it changed. */
  prepared_by: WrittenOnce<Json>
  released_by: WrittenOnce<string | null>
  released_at: WrittenOnce<string>
  /** 1: released by the person who prepared it, because nobody else has the right. */
  alone: WrittenOnce<number>
  /** Fingerprint of the last shipped catalogue of which nothing is left to take or to ask about. */
  shipped: string
  rolled_back_to: WrittenOnce<number | null>
}

/** An item had this content from one release on, until before another (`null`: still). */
export interface CatalogueItemTable {
  /** `service`, `parameter` or `record`. */
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  from_release: WrittenOnce<number>
  until_release: number | null
  hash: WrittenOnce<string>
}

/** The shipped set as it was looked at last: what a newer one is held against, to know what it changes. */
export interface CatalogueShippedTable {
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  hash: WrittenOnce<string>
}

/** A roll-back that one keeper asked for and another has to confirm; at most one. */
export interface CatalogueRollbackTable {
  /** Always 1. */
  id: WrittenOnce<number>
  to_release: WrittenOnce<number>
  staff_id: WrittenOnce<string>
  at: WrittenOnce<string>
  why: WrittenOnce<string>
}

/** The draft: what the next release would change. `hash` null: the item ends. */
export interface CatalogueChangeTable {
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  hash: string | null
  /** What it was in the release in force when the change was made; null: it was not there. */
  base_hash: string | null
  /** `editor`, `import` or `shipped`. */
  origin: string
  import_id: string | null
  /** Who changed it last; null: a newer Maji. */
  staff_id: string | null
  /** JSON: ids of everybody who worked on this change; none of them may release it while somebody else could. */
  authors: Json
  at: string
  why: string | null
}

/** Append-only: who changed an item, when and why. */
export interface CatalogueEventTable {
  id: WrittenOnce<string>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string | null>
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  /** `drafted`, `taken-back`, `imported`, `released`. */
  action: WrittenOnce<string>
  why: WrittenOnce<string | null>
  hash_before: WrittenOnce<string | null>
  hash_after: WrittenOnce<string | null>
  import_id: WrittenOnce<string | null>
  release: WrittenOnce<number | null>
}

/** An import of an official catalogue; a cancelled one leaves no row. */
export interface CatalogueImportTable {
  id: WrittenOnce<string>
  /** JSON: the publishers recognised so far. */
  publishers: Json
  /** `file` or `api`. */
  way: WrittenOnce<string>
  /** `reading`, `switching` into the draft, `done`. */
  status: string
  started_at: WrittenOnce<string>
  ended_at: string | null
  /** Day of the data, as the office says or the files tell. */
  data_day: string | null
  /** JSON: the catalogues of which the import is the whole, so that what is missing in it has ended. */
  scope: Json | null
  staff_id: WrittenOnce<string>
  /** Items proposed as new, changed or ended. */
  taken: number
  unchanged: number
  broken: number
}

export interface CatalogueImportProblemTable {
  import_id: WrittenOnce<string>
  seq: WrittenOnce<number>
  /** `broken` was left out, `notice` went in. */
  severity: WrittenOnce<string>
  /** JSON: file, record, line, id, field. */
  place: WrittenOnce<Json>
  /** JSON: code and what fills its sentence. */
  reason: WrittenOnce<Json>
}

/** What a running import has read, list and detail of a record apart, until it goes over into the draft. */
export interface CatalogueStagedTable {
  import_id: WrittenOnce<string>
  item_id: WrittenOnce<string>
  /** `list`, `detail` or `conditions`. */
  part: WrittenOnce<string>
  body: Json
}

/** Where an official catalogue is asked over the network, with the office's own key; no row, no request. */
export interface CatalogueSourceTable {
  /** `bokjiro` or `gov24`. */
  service: WrittenOnce<string>
  address: string
  /** The key of the office. Never leaves the store but in a request to `address`. */
  service_key: string
  /** 1: may be asked. */
  enabled: number
  /** Calls a day that the publisher allows this key. */
  daily_calls: number
  /** Day in Seoul and number of calls of that day. */
  called_on: string | null
  called: number
  version: number
}

export interface CatalogueTables {
  catalogue_text: CatalogueTextTable
  catalogue_release: CatalogueReleaseTable
  catalogue_item: CatalogueItemTable
  catalogue_shipped: CatalogueShippedTable
  catalogue_rollback: CatalogueRollbackTable
  catalogue_change: CatalogueChangeTable
  catalogue_event: CatalogueEventTable
  catalogue_import: CatalogueImportTable
  catalogue_import_problem: CatalogueImportProblemTable
  catalogue_staged: CatalogueStagedTable
  catalogue_source: CatalogueSourceTable
}
