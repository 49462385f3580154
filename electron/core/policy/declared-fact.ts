/**
 * A fact that a policy folder adds to the built-in ones, in `facts.yaml`: what it asks, and in which words.
 *
 * For rules that turn on something Korean ones do not. It may be named wherever a built-in fact may, by rules and by
 * households; the screens of the desk ask the built-in ones.
 */
import * as z from 'zod'
import { FactId, isFactName } from '../eligibility/facts.ts'
import { BilingualText } from '../kernel/text.ts'

export const DeclaredFact = z.strictObject({
  /** Not one of the built-in facts: rules would mean the one and households the other. */
  id: FactId.refine(id => !isFactName(id), { error: 'this fact is built in already; use it as it is, or give yours another id' }),
  about: z.enum(['person', 'household']),
  value: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('yes-no') }),
    /** Each option with its words, in the order in which they are offered. */
    z.strictObject({ type: z.literal('choice'), options: z.record(z.string().min(1).max(40), BilingualText) }),
    /** Whole units of the folder's currency. */
    z.strictObject({ type: z.literal('money') }),
    z.strictObject({ type: z.literal('count') }),
    z.strictObject({ type: z.literal('date') }),
  ]),
  /** 1 at a glance or from the papers, 2 a plain question, 3 needs looking up at home. */
  ease: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
  /** Health and what else is protected: asked only where it settles much. */
  sensitive: z.literal(true).optional(),
  /** A short name for it. */
  label: BilingualText,
  /** As it is read out; `{who}` stands for the person, and only in facts about a person. */
  question: BilingualText,
})
export type DeclaredFact = z.infer<typeof DeclaredFact>
