/** What the answers of a visit lead to, and which of it stands in the newest survey, check or plan already. */
import type { Desk } from '../door.ts'
import type { Proposal } from '../handbook/proposal.ts'
import type { RecordBody, RecordView } from '../records/model.ts'
import type { VisitProposal } from './contract.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { flowOf } from '../handbook/flow.ts'
import { handbookInForce } from '../handbook/in-force.ts'
import { HomeVisit } from '../records/bodies/home-visit.ts'
import { readNewest } from '../records/read-records.ts'
import { holdRecord } from '../records/write-record.ts'
import { linkWords, proposalWords } from './link-words.ts'

interface Written {
  readonly survey: RecordBody<'needs-survey'> | undefined
  readonly check: { readonly body: RecordBody<'crisis-check'>, readonly record: RecordView } | undefined
  readonly plan: RecordBody<'plan'> | undefined
}

export const proposals = door.homeVisits.proposals.handler(async ({ input, context }) => {
  const { record } = await holdRecord(context, input.recordId)
  return proposalsOf(context, record)
})

/** @throws {ORPCError} RECORD_NOT_FOUND where the record is no home visit */
export async function proposalsOf(context: Desk, visit: RecordView): Promise<VisitProposal[]> {
  const { db, host } = context
  if (visit.kind !== 'home-visit')
    throw new ORPCError('RECORD_NOT_FOUND')
  const { handbook } = await handbookInForce(db, host)
  const written: Written = {
    survey: (await readNewest(db, visit.caseId, 'needs-survey'))?.body,
    check: await readNewest(db, visit.caseId, 'crisis-check'),
    plan: (await readNewest(db, visit.caseId, 'plan'))?.body,
  }
  return Promise.all(flowOf(handbook, HomeVisit.parse(visit.body)).map(async proposal => ({ proposal, words: await proposalWords(context, proposal), taken: await isTaken(context, proposal, written, visit) })))
}

async function isTaken(context: Desk, proposal: Proposal, { survey, check, plan }: Written, visit: RecordView): Promise<boolean> {
  switch (proposal.kind) {
    case 'crisis-check': return check !== undefined && (check.record.status === 'open' || check.record.startedAt >= visit.startedAt)
    case 'crisis-reason': return check?.body.reasons.includes(proposal.reason) ?? false
    case 'isolation': return check?.body.isolation[proposal.sign] === 'yes'
    case 'need': return survey?.needs[proposal.area].items.includes(proposal.item) ?? false
    case 'link': {
      if (!plan)
        return false
      const what = (await linkWords(context, proposal)).ko
      return plan.measures.some(measure => proposal.serviceId === null ? measure.what === what : measure.serviceId === proposal.serviceId)
    }
  }
}
