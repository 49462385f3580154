/** Today's needs against the last survey's, as a picture and as the rows of the table behind it; for screen and paper alike. */
import type { Drawing } from '../../guide/drawing/shapes.ts'
import type { NeedArea } from './need-areas.ts'
import type { NeedsSurvey } from './needs-survey.ts'
import { radarDrawing } from '../../guide/drawing/radar.ts'
import { NeedArea as Areas } from './need-areas.ts'
import { needLevels } from './needs-survey.ts'

/** Texts of `needs.json` and the names of the areas, in the language of the page or of the paper. */
export interface NeedsWords {
  readonly t: (key: string, filling?: Readonly<Record<string, string | number>>) => string
  readonly area: (area: NeedArea) => string
  readonly day: (day: string) => string
}

export type Levels = Pick<NeedsSurvey, 'on' | 'needs'>

/** "3 큼", or that it was not asked. */
export const sayLevel = (level: number | null, { t }: Pick<NeedsWords, 't'>): string =>
  level === null ? t('notAsked') : t('levelOf', { level, word: t(`levels.${level}`) })

export function needsRadar(now: Levels, last: Levels | undefined, words: NeedsWords): Drawing {
  const { t, area, day } = words
  const level = (survey: Levels, of: NeedArea): string => sayLevel(survey.needs[of].level, words)
  const lines = Areas.options.map(of => last
    ? t('radar.line', { area: area(of), now: level(now, of), before: level(last, of) })
    : t('radar.lineAlone', { area: area(of), now: level(now, of) }))
  const values = ({ needs }: Levels) => Areas.options.map(of => needs[of].level)
  return radarDrawing({
    areas: Areas.options.map(area),
    most: Math.max(...needLevels),
    now: { label: now.on ? `${t('today')} ${day(now.on)}` : t('today'), values: values(now) },
    before: last && { label: t('last', { day: last.on ? day(last.on) : '' }), values: values(last) },
    caption: t('radar.caption'),
    alternative: t('radar.alternative', { lines: lines.join('; ') }),
  })
}

/** How a level changed since the last survey; empty where one of the two is not known. */
export function sayChange(now: number | null, before: number | null | undefined, { t }: Pick<NeedsWords, 't'>): string {
  if (now === null || before === null || before === undefined)
    return ''
  return now === before ? t('radar.same') : now > before ? t('radar.more', { by: now - before }) : t('radar.less', { by: before - now })
}
