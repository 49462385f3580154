/**
 * The directory of agencies (연계 기관) in the booklet: how to reach a place, and nobody's own name or number. Shelters are
 * not in it; see `guide/told-on-paper.ts`.
 */
import type { Block } from '../guide/sheet.ts'
import type { Store } from '../host.ts'
import type { DirectoryLine } from './booklet-data.ts'
import type { BookletSpeaker } from './speak.ts'
import * as z from 'zod'
import { block } from '../guide/sheet-frame.ts'
import { toldOnPaper } from '../guide/told-on-paper.ts'
import { AgencyField, AgencySector } from '../referrals/agency.ts'
import { inOrder } from './name-index.ts'

const Fields = z.array(AgencyField)

/** Those in use that a paper may name. What the office notes about them, and who answers there, stays in the office. */
export async function readDirectory(db: Store): Promise<DirectoryLine[]> {
  const rows = await db.selectFrom('agency').select(['name', 'fields', 'sector', 'address', 'directions', 'phone']).where('active', '=', 1).execute()
  return rows.flatMap(({ name, fields: written, sector, address, directions, phone }): DirectoryLine[] => {
    const fields = Fields.parse(JSON.parse(written))
    const told = toldOnPaper({ name, fields, sector: AgencySector.parse(sector) })
    if (told === 'not' || (told === 'phone' && !phone))
      return []
    return [{ name, fields, phone: phone ?? '', ...told === 'whole' ? { address: address ?? '', directions: directions ?? '' } : { address: '', directions: '' } }]
  })
}

export function directoryGroups({ b, code }: BookletSpeaker, agencies: readonly DirectoryLine[]): Block[][] {
  const sorted = inOrder(agencies, code)
  return [[block.table(
    [b('agency.name'), b('agency.field'), b('agency.place'), b('agency.phone')],
    sorted.map(({ name, fields, address, directions, phone }) => [name, fields.map(field => b(`field.${field}`)).join(b('row.join')), [address, directions].filter(Boolean).join(' · '), phone]),
    [28, 18, 34, 20],
  )]]
}
