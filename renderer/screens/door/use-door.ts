/**
 * A visit in the hand: its open record, the handbook (read whole at the start, so that a hallway without connection
 * still has it), and what may not be kept without the consent to sensitive data.
 */
import type { Ref } from 'vue'
import type { AppointmentId, CaseId, RecordId } from '#core/kernel/ids'
import type { HandbookAnswer, HomeVisit } from '#core/records/bodies/home-visit'
import { computed, ref, shallowRef } from 'vue'
import { saysHealth } from '#core/handbook/model'
import { client } from '../../client/core-client'
import { useCall } from '../../client/use-call'
import { useRecord } from '../case/records/use-record'
import { withAnswer } from './path-of'

export const stepNames = ['greet', 'looks', 'needs', 'agreed', 'sign', 'next'] as const
export type StepName = typeof stepNames[number]
/** Where nobody of the household was spoken to there is nothing to ask, agree or sign. */
const shortVisit: readonly StepName[] = ['greet', 'looks', 'next']

export type Door = ReturnType<typeof useDoor>
/** What the two large buttons at the foot do while a step has places of its own. */
export interface Foot { readonly back?: { readonly label: string, readonly run: () => void }, readonly next?: { readonly label: string, readonly run: () => void } }

export function useDoor(caseId: Ref<CaseId>, appointmentId: AppointmentId | null) {
  const recordId = shallowRef<RecordId>()
  const begun = useCall(() => client.homeVisits.begin({ caseId: caseId.value, appointmentId }))
  const handbookCall = useCall(() => client.handbook.read())
  const pageCall = useCall(() => client.cases.page({ caseId: caseId.value }))
  const record = useRecord('home-visit', caseId, { recordId })
  const foot = shallowRef<Foot>()
  /** Tapped, shown, and forgotten with the page: health without consent. */
  const unkept = ref<{ seen: string[], answers: HandbookAnswer[] }>({ seen: [], answers: [] })
  const skipped = ref(new Set<string>())

  async function start() {
    const [view] = await Promise.all([begun.run(), handbookCall.run(), pageCall.run()])
    if (view)
      recordId.value = view.id
  }
  void start()

  const handbook = computed(() => handbookCall.answer.value?.handbook)
  const page = computed(() => pageCall.answer.value)
  const form = computed<HomeVisit>(() => record.form.value)
  const ready = computed(() => handbook.value !== undefined && page.value !== undefined && record.record.value !== undefined && record.record.value.id === recordId.value)
  const mayKeepHealth = computed(() => page.value?.consents.some(({ answers, withdrawn }) => answers.sensitive && !withdrawn.includes('sensitive')) ?? false)
  const kept = (id: string) => mayKeepHealth.value || !saysHealth(id)
  const seen = computed(() => [...form.value.seen, ...unkept.value.seen])
  const answers = computed(() => [...form.value.answers, ...unkept.value.answers])
  const steps = computed<readonly StepName[]>(() => form.value.met === 'nobody' || form.value.met === 'refused' || form.value.met === 'neighbour' ? shortVisit : stepNames)

  const toggled = (list: readonly string[], id: string) => list.includes(id) ? list.filter(each => each !== id) : [...list, id]
  function tick(id: string) {
    if (kept(id))
      record.change(visit => ({ ...visit, seen: toggled(visit.seen, id) }))
    else
      unkept.value = { ...unkept.value, seen: toggled(unkept.value.seen, id) }
  }

  function answer(topic: string, step: string, id: string) {
    if (!handbook.value)
      return
    const next = withAnswer(handbook.value, topic, answers.value, step, id, skipped.value)
    unkept.value = { ...unkept.value, answers: next.filter(each => !kept(each.step)) }
    record.change(visit => ({ ...visit, answers: next.filter(each => kept(each.step)) }))
  }

  /** What the buttons at the foot do meanwhile; without it they walk through the steps. */
  const setFoot = (next?: Foot) => foot.value = next
  const skip = (step: string) => skipped.value = new Set([...skipped.value, step])
  const put = <Field extends keyof HomeVisit>(field: Field, value: HomeVisit[Field]) => record.change(visit => ({ ...visit, [field]: value }), field)
  const problem = computed(() => begun.problem.value ?? handbookCall.problem.value ?? pageCall.problem.value)

  return { record, recordId, form, handbook, page, ready, problem, steps, seen, answers, skipped, mayKeepHealth, kept, foot, start, tick, answer, setFoot, skip, put }
}
