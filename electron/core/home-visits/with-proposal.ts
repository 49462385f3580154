/** Adding to what is written, never taking away. Pure. */
import type { Proposal } from '../handbook/proposal.ts'
import type { Texts } from '../host.ts'
import type { Need } from '../records/bodies/needs-survey.ts'
import { say } from '../kernel/say.ts'

export const withOne = <Value>(list: readonly Value[], value: Value): Value[] => list.includes(value) ? [...list] : [...list, value]

/** What was said goes to the resident's words, what was seen to the worker's judgement; each with the day. */
export function needWith(need: Need, { item, from }: Extract<Proposal, { kind: 'need' }>, on: string, texts: Texts): Need {
  const line = (key: string, words: string, asked = ''): string => say(texts, 'ko', 'home-visits', `written.${key}`, { words, asked, on })
  const said = from.flatMap(({ asked, said }) => asked ? [line('said', said.ko, asked.ko)] : [])
  const seen = from.flatMap(({ asked, said }) => asked ? [] : [line('seen', said.ko)])
  return {
    ...need,
    items: withOne(need.items, item),
    words: said.reduce(withLine, need.words),
    judgement: seen.reduce(withLine, need.judgement),
  }
}

const withLine = (text: string, line: string): string => text.includes(line) ? text : text.trim() === '' ? line : `${text}\n${line}`
