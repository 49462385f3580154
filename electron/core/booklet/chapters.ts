/**
 * Which service stands in which chapter: in full once, in the first chosen chapter by stage of life it belongs to; in
 * all others of its chapters as a line with the page. What is for nearly every age and for one group, such as the
 * livelihood benefit, is in full with that group: nobody looks for it under babies.
 */
import type { BookletService } from './booklet-data.ts'
import type { BookletSection, SectionChoice } from './model.ts'

export interface Chapter {
  readonly section: BookletSection
  readonly full: readonly BookletService[]
  readonly lines: readonly BookletService[]
}

export interface Chapters {
  /** In the order of the office, without empty ones. */
  readonly chapters: readonly Chapter[]
  /** Belongs to no chosen chapter. */
  readonly homeless: readonly BookletService[]
}

/** Stages of life of the seven. */
const nearlyEveryAge = 5

const sectionsOf = ({ stages, targets }: BookletService): ReadonlySet<string> =>
  new Set<string>([...stages.map(stage => `stage-${stage}`), ...targets.map(target => `target-${target}`)])

const isChapter = (section: BookletSection): boolean => section.startsWith('stage-') || section.startsWith('target-')

export function chaptersOf(services: readonly BookletService[], sections: readonly SectionChoice[]): Chapters {
  const chosen = sections.filter(({ section, on }) => on && isChapter(section)).map(({ section }) => section)
  const [byStage, byTarget] = [chosen.filter(section => section.startsWith('stage-')), chosen.filter(section => section.startsWith('target-'))]
  const placed = services.map((service) => {
    const own = sectionsOf(service)
    const homes = service.stages.length >= nearlyEveryAge ? [...byTarget, ...byStage] : [...byStage, ...byTarget]
    return { service, own, home: homes.find(section => own.has(section)) }
  })
  const chapters = chosen.map((section) => {
    const inIt = placed.filter(({ own }) => own.has(section))
    const of = (full: boolean): BookletService[] => inIt.filter(({ home }) => (home === section) === full).map(({ service }) => service)
    return { section, full: of(true), lines: of(false) }
  })
  return {
    chapters: chapters.filter(({ full, lines }) => full.length + lines.length > 0),
    homeless: placed.filter(({ home }) => home === undefined).map(({ service }) => service),
  }
}
