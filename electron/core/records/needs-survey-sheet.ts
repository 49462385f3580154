/** The needs survey on paper (욕구조사표): picture and table of the levels, then each area in words. For the case file, name masked. */
import type { Office } from '../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { Language } from '../kernel/text.ts'
import type { NeedArea } from './bodies/need-areas.ts'
import type { NeedsWords } from './bodies/needs-radar.ts'
import type { Need, NeedsSurvey } from './bodies/needs-survey.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'
import { needsRadar, sayChange, sayLevel } from './bodies/needs-radar.ts'
import { areasInOrder, mainNeedOf } from './bodies/needs-survey.ts'

export interface NeedsSurveyData {
  readonly on: PlainDate
  readonly office: Office
  readonly maskedName: string
  readonly worker: string
  readonly finished: boolean
  readonly survey: NeedsSurvey
  /** The last finished survey before it. */
  readonly last: NeedsSurvey | null
}

export function needsSurveySheet(data: NeedsSurveyData, texts: Texts, language: Language, edition: Edition): Sheet {
  const { on, office, survey, last } = data
  const says = speaker(texts, language)
  const t = (key: string, filling?: Filling): string => say(texts, language, 'needs', key, filling)
  const words: NeedsWords = { t, area: area => say(texts, language, 'casework', `areas.${area}`), day: day => says.day(day as PlainDate) }
  const day = says.day(survey.on ?? on)
  const main = mainNeedOf(survey)
  return sheetOf(says, { edition, office, title: t('sheet.title'), footer: t('sheet.footer', { day: says.day(on) }) }, [
    [
      block.title(t('sheet.title'), t('sheet.sub', { day, name: data.maskedName })),
      block.fields([
        [t('sheet.worker'), `${data.worker} · ${t(data.finished ? 'sheet.done' : 'sheet.open')}`],
        ...(last?.on ? [[t('sheet.lastOn'), says.day(last.on)] as const] : []),
        ...(main ? [[t('sheet.main'), words.area(main)] as const] : []),
      ]),
    ],
    [block.heading(t(last ? 'radar.title' : 'today')), { kind: 'drawing', ...needsRadar(survey, last ?? undefined, words) }],
    [levelTable(survey, last, words)],
    areasInOrder(survey).some(area => hasWords(survey.needs[area])) ? [block.heading(t('sheet.detail')), detailTable(survey, words, item => say(texts, language, 'casework', `items.${item}`))] : [],
    survey.summary ? [block.heading(t('summary'), 2), block.say(survey.summary)] : [],
  ])
}

function levelTable(survey: NeedsSurvey, last: NeedsSurvey | null, words: NeedsWords): Block {
  const { t } = words
  const row = (area: NeedArea): string[] => {
    const { level, priority } = survey.needs[area]
    const before = last?.needs[area].level
    const comparison = last ? [sayLevel(before ?? null, words), sayChange(level, before, words)] : []
    return [words.area(area), sayLevel(level, words), ...comparison, priority === null ? '' : String(priority)]
  }
  const head = [t('area'), t('today'), ...(last ? [t('sheet.last'), t('radar.change')] : []), t('priority')]
  return block.table(head, areasInOrder(survey).map(row), head.map((_, column) => column === 0 ? 2 : 1.4))
}

function detailTable(survey: NeedsSurvey, words: NeedsWords, item: (item: string) => string): Block {
  const { t } = words
  const told = areasInOrder(survey).filter(area => hasWords(survey.needs[area]))
  const row = (area: NeedArea): string[] => {
    const need = survey.needs[area]
    const title = [words.area(area), sayLevel(need.level, words), ...(need.items.length > 0 ? [need.items.map(item).join(', ')] : [])].join('\n')
    const sides = [need.strengths && t('sheet.strength', { text: need.strengths }), need.obstacles && t('sheet.obstacle', { text: need.obstacles })].filter(Boolean).join('\n')
    return [title, need.words, need.judgement, sides]
  }
  return block.table([t('area'), t('words'), t('sheet.judgement'), t('sheet.strengthsAndObstacles')], told.map(row), [1.5, 2, 2, 2])
}

const hasWords = ({ items, words, judgement, strengths, obstacles }: Need): boolean =>
  items.length > 0 || [words, judgement, strengths, obstacles].some(text => text.trim() !== '')
