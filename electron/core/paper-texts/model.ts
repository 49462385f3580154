/** What an office keeps of its papers in its own version: sentences, emblem, footer, who signs (양식 편집). */
import * as z from 'zod'
import { Emblem } from '../guide/sheet.ts'
import { BilingualText, Language } from '../kernel/text.ts'

/** `guide.greeting.birth`: file and key of a sentence in `resources/texts`. */
export const SentenceKey = z.string().regex(/^[a-z-]+(?:\.[\w-]+)+$/).max(120)

/** Papers whose sentences an office may write itself, in the order of a visit and then of a case. */
export const EditableDocument = z.enum([
  'family-guide',
  'leaflet',
  'memo-sheet',
  'consent-form',
  'consent-copy',
  'withdrawal-receipt',
  'application-form',
  'service-plan',
  'referral-letter',
  'call-back-letter',
  'visit-sheets',
  'first-counselling',
  'meeting-minutes',
  'closing-report',
  'daily-close',
])
export type EditableDocument = z.infer<typeof EditableDocument>

/** Letters of the office's own footer, of a title in the boxes of those who approve. */
export const mostLetters = { footer: 80, approver: 20 } as const
/** Bytes of an emblem as it is kept. */
export const mostEmblemBytes = 200 * 1024
/** Pixels of its longer side; 11 mm in print need 130. A picture is drawn at the size it says, whatever its bytes. */
export const mostEmblemSide = 1200

const Short = (most: number) => z.strictObject({ ko: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })

export const PaperTexts = z.strictObject({
  /** Only what differs from what ships with Maji. */
  sentences: z.record(SentenceKey, BilingualText),
  emblem: Emblem.nullable(),
  footer: Short(mostLetters.footer).nullable(),
  /** Titles of those who sign at the top (결재란), from left to right. */
  approvers: z.array(Short(mostLetters.approver)).max(5),
})
export type PaperTexts = z.infer<typeof PaperTexts>

/** As Maji ships: nothing of the office's own. */
export const shippedPaper: PaperTexts = { sentences: {}, emblem: null, footer: null, approvers: [] }

/** A sentence as the office finds it: what ships, what it wrote instead. */
export const Sentence = z.object({
  key: SentenceKey,
  shipped: BilingualText,
  own: BilingualText.nullable(),
  most: z.int().positive(),
  /** Parts that have to stay word for word. */
  legal: z.object({ ko: z.array(z.string()), en: z.array(z.string()) }),
})
export type Sentence = z.infer<typeof Sentence>

export const SentenceFault = z.enum(['empty', 'lost', 'unknown', 'too-long', 'legal'])
export type SentenceFault = z.infer<typeof SentenceFault>

/** What is wrong with a sentence, and in which language; `what` is the placeholder, the number of letters, or the part that has to stay. */
export const SentenceProblem = z.object({ key: z.string(), language: Language, fault: SentenceFault.or(z.literal('not-editable')), what: z.string() })
export type SentenceProblem = z.infer<typeof SentenceProblem>

/** What a sentence leaves to be filled in: `{day}`. */
export const placeholdersOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\w+\}/g)].map(([found]) => found))]

/** Braces of which no placeholder of the shipped sentence is made: `{dya}`, `{ day }`, a lone `{`. */
const strangeIn = (text: string, known: readonly string[]): string[] => {
  const rest = known.reduce((left, each) => left.replaceAll(each, ''), text)
  return [...new Set([...rest.matchAll(/\{[^{}]*\}|[{}]/g)].map(([found]) => found))]
}

/** What is wrong with the office's words for a sentence; nothing where they may be printed. Screens ask as one types, the handler when it is saved. */
export function sentenceProblems({ key, shipped, most, legal }: Omit<Sentence, 'own'>, text: BilingualText): SentenceProblem[] {
  return (['ko', 'en'] as const).flatMap((language) => {
    const said = text[language]
    const known = placeholdersOf(shipped[language])
    const found: [SentenceFault, string][] = said.trim() === ''
      ? [['empty', '']]
      : [
          ...known.filter(each => !said.includes(each)).map((each): [SentenceFault, string] => ['lost', each]),
          ...strangeIn(said, known).map((each): [SentenceFault, string] => ['unknown', each]),
          ...said.length > most ? [['too-long', String(most)] as [SentenceFault, string]] : [],
          ...legal[language].filter(part => !said.includes(part)).map((part): [SentenceFault, string] => ['legal', part]),
        ]
    return found.map(([fault, what]) => ({ key, language, fault, what }))
  })
}

export const sameText = (one: BilingualText | null, other: BilingualText | null): boolean => one?.ko === other?.ko && one?.en === other?.en
