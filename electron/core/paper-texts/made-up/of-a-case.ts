/** Papers of a case: plan, visit sheet, minutes, closing report, all of a made-up one. */
import type { ClosingReportData } from '../../closing/closing-report-sheet.ts'
import type { MeetingPaperData } from '../../meetings/paper/meeting-sheet.ts'
import type { ServicePlanData } from '../../plans/service-plan-sheet.ts'
import type { VisitSheetData } from '../../worklist/calendar/visit-sheet.ts'
import type { MadeUpAt } from './index.ts'
import { addDays, addMonths } from '../../kernel/dates.ts'
import { MeetingId, StaffId } from '../../kernel/ids.ts'
import { maskName } from '../../kernel/mask.ts'
import { say } from '../../kernel/say.ts'
import { Closing } from '../../records/bodies/closing.ts'
import { Plan } from '../../records/bodies/plan.ts'
import { names, nobodysId, phone } from './people.ts'

const sampleIn = ({ host, language }: MadeUpAt) => (key: string): string => say(host.texts, language, 'paper-texts', `sample.${key}`)

export function servicePlan(at: MadeUpAt): ServicePlanData {
  const sample = sampleIn(at)
  const plan = Plan.parse({
    goals: [{ id: 'sample', area: 'daily-living', words: sample('words'), goal: sample('goal'), criterion: sample('criterion') }],
    measures: [{ id: 'sample', goalId: 'sample', what: sample('asked'), provider: sample('agency'), from: at.on, until: addMonths(at.on, 6), by: 'staff', inCharge: names.planner }],
    reviewOn: addMonths(at.on, 3),
  })
  return { on: at.on, office: at.office, name: names.resident, planner: names.planner, writtenOn: at.on, state: 'inForce', plan }
}

export const visitSheets = (at: MadeUpAt): VisitSheetData => ({
  on: at.on,
  office: at.office,
  day: null,
  staffName: names.planner,
  stops: [{ name: names.resident, phone, callWhen: null, dong: at.office.name.dong, address: '견본로 1, 101호', members: 2, appointment: { starts: '14:00', minutes: 60, note: sampleIn(at)('asked'), bring: '', caution: '' } }],
})

export function closingReport(at: MadeUpAt): ClosingReportData {
  const sample = sampleIn(at)
  const { on, office } = at
  return {
    on,
    office,
    maskedName: maskName(names.resident),
    planner: names.planner,
    openedOn: addMonths(on, -6),
    closing: Closing.parse({ on, reason: 'improved', summary: sample('goal') }),
    goals: [{ area: 'daily-living', words: sample('words'), goal: sample('goal'), state: 'achieved' }],
    needs: [{ area: 'daily-living', first: 3, now: 1 }],
    rest: [],
    afterCareUntil: addMonths(on, 6),
    approved: { name: names.lead, on: addDays(on, -1) },
  }
}

export const meetingMinutes = ({ on, office }: MadeUpAt): MeetingPaperData => ({
  on,
  office,
  page: {
    meeting: {
      id: MeetingId.parse(nobodysId),
      kind: 'internal',
      day: on,
      starts: '10:00',
      minutes: 60,
      place: null,
      status: 'running',
      scope: { of: 'office' },
      weekly: true,
      createdBy: { id: StaffId.parse(nobodysId), name: names.lead },
      closedAt: null,
      closedBy: null,
      version: 1,
    },
    attendees: [
      { staffId: StaffId.parse(nobodysId), name: names.lead, agency: null, outside: false, presence: 'present' },
      { staffId: StaffId.parse(nobodysId), name: names.planner, agency: null, outside: false, presence: 'present' },
    ],
    additions: [],
  },
  content: { audience: 'internal', items: [], staff: new Map() },
})
