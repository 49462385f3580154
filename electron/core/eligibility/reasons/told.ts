/** What the reasons share: the scene of a verdict, a finding as it is told, and who a sentence is about. */
import type { BilingualText } from '../../kernel/text.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Finding } from '../verdict.ts'
import type { Scene } from './describe-criterion.ts'
import { no, yes } from '../kleene.ts'
import { oncePer } from '../once-per.ts'
import { say } from '../texts.ts'
import { whoIs } from './wording.ts'

export interface Stage extends Scene {
  readonly service: WelfareService
  /** Whom the verdict is about; a finding about somebody else names them. */
  readonly subject: PreparedMember | null
}

/** Met, and everybody can see it: that the household lives where the service is, that a child is a child. */
export interface Told extends Finding { readonly obvious?: boolean }

/** The entry's own source stands with the entry, once for all its findings. */
export const ownBasis = (basis: string | undefined, { service }: Stage): string | undefined => basis === service.source.title ? undefined : basis

export const outcomeOf = (value: Kleene): Finding['outcome'] => value === yes ? 'met' : value === no ? 'not-met' : 'not-known'

/** A sentence about somebody else than the verdict's person says who it is about. */
export function named(sentence: BilingualText, member: PreparedMember | null, { texts, household, subject }: Stage): BilingualText {
  return member && member !== subject ? say(texts, 'about', { who: whoItIs(household, member, texts), sentence }) : sentence
}

const whoItIs = oncePer((household: PreparedHousehold, { source }: PreparedMember, texts: EligibilityTexts) => whoIs(texts, source, household.source))
