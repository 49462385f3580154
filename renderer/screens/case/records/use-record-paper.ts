/** A record on paper, in the language of the page. What was just typed is saved first, so that it stands there too. */
import type { DocumentRequest } from '#core/guide/contract'
import type { AnyRecord } from './record-fields'
import { useI18n } from 'vue-i18n'
import { useDocument } from '../../../widgets/printing/use-document'

type OfRecord = Extract<DocumentRequest, { recordId: unknown }>['document']

export function useRecordPaper(document: OfRecord, record: AnyRecord) {
  const { locale } = useI18n()
  const { busy, problem, print } = useDocument(() => record.record.value && {
    request: { document, recordId: record.record.value.id },
    language: locale.value === 'en' ? 'en' : 'ko',
    edition: 'standard',
  }, { preview: false })
  return { busy, problem, print: async () => await record.save() && void await print() }
}
