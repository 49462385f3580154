/** The closing report (종결 보고서): for the office, name masked. Reason, criteria, what was reached, what goes on, after-care. */
import type { Office } from '../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { BilingualText, Language } from '../kernel/text.ts'
import type { Becomes, Closing } from '../records/bodies/closing.ts'
import type { ClosingPage } from './model.ts'
import { approvalBlocks, block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'

export interface ClosingReportData {
  readonly on: PlainDate
  readonly office: Office
  readonly maskedName: string
  readonly planner: string
  readonly openedOn: PlainDate
  readonly closing: Closing
  readonly goals: ClosingPage['goals']
  readonly needs: ClosingPage['needs']
  /** What was open, with what becomes of it. */
  readonly rest: readonly { readonly what: BilingualText, readonly becomes: Becomes | null, readonly note: string }[]
  /** `null`: none follows. */
  readonly afterCareUntil: PlainDate | null
  readonly approved: { readonly name: string, readonly on: PlainDate } | null
}

type Say = (key: string, filling?: Filling) => string

export function closingReportSheet(data: ClosingReportData, texts: Texts, language: Language, edition: Edition): Sheet {
  const { on, office, closing, goals } = data
  // Where there never was a need, there is nothing to tell.
  const needs = data.needs.filter(({ first, now }) => (first ?? 0) > 0 || (now ?? 0) > 0)
  const says = speaker(texts, language)
  const t: Say = (key, filling) => say(texts, language, 'closing', key, filling)
  const area = (name: string): string => say(texts, language, 'casework', `areas.${name}`)
  const level = (value: number | null): string => value === null ? t('needs.unasked') : String(value)
  return sheetOf(says, { edition, office, title: t('sheet.title'), footer: t('sheet.footer', { day: says.day(on) }) }, [
    [
      block.title(t('sheet.title'), closing.on ? t('sheet.sub', { day: says.day(closing.on) }) : undefined),
      ...approvalBlocks(says, office),
      block.fields([
        [t('sheet.who'), data.maskedName],
        [t('sheet.planner'), data.planner],
        [t('sheet.opened'), says.day(data.openedOn)],
        [t('sheet.reason'), closing.reason ? t(`reasons.${closing.reason}`) : t('sheet.none')],
        [t('sheet.criteria'), closing.criteria.length > 0 ? says.list(closing.criteria.map(each => t(`criteria.${each}`))) : t('sheet.none')],
        [t('sheet.afterCare'), data.afterCareUntil ? t('sheet.afterCareUntil', { day: says.day(data.afterCareUntil) }) : t('sheet.afterCareNone')],
        [t('sheet.approval'), data.approved ? t('sheet.approved', { name: data.approved.name, day: says.day(data.approved.on) }) : t('sheet.notApproved')],
      ]),
    ],
    goals.length === 0
      ? []
      : [block.heading(t('sheet.goals')), block.table(['area', 'goal', 'state'].map(column => t(`sheet.goalHead.${column}`)), goals.map(goal => [area(goal.area), goal.goal || goal.words, say(texts, language, 'plan', `goalStates.${goal.state}`)]), [1.4, 4, 1.2])],
    needs.length === 0
      ? []
      : [block.heading(t('sheet.needs')), block.table(['area', 'first', 'now'].map(column => t(`sheet.needHead.${column}`)), needs.map(need => [area(need.area), level(need.first), level(need.now)]), [3, 1, 1])],
    ...written(closing, t),
    data.rest.length === 0
      ? []
      : [block.heading(t('sheet.rest')), block.table(['what', 'becomes', 'note'].map(column => t(`sheet.restHead.${column}`)), data.rest.map(({ what, becomes, note }) => [says.pick(what), becomes ? t(`becomes.${becomes}`) : '', note]), [3, 1.6, 2.4])],
  ])
}

const written = ({ summary, words, left, afterCare }: Closing, t: Say): Block[][] =>
  ([['summary', summary], ['words', words], ['left', left], ['afterCareNote', afterCare]] as const)
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => [block.heading(t(name === 'afterCareNote' ? name : `sheet.${name}`)), block.say(text)])
