/** Where it was read, when, and what was read there. */
import type { BilingualText } from '../../kernel/text.ts'
import type { Source } from '../../policy/source.ts'
import type { RuleSetting } from '../editor/rule-setting.ts'
import { inBoth, joinedBy, words } from './said.ts'

export const saySource = ({ title, url, readOn, note }: Source, setting: RuleSetting): BilingualText => joinedBy('. ', [
  words(setting, 'source', { title, readOn }),
  note === undefined ? undefined : inBoth(note),
  inBoth(url),
])
