/**
 * Taking a proposal over. It is put into the newest version of the open record in one transaction and only ever adds,
 * so that nobody's words are written over; a screen that is open on that record merges as after any colleague's save.
 */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Proposal } from '../handbook/proposal.ts'
import type { RecordBody, RecordKind } from '../records/model.ts'
import { ORPCError } from '@orpc/server'
import { tellCase } from '../cases/tell-case.ts'
import { door } from '../door.ts'
import { beginRecord } from '../records/begin-record.ts'
import { RowId } from '../records/bodies/field-parts.ts'
import { HomeVisit } from '../records/bodies/home-visit.ts'
import { kindOf } from '../records/kinds/index.ts'
import { bodyOf, holdRecord, writeVersion } from '../records/write-record.ts'
import { linkWords } from './link-words.ts'
import { proposalsOf } from './visit-proposals.ts'
import { needWith, withOne } from './with-proposal.ts'

/** Where each kind of proposal goes. */
const target = {
  'crisis-check': 'crisis-check',
  'crisis-reason': 'crisis-check',
  'isolation': 'crisis-check',
  'need': 'needs-survey',
  'link': 'plan',
} as const satisfies Record<Proposal['kind'], RecordKind>

export const accept = door.homeVisits.accept.handler(async ({ input, errors, context }) => {
  const { record: visit, found } = await holdRecord(context, input.recordId)
  if (visit.version !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  const chosen = (await proposalsOf(context, visit)).find(({ proposal }) => proposal.key === input.key)
  if (!chosen)
    throw errors.PROPOSAL_GONE()
  const record = await takeOver(context, found, chosen.proposal, HomeVisit.parse(visit.body).on ?? context.today)
  return { proposals: await proposalsOf(context, visit), record }
})

async function takeOver(context: Desk, found: CaseSummary, proposal: Proposal, on: string) {
  const kindName = target[proposal.kind]
  const record = await beginRecord(context, found, kindName)
  if (proposal.kind === 'crisis-check')
    return record
  const before = bodyOf(kindName, record.body)
  const next = await bodyWith(context, before, proposal, on)
  const kept = kindOf(kindName).keep?.(before, next) ?? next
  const written = await writeVersion(context, { record, found }, kept, { ownVersion: true })
  tellCase(context, found)
  return written
}

async function bodyWith(context: Desk, body: RecordBody, proposal: Exclude<Proposal, { kind: 'crisis-check' }>, on: string): Promise<RecordBody> {
  switch (proposal.kind) {
    case 'crisis-reason': {
      const check = body as RecordBody<'crisis-check'>
      return { ...check, reasons: withOne(check.reasons, proposal.reason) }
    }
    case 'isolation': {
      const check = body as RecordBody<'crisis-check'>
      return { ...check, isolation: { ...check.isolation, [proposal.sign]: 'yes' } }
    }
    case 'need': {
      const survey = body as RecordBody<'needs-survey'>
      return { ...survey, needs: { ...survey.needs, [proposal.area]: needWith(survey.needs[proposal.area], proposal, on, context.host.texts) } }
    }
    case 'link': {
      const plan = body as RecordBody<'plan'>
      // Records are written in Korean.
      const what = (await linkWords(context, proposal)).ko
      const there = plan.measures.some(measure => proposal.serviceId === null ? measure.what === what : measure.serviceId === proposal.serviceId)
      if (there)
        return plan
      const [measure] = bodyOf('plan', { measures: [{ id: rowId(context), kind: proposal.serviceId === null ? 'task' : 'service', what, serviceId: proposal.serviceId }] }).measures
      if (!measure)
        throw new ORPCError('PROPOSAL_GONE')
      return { ...plan, measures: [...plan.measures, measure] }
    }
  }
}

const rowId = ({ host }: Pick<Desk, 'host'>): string => RowId.parse(host.newId().replaceAll('-', '').slice(-12))
