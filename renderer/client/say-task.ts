/**
 * Tasks are written in Korean. Where the words are one of ours, the English page says them in English: found by the
 * Korean sentence they were made from, with the agency, day or service in it; otherwise by what kind of task it is.
 */
import type { Task } from '#core/worklist/model'
import { i18n } from '../texts'

type Kind = Task['kind']
const sentences: Readonly<Record<Exclude<Kind, 'free' | 'meeting'>, readonly string[]>> = {
  'review': ['plan.tasks.review', 'plan.tasks.change'],
  'referral': ['linking.tasks.answer', 'linking.tasks.callBack', 'linking.tasks.callBackHealth'],
  'objection': ['linking.tasks.objection'],
  'after-care': ['closing.tasks.call', 'closing.tasks.again'],
  'retry': ['worklist.tasks.retry', 'counselling.nextTask', ...channels('retry')],
  'quarterly': channels('quarterly'),
  'alert': ['crisis.alert.task', 'crisis.alert.correctedTask'],
}
function channels(kind: 'retry' | 'quarterly'): string[] {
  return ['call', 'visit', 'at-center', 'message', 'letter'].map(channel => `contacts.task.${kind}.${channel}`)
}

const names = ['agency', 'day', 'service', 'month'] as const
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The names in a sentence with what stands there, or `undefined` where the words are not this sentence. */
function namesIn(words: string, sentence: string): Record<string, string> | undefined {
  const asKey = i18n.global.t(sentence, Object.fromEntries(names.map(name => [name, `⟦${name}⟧`])), { locale: 'ko' })
  const pattern = escaped(asKey).replaceAll(/⟦(\w+)⟧/g, '(?<$1>.+)')
  return new RegExp(`^${pattern}$`).exec(words)?.groups ?? (asKey === words ? {} : undefined)
}

/** What people wrote themselves stays as they wrote it. */
export function sayTask({ kind, what }: { readonly kind: string, readonly what: string }): string {
  const { t, te, locale } = i18n.global
  const ours = sentences[kind as keyof typeof sentences]
  if (what !== '' && (!ours || locale.value === 'ko'))
    return what
  for (const sentence of ours ?? []) {
    const found = namesIn(what, sentence)
    if (found)
      return t(sentence, found)
  }
  return te(`casework.tasks.${kind}`) ? t(`casework.tasks.${kind}`) : what
}
