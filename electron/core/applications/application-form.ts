/**
 * An application packet (신청 꾸러미): what to bring and where to hand it in, then an application sheet filled in as far
 * as it is known (신청서 작성본), in the order of the ministry's common form (사회보장급여 공통서식, 사회보장급여법
 * 시행규칙 제13조): applicant, family, service, account, signature.
 *
 * The boxes of the identity number stay empty for the pen, for Maji knows none. The office's official form governs.
 */
import type { Relation } from '../eligibility/household-facts.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../guide/sheet.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { BilingualText, Language } from '../kernel/text.ts'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'

export interface ApplicationFormData {
  readonly on: PlainDate
  readonly office: Office
  readonly service: { readonly name: BilingualText, readonly applyAt: BilingualText, readonly how: BilingualText, readonly phone: string | null }
  readonly applicant: { readonly name: string, readonly relation: Relation, readonly phone: string | null, readonly address: string }
  /** Whom the service is for, where it is one of them. */
  readonly forName: string | null
  /** The others who live there. */
  readonly members: readonly { readonly name: string, readonly relation: Relation, readonly birth: PlainDate | null, readonly livingTogether: boolean | null }[]
  /** `there`: handed in already. */
  readonly papers: readonly { readonly name: BilingualText, readonly issuedAt: BilingualText, readonly there: boolean }[]
}

/** In a table: six, a hyphen, seven. */
const numberBoxes = '□□□□□□-□□□□□□□'

/** Points: a box for a digit, the gap for the hyphen, where the boxes begin. */
const [box, gap, left] = [18, 14, 98]

/** Thirteen boxes for the pen. */
const identityBoxes = (label: string, said: string): Block => ({
  kind: 'drawing',
  width: 480,
  height: box + 6,
  caption: said,
  alternative: `${label}: ${said}`,
  shapes: [
    { shape: 'text', x: 0, y: box - 4, text: label, size: 10 },
    ...Array.from({ length: 13 }, (_, place) => ({ shape: 'rect' as const, x: left + place * box + (place < 6 ? 0 : gap), y: 2, width: box, height: box, weight: 0.8 })),
    { shape: 'line', x1: left + 6 * box + 4, y1: 2 + box / 2, x2: left + 6 * box + gap - 4, y2: 2 + box / 2 },
  ],
})

export function applicationForm({ on, office, service, applicant, forName, members, papers }: ApplicationFormData, texts: Texts, language: Language, edition: Edition): Sheet {
  const says = speaker(texts, language)
  const { t, day, pick } = says
  const w = (key: string, filling?: Filling): string => say(texts, language, 'linking', `form.${key}`, filling)
  const together = (value: boolean | null): string => value === null ? '' : w(value ? 'yes' : 'no')
  const title = w('title')
  return sheetOf(says, { edition, office, title, footer: w('preparedOn', { day: day(on) }) }, [
    [block.title(w('packet'), pick(service.name)), block.say(w('packetIntro'))],
    [
      block.fields([
        [w('service'), pick(service.name)],
        ...(forName ? [[w('forWhom'), forName] as const] : []),
        [w('where'), pick(service.applyAt)],
        [w('how'), pick(service.how)],
        ...(service.phone ? [[w('ask'), service.phone] as const] : []),
      ]),
    ],
    [block.heading(w('papers'), 2), ...bringBlocks(papers, w, pick)],
    [{ kind: 'page-break' }],
    // The sheet itself is handed in alone, so it says anew what it is.
    [block.heading(title), block.say(w('governs'), 'strong')],
    [
      block.heading(w('applicant'), 2),
      block.fields([
        [w('name'), `${applicant.name} (${t(`relation.${applicant.relation}`)})`],
        [w('address'), applicant.address || w('line')],
        [w('phone'), applicant.phone ?? w('line')],
      ]),
      identityBoxes(w('identityNumber'), w('identityBoxes')),
    ],
    members.length === 0
      ? []
      : [
          block.heading(w('family'), 2),
          block.table(
            [w('relation'), w('name'), w('identityNumber'), w('birth'), w('together')],
            members.map(member => [t(`relation.${member.relation}`), member.name, numberBoxes, member.birth ? day(member.birth) : '', together(member.livingTogether)]),
            [14, 18, 34, 20, 14],
          ),
        ],
    [
      block.fields([
        [w('service'), pick(service.name)],
        ...(forName ? [[w('forWhom'), forName] as const] : []),
        [w('where'), pick(service.applyAt)],
      ]),
    ],
    // Together, so that the signature never stands alone on a page.
    [
      block.heading(w('accountTitle'), 2),
      block.table([w('bank'), w('account'), w('holder')], [[' ', ' ', ' ']], [30, 45, 25]),
      block.say(`${w('declare')}   ${w('day')}: ${w('dayLine')}`),
      { kind: 'signature', label: w('sign'), name: applicant.name },
    ],
  ])
}

/** Each paper with a box to tick and where it is issued; what was handed in already says so. */
function bringBlocks(papers: ApplicationFormData['papers'], w: (key: string) => string, pick: (text: BilingualText) => string): Block[] {
  if (papers.length === 0)
    return [block.say(w('noPapers'))]
  // Before anything was handed in, the column that says so would only take the others' room.
  const some = papers.some(({ there }) => there)
  const rows = papers.map(({ name, issuedAt, there }) => [`${there ? '■' : '□'}\u00A0${pick(name)}`, pick(issuedAt), ...some ? [there ? w('there') : ''] : []])
  return [block.table([w('paper'), w('issued'), ...some ? [w('state')] : []], rows, some ? [4, 5, 2] : [4, 5])]
}
