/** Holding a plan for an operation of its own: it is a plan, its case is the caller's to work on, and it is unchanged since seen. */
import type { Desk } from '../door.ts'
import type { HeldRecord } from '../records/write-record.ts'
import { ORPCError } from '@orpc/server'
import { Plan } from '../records/bodies/plan.ts'
import { holdRecord } from '../records/write-record.ts'

export interface HeldPlan extends HeldRecord { readonly plan: Plan }

/** @throws {ORPCError} RECORD_NOT_FOUND, CASE_NOT_FOUND, CHANGED_MEANWHILE */
export async function holdPlan(context: Desk, { recordId, seenVersion }: { readonly recordId: string, readonly seenVersion: number }): Promise<HeldPlan> {
  const held = await holdRecord(context, recordId)
  if (held.record.kind !== 'plan')
    throw new ORPCError('RECORD_NOT_FOUND')
  if (held.record.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return { ...held, plan: Plan.parse(held.record.body) }
}
