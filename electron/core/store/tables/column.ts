/** How a column is read and written. Days, moments and JSON are text, flags are 0 or 1: the two databases agree on those. */
import type { ColumnType } from 'kysely'

/** Never changed once the row stands. */
export type WrittenOnce<Value> = ColumnType<Value, Value, never>
/** JSON in text; the feature that owns the column parses it with its schema. */
export type Json = string
