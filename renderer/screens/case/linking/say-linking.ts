/** What the trail keeps of a referral or an application ("sent · 보기복지관"), in the language of the page. */
import type { CaseEvent } from '#core/cases/model'
import { i18n } from '../../../texts'

/** `undefined` for every other event. */
export function linkingWords({ kind, note }: Pick<CaseEvent, 'kind' | 'note'>): string | undefined {
  const [, code, name] = /^([a-z-]+) · (.+)$/su.exec(note ?? '') ?? []
  const key = `linking.trail.${code}`
  return (kind === 'referral' || kind === 'application') && code && i18n.global.te(key) ? `${i18n.global.t(key)} · ${name}` : undefined
}
