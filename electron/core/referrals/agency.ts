/** An agency that a family may be referred to (연계 기관): what the office knows of it. Ships empty; the office brings its own list. */
import * as z from 'zod'
import { AgencyId } from '../kernel/ids.ts'

/** welfare 복지, health 보건, mental-health 정신건강, care 돌봄, employment 고용, housing 주거, education 교육, legal 법률, safety 안전, other 기타. */
export const AgencyField = z.enum(['welfare', 'health', 'mental-health', 'care', 'employment', 'housing', 'education', 'legal', 'safety', 'other'])
export type AgencyField = z.infer<typeof AgencyField>

/**
 * public: a state organ or local government (보장기관, 사회보장급여법 제2조제5호); private 민간: everybody else, also a
 * foundation that runs a centre for the district (위탁).
 */
export const AgencySector = z.enum(['public', 'private'])
export type AgencySector = z.infer<typeof AgencySector>

const phone = z.string().trim().regex(/^\+?[\d\s()~-]{3,30}$/)

export const AgencyDetails = z.strictObject({
  name: z.string().trim().min(1).max(80),
  fields: z.array(AgencyField).min(1).max(AgencyField.options.length),
  sector: AgencySector,
  /** Which dongs or districts it serves, as the office writes it; empty: everywhere. */
  area: z.string().trim().max(200),
  /** Who answers there. */
  contact: z.string().trim().max(80),
  phone: phone.nullable(),
  fax: phone.nullable(),
  address: z.string().trim().max(200),
  /** How to get there without a map, as one would tell it: bus, stop, which way. Stands on a family's guide. */
  directions: z.string().trim().max(200).default(''),
  note: z.string().trim().max(1000),
  /** Families it can take at a time; null: not known. */
  capacity: z.int().min(0).max(100_000).nullable(),
})
export type AgencyDetails = z.infer<typeof AgencyDetails>

export const AgencyView = z.object({
  ...AgencyDetails.shape,
  id: AgencyId,
  active: z.boolean(),
  /** Families it has from us now: referred, accepted or in service. */
  families: z.int().nonnegative(),
  version: z.int().positive(),
})
export type AgencyView = z.infer<typeof AgencyView>

/** Why a line of a list is left out. */
export const LineTrouble = z.enum(['name-missing', 'field-missing', 'field-unknown', 'sector-missing', 'sector-unknown', 'capacity-not-number', 'phone-malformed', 'twice', 'too-long'])
export type LineTrouble = z.infer<typeof LineTrouble>

/** What a list of agencies says, before anything is written. */
export const AgencyList = z.object({
  /** Columns that have to be there and are not. */
  missingColumns: z.array(z.enum(['name', 'fields', 'sector'])),
  /** Columns that nobody knows, as they are called; they are left out. */
  unknownColumns: z.array(z.string()),
  rows: z.array(z.object({
    /** As an editor counts, from 1. */
    line: z.int().positive(),
    becomes: z.enum(['new', 'changed', 'same']),
    agency: AgencyDetails,
  })),
  troubles: z.array(z.object({ line: z.int().positive(), reason: LineTrouble, value: z.string() })),
})
export type AgencyList = z.infer<typeof AgencyList>

/** Letters of a list, at most; beyond that it is brought in parts. */
export const mostOfList = 500_000
