/** The directory of agencies (연계 기관) in the booklet: how to reach a place, and nobody's own name or number. */
import type { Block } from '../guide/sheet.ts'
import type { Store } from '../host.ts'
import type { DirectoryLine } from './booklet-data.ts'
import type { BookletSpeaker } from './speak.ts'
import * as z from 'zod'
import { block } from '../guide/sheet-frame.ts'
import { AgencyField } from '../referrals/agency.ts'
import { nameIndex } from './name-index.ts'

const Fields = z.array(AgencyField)

/** Those in use. What the office notes about them, and who answers there, stays in the office. */
export async function readDirectory(db: Store): Promise<DirectoryLine[]> {
  const rows = await db.selectFrom('agency').select(['name', 'fields', 'address', 'directions', 'phone']).where('active', '=', 1).execute()
  return rows.map(({ name, fields, address, directions, phone }) =>
    ({ name, fields: Fields.parse(JSON.parse(fields)), address: address ?? '', directions: directions ?? '', phone: phone ?? '' }))
}

export function directoryGroups({ b, code }: BookletSpeaker, agencies: readonly DirectoryLine[]): Block[][] {
  const sorted = nameIndex(agencies, code).flatMap(({ entries }) => entries)
  return [[block.table(
    [b('agency.name'), b('agency.field'), b('agency.place'), b('agency.phone')],
    sorted.map(({ name, fields, address, directions, phone }) => [name, fields.map(field => b(`field.${field}`)).join(b('row.join')), [address, directions].filter(Boolean).join(' · '), phone]),
    [28, 18, 34, 20],
  )]]
}
