/** Photos and files of a case (사진·파일): what they are for, how long they stay, how large they may be. */
import * as z from 'zod'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { AttachmentId, PersonId, RecordId, StaffId } from '../kernel/ids.ts'

/**
 * What it is for: home 주거 상태, visit 방문 확인, bills 고지서·체납, income 소득·재산 서류, health 진단서·소견서, application 신청 서류,
 * decision 결정 통지, letter 의뢰·회신 문서, consent 종이 동의서, other 그 밖.
 */
export const AttachmentPurpose = z.enum(['home', 'visit', 'bills', 'income', 'health', 'application', 'decision', 'letter', 'consent', 'other'])
export type AttachmentPurpose = z.infer<typeof AttachmentPurpose>

/**
 * Months a file is proposed to be kept. 60: as long as the record it belongs to (사회보장급여법 제34조). 12: no statute names a
 * period for a photo of a home or a bill; as short as a year is the office's own proposal (개인정보 보호법 제21조) and to be checked.
 */
export const keepMonths = { home: 12, visit: 12, bills: 12, income: 12, health: 12, application: 60, decision: 60, letter: 60, consent: 60, other: 12 } as const satisfies Record<AttachmentPurpose, number>
export const mostMonths = 60

/** Only with the consent to sensitive data (개인정보 보호법 제23조); destroyed when it is withdrawn. */
export const sensitivePurposes: readonly AttachmentPurpose[] = ['health']

/** A photo is redrawn by the page before it is sent, so that nothing of camera and place is left in it. */
export const AttachmentType = z.enum(['image/jpeg', 'application/pdf'])
export type AttachmentType = z.infer<typeof AttachmentType>

/** Bytes: 6 MB. */
export const mostBytes = 6 * 1024 * 1024
/** Bytes of the small picture in the list. */
export const mostThumbnailBytes = 60 * 1024

export const Attachment = z.object({
  id: AttachmentId,
  recordId: RecordId.nullable(),
  personId: PersonId.nullable(),
  mediaType: AttachmentType,
  title: z.string(),
  purpose: AttachmentPurpose,
  keepUntil: PlainDate,
  at: Instant,
  staff: z.object({ id: StaffId, name: z.string() }),
  bytesLong: z.int().positive(),
  /** Base64 of a small JPEG. */
  thumbnail: z.string().nullable(),
})
export type Attachment = z.infer<typeof Attachment>
