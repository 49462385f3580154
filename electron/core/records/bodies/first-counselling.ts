/** First counselling (초기상담): the fields of the initial counselling sheet as the dongs use it. */
import * as z from 'zod'
import { CrisisReason } from './crisis-reasons.ts'
import { Day, oneOf, RowId, Short, someOf, Won, Words } from './field-parts.ts'
import { NeedArea } from './need-areas.ts'

export const householdTypes = ['one-person', 'single-parent', 'grandparent', 'elderly', 'disability', 'multicultural', 'defector', 'young-carer', 'child-headed', 'ordinary'] as const
export const counsellingResults = ['information', 'application', 'service-link', 'case-management', 'visit-booked', 'closed'] as const
export type CounsellingResult = typeof counsellingResults[number]

export const FirstCounselling = z.strictObject({
  on: Day,
  method: oneOf(['visit', 'at-center', 'call', 'online']),
  /** Who found them (발굴경로). */
  foundBy: oneOf(['self', 'neighbour', 'tong-leader', 'agency', 'blind-spot-system', 'counter', 'family']),
  informant: z.strictObject({ name: Short, relation: Short, phone: Short }).prefault({}),
  /** Where they really live, if not where they are registered. */
  livesAt: Short,
  householdTypes: someOf(householdTypes),
  /** What the table of members (가구원표) says beside the household; `id` is made of the person's. */
  members: z.array(z.strictObject({ id: RowId, health: Short, work: Short, income: Won })).max(40).default([]),
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
/** The row of a member in the table. */
export const memberRowId = (personId: string): string => `m${personId.replaceAll('-', '').slice(-16)}`
export type FirstCounselling = z.infer<typeof FirstCounselling>
