/** What stands before the first chapter: the cover, the contents, how to use the booklet and whom to call. */
import type { Block } from '../guide/sheet.ts'
import type { BookletData } from './booklet-data.ts'
import type { BookletSpeaker } from './speak.ts'
import { block, centerLine } from '../guide/sheet-frame.ts'
import { sectionAnchor } from './chapter-groups.ts'

export function coverGroups(speaker: BookletSpeaker, { choices, office, release, made }: BookletData): Block[][] {
  const { b, day } = speaker
  return [
    [block.title(b('title', { year: choices.year }), centerLine(speaker, office))],
    [block.say(b('cover.promise'), 'strong')],
    [block.fields([
      ...(office.phone ? [[b('cover.phone'), office.phone] as const] : []),
      [b('cover.made'), day(made)],
      [b('cover.release'), b('cover.releaseLine', { release: release.id, day: day(release.on) })],
    ])],
  ]
}

/** `sections`: what came into the booklet, in its order. */
export const contentsGroups = ({ b }: BookletSpeaker, sections: readonly string[]): Block[][] => [[
  block.heading(b('contents')),
  { kind: 'page-list', columns: 1, rows: sections.map(section => ({ text: b(`section.${section}`), level: 1, anchors: [sectionAnchor(section)] })) },
]]

export function useGroups(speaker: BookletSpeaker, { choices, office, services }: BookletData): Block[][] {
  const { t, b } = speaker
  const marked = services.some(({ mark }) => mark)
  return [
    [
      block.heading(b('use.heading')),
      block.list([
        b('use.chapters'),
        b('use.index'),
        b('use.call'),
        ...(marked ? [b('use.marks')] : []),
        b('use.toCheck'),
        b('use.year', { year: choices.year }),
        b('use.noDecision'),
      ]),
    ],
    [
      block.heading(b('use.callHeading')),
      block.fields([
        ...(office.phone ? [[t('contact.center'), office.phone] as const] : []),
        [t('contact.crisis'), t('contact.crisisLine')],
        [b('use.danger'), b('use.dangerLine')],
      ]),
    ],
    [block.say(b('use.discreet'))],
  ]
}
