/** First counselling (초기상담): the fields of the initial counselling sheet as the dongs use it. */
import * as z from 'zod'
import { PersonName } from '../../kernel/names.ts'
import { CrisisReason } from './crisis-reasons.ts'
import { Day, oneOf, Short, someOf, Won, Words } from './field-parts.ts'
import { NeedArea } from './need-areas.ts'

export const householdTypes = ['one-person', 'single-parent', 'grandparent', 'elderly', 'disability', 'multicultural', 'defector', 'young-carer', 'child-headed', 'ordinary'] as const
export const counsellingResults = ['information', 'application', 'service-link', 'case-management', 'visit-booked', 'closed'] as const
export type CounsellingResult = typeof counsellingResults[number]

export const FirstCounselling = z.strictObject({
  on: Day,
  method: oneOf(['visit', 'at-center', 'call', 'online']),
  /** Who found them (발굴경로). */
  foundBy: oneOf(['self', 'neighbour', 'tong-leader', 'agency', 'blind-spot-system', 'counter', 'family']),
  informant: z.strictObject({ name: z.union([PersonName, z.literal('')]).default(''), relation: Short, phone: Short }).prefault({}),
  /** Where they really live, if not where they are registered. */
  livesAt: Short,
  householdTypes: someOf(householdTypes),
  protection: oneOf(['basic-livelihood', 'conditional', 'near-poor', 'medical-aid', 'rejected', 'none', 'other']),
  housing: z.strictObject({
    tenure: oneOf(['own', 'jeonse', 'monthly', 'public-rental', 'free', 'other']),
    deposit: Won,
    monthlyRent: Won,
    heating: Short,
    note: Words,
  }).prefault({}),
  money: z.strictObject({ income: Won, spending: Won, debt: Won, note: Words }).prefault({}),
  /** Health, disability, long-term care (민감정보): only with the consent to sensitive data. */
  health: Words,
  /** Benefits and services in use. */
  inUse: Words,
  /** What they say themselves (주요 호소). */
  complaint: Words,
  needs: z.array(NeedArea).max(10).default([]),
  crisisReasons: z.array(CrisisReason).max(20).default([]),
  talk: Words,
  opinion: Words,
  result: oneOf(counsellingResults),
  nextContactOn: Day,
})
export type FirstCounselling = z.infer<typeof FirstCounselling>
