/** One record, parsed: whose it is, its id, what it says. */
import type { RawRecord, Read, Tell } from './reading.ts'
import { OfficialRecordId } from '../../policy/official-record.ts'
import { readValues } from './read-values.ts'
import { excerpt } from './reading.ts'
import { recognise } from './recognise.ts'
import { tidyLine } from './tidy-text.ts'

/** Fields by which a record names itself, 복지로's and 정부24's. */
export const idOf = (raw: RawRecord): string | undefined => {
  const bokjiro = raw.values.get('servId')
  const gov24 = raw.values.get('서비스ID')
  return bokjiro === undefined ? gov24 === undefined ? undefined : `GOV${tidyLine(gov24)}` : tidyLine(bokjiro)
}

export function readRecord(raw: RawRecord, tell: Tell): Read {
  const format = recognise(raw)
  const written = idOf(raw)
  const refusal = tidyLine(raw.values.get('resultCode') ?? '')
  if (written === undefined && /[1-9]/.test(refusal))
    return { broken: 'refused', value: excerpt(refusal) }
  if (format === undefined)
    return { broken: 'not-recognised' }
  if (written === undefined || written === 'GOV' || written === '')
    return { broken: 'id-missing', field: format.publisher === 'gov24' ? '서비스ID' : 'servId' }
  const id = OfficialRecordId.safeParse(written)
  if (!id.success)
    return { broken: 'id-unreadable', value: excerpt(written) }
  const fields = format.read(readValues(raw, tell), raw)
  if (format.part !== 'conditions' && fields.name === undefined)
    return { broken: 'name-missing', field: format.publisher === 'gov24' ? '서비스명' : 'servNm' }
  if (format.publisher === 'bokjiro-local' && fields.province === undefined && fields.district === undefined)
    return { broken: 'region-missing', field: 'ctpvNm' }
  return { part: { id: id.data, publisher: format.publisher, part: format.part, fields: compact(fields) } }
}

/** Without the keys that have no value, so that a part crosses threads and stands in the store as it is. */
function compact<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
