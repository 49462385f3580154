/**
 * A record of the official catalogues (복지로 중앙·지자체, 정부24) as Maji keeps it: read, tidied, never judged.
 *
 * The publishers' texts are Korean and stay as they are. What a record asks for stands in `conditions` only where
 * the publisher gave codes (정부24 supportConditions); everything else is prose that a person has to read. A rule of
 * ours is a `WelfareService`; a record that is the same service is shown with it, never beside it.
 */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'
import { LifeStage, Target, Theme } from './welfare-service.ts'

export const Publisher = z.enum(['bokjiro-central', 'bokjiro-local', 'gov24'])
export type Publisher = z.infer<typeof Publisher>

/** 복지로 ids are `WLF` and eight digits; 정부24 ids stand behind `GOV`, so that the two never meet. */
export const OfficialRecordId = z.string().regex(/^(?:WLF\d{8}|GOV[0-9A-Z]{6,40})$/).brand<'OfficialRecordId'>()
export type OfficialRecordId = z.infer<typeof OfficialRecordId>

export const ApplyWay = z.enum(['visit', 'online', 'phone', 'post', 'mobile', 'fax', 'email', 'other'])
export type ApplyWay = z.infer<typeof ApplyWay>

const prose = z.string().min(1).optional()
const link = z.strictObject({ name: z.string(), url: z.string() })

export const OfficialRecord = z.strictObject({
  id: OfficialRecordId,
  publisher: Publisher,
  name: z.string().min(1),
  summary: prose,
  /** Ministry or local government (소관기관), and its department. */
  agency: z.string(),
  department: prose,
  /** Where it exists, by name: 서울특별시, 동작구. Neither for the whole country, no district for a whole province. */
  province: prose,
  district: prose,
  /** Empty where the publisher named none: then nothing is known of it, not "for nobody". */
  stages: z.array(LifeStage),
  targets: z.array(Target),
  themes: z.array(Theme),
  /** 지원대상, 선정기준, 지원내용, 신청방법, 구비서류, 신청기한: prose with line breaks. */
  forWhom: prose,
  selection: prose,
  benefit: prose,
  howToApply: prose,
  papers: prose,
  applyPeriod: prose,
  /** 지원주기 and 제공유형 as named: "월", "현금지급". */
  cycle: prose,
  provision: z.array(z.string()),
  ways: z.array(ApplyWay),
  contacts: z.array(z.strictObject({ name: z.string(), phone: prose })),
  sites: z.array(link),
  laws: z.array(z.string()),
  forms: z.array(link),
  /** 복지사업전달체계: who takes the application, decides, pays, hears objections. */
  channels: z.array(z.strictObject({ role: z.string(), text: z.string() })),
  url: prose,
  referenceYear: z.int().optional(),
  modifiedOn: PlainDate.optional(),
  from: PlainDate.optional(),
  until: PlainDate.optional(),
  views: z.int().nonnegative().optional(),
  /** `false`: only for firms, facilities or organisations (정부24 사용자구분 without 개인 and 가구). */
  forPersons: z.boolean(),
  /** 정부24 supportConditions as given: the codes marked "Y", and the ages of the target (both included). */
  conditions: z.strictObject({
    codes: z.array(z.string().regex(/^JA\d{4}$/)),
    ageFrom: z.int().nonnegative().optional(),
    ageTo: z.int().nonnegative().optional(),
  }).optional(),
})
export type OfficialRecord = z.infer<typeof OfficialRecord>
