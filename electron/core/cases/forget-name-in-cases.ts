/** Taking a name out of everything that is written about the household's cases besides its records (파기). */
import type { Store } from '../host.ts'
import type { Json } from '../kernel/places.ts'
import { sql } from 'kysely'
import { inEveryText } from '../kernel/forget-name.ts'

interface Words { readonly table: string, readonly columns: readonly string[], readonly json?: boolean, readonly versioned?: boolean }

/** Every column in which somebody writes words about a case; records and the minutes of whole meetings have their own. */
const words: readonly Words[] = [
  { table: 'case_event', columns: ['note'] },
  { table: 'case_event', columns: ['offers'], json: true },
  { table: 'case_task', columns: ['what', 'who'], versioned: true },
  { table: 'appointment', columns: ['place', 'note', 'bring', 'caution'], versioned: true },
  { table: 'referral', columns: ['body'], json: true, versioned: true },
  { table: 'application', columns: ['body'], json: true, versioned: true },
  { table: 'meeting_item', columns: ['body'], json: true, versioned: true },
  { table: 'case_pause', columns: ['note'] },
  { table: 'case_transfer', columns: ['why', 'answer'] },
  { table: 'case_approval', columns: ['note', 'answer'] },
  { table: 'attachment', columns: ['title'] },
  { table: 'gift_given', columns: ['note'] },
]

/** @param forget takes the name out of a text */
export async function forgetNameInCases(db: Store, caseIds: readonly string[], forget: (text: string) => string): Promise<void> {
  for (const caseId of caseIds) {
    for (const each of words)
      await forgetIn(db, each, sql`case_id = ${caseId}`, forget)
    await forgetIn(db, { table: 'referral_event', columns: ['note'] }, sql`referral_id in (select id from referral where case_id = ${caseId})`, forget)
  }
}

async function forgetIn(db: Store, { table, columns, json = false, versioned = false }: Words, where: ReturnType<typeof sql>, forget: (text: string) => string): Promise<void> {
  const { rows } = await sql<Record<string, string | null>>`select id, ${sql.join(columns.map(column => sql.ref(column)))} from ${sql.table(table)} where ${where}`.execute(db)
  for (const row of rows) {
    for (const column of columns) {
      const text = row[column]
      const left = text && (json ? JSON.stringify(inEveryText(JSON.parse(text) as Json, forget)) : forget(text))
      if (text && left !== text)
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${left}${versioned ? sql`, version = version + 1` : sql``} where id = ${row.id}`.execute(db)
    }
  }
}
