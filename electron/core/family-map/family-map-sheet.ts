/** Genogram and ecomap on paper, with their table: for the case file, names masked. */
import type { Office } from '../guide/sheet-frame.ts'
import type { Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Language } from '../kernel/text.ts'
import type { FamilyMap } from '../records/bodies/family-map.ts'
import type { Pictures } from './contract.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'
import { isCouple, isParent } from './lay-genogram.ts'
import { wordsOfMap } from './words-of-map.ts'

export interface FamilyMapData {
  readonly on: PlainDate
  readonly office: Office
  readonly pictures: Pictures
  readonly body: FamilyMap
}

export function familyMapSheet({ on, office, pictures, body }: FamilyMapData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const t = (key: string): string => say(texts, language, 'family-map', key)
  const words = wordsOfMap(texts, language)
  const called = new Map(body.people.map(person => [person.id, words.nameOf(person)]))
  const day = says.day(on)
  const feelings = body.ties.filter(tie => !isCouple(tie) && !isParent(tie))
  return sheetOf(says, { edition, office, title: t('title'), footer: say(texts, language, 'family-map', 'footer', { day }) }, [
    [block.title(t('title'), day)],
    [block.heading(t('genogram.title')), { kind: 'drawing', ...pictures.genogram }],
    // Couples and children are plain to see; how people get on is said in words too.
    feelings.length > 0
      ? [block.table([t('from'), t('relation'), t('to')], feelings.map(({ from, kind, to }) => [called.get(from) ?? '', t(`ties.${kind}`), called.get(to) ?? '']), [2, 2, 2])]
      : [],
    [block.heading(t('ecomap.title')), { kind: 'drawing', ...pictures.ecomap }],
    body.helpers.length > 0
      ? [block.table([t('helperKind'), t('helperName'), t('helperWhat'), t('strengthLabel'), t('flowLabel')], body.helpers.map(helper => [words.kindOf(helper), words.helperName(helper), helper.what, t(`strength.${helper.strength}`), t(`flow.${helper.flow}`)]), [2, 3, 3, 2, 3])]
      : [],
  ])
}
