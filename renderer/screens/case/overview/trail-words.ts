/** Notes on the trail that the program wrote itself, in words: a stage, a kind of record, what became of a plan or closing, what raised an alert. */
import type { CaseEvent } from '#core/cases/model'
import { i18n } from '../../../texts'

/** `undefined`: the note is somebody's own words. */
export function trailWords({ kind, note }: Pick<CaseEvent, 'kind' | 'note'>): string | undefined {
  const { t, te } = i18n.global
  if (!note)
    return undefined
  if (kind === 'alert')
    return note.split(' ').map(code => te(`crisis.alert.trail.${code}`) ? t(`crisis.alert.trail.${code}`) : code).join(', ')
  const named = kind === 'stage' ? `casework.stages.${note}` : kind === 'record-begun' || kind === 'record-finished' ? `casework.records.${note}` : ''
  if (named && te(named))
    return t(named)
  // "plan:review-go-on", and below it what was written about it.
  const [code, ...rest] = note.split('\n')
  return te(`plan.trail.${code}`) ? [t(`plan.trail.${code}`), ...rest].join('\n') : undefined
}
