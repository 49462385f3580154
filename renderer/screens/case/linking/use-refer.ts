/** A referral being written: the agency, the draft, whether it may go there, saving and sending. */
import type { CasePage } from '#core/cases/contract'
import type { PlainDate } from '#core/kernel/dates'
import type { AgencyView, ReferralDraft, ReferralView, SharedPart, SharePreview } from '#core/referrals/model'
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { remindAfterDays } from '#core/referrals/model'
import { client } from '../../../client/core-client'
import { todayHere } from '../../../client/dates'
import { useCall } from '../../../client/use-call'

type Chosen = Pick<AgencyView, 'id' | 'name' | 'fields' | 'sector'>

/** Milliseconds without a change until the preview is asked for. */
const pause = 250

const dayAfter = (days: number): string => new Date(Date.parse(`${todayHere()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export function useRefer(page: CasePage, begun: ReferralView | undefined, like: ReferralView | undefined) {
  const from = begun ?? like
  const visitor = page.household.members.find(member => member.visitor) ?? page.household.members[0]!
  const form = reactive<ReferralDraft>({
    personId: from?.body.personId ?? visitor.id,
    field: from?.body.field ?? 'welfare',
    need: from ? from.body.need : page.case.mainNeed,
    why: from?.body.why ?? '',
    asked: from?.body.asked ?? '',
    parts: [...from?.body.parts ?? ['name', 'contact'] as SharedPart[]],
    health: from?.body.health ?? '',
  })
  const agency = shallowRef<Chosen>()
  const draft = shallowRef(begun)
  const remindOn = ref<string | null>(dayAfter(remindAfterDays))
  const preview = useCall(() => client.referrals.preview({ caseId: page.case.id, agencyId: agency.value!.id, personId: form.personId, parts: [...form.parts], health: form.health.trim() }))
  const shown = shallowRef<SharePreview>()
  const keep = useCall(async (chosen: Chosen): Promise<ReferralView> => {
    const written = { ...form, asked: form.asked.trim(), why: form.why.trim(), health: form.health.trim(), parts: [...form.parts] }
    return draft.value
      ? client.referrals.save({ referralId: draft.value.id, seenVersion: draft.value.version, draft: written })
      : client.referrals.begin({ caseId: page.case.id, agencyId: chosen.id, draft: written })
  })
  const send = useCall((saved: ReferralView) => client.referrals.send({ referralId: saved.id, seenVersion: saved.version, ...(remindOn.value ? { remindOn: remindOn.value as PlainDate } : {}) }))

  async function look() {
    if (!agency.value)
      return
    const answer = await preview.run()
    if (answer)
      shown.value = answer
  }
  let soon: ReturnType<typeof setTimeout> | undefined
  watch([() => agency.value?.id, () => form.personId, () => form.parts.join(), () => form.health], () => {
    clearTimeout(soon)
    soon = setTimeout(() => void look(), pause)
  })
  onScopeDispose(() => clearTimeout(soon))

  function choose(chosen: Chosen | undefined) {
    agency.value = chosen
    shown.value = undefined
    if (chosen && !from && !chosen.fields.includes(form.field))
      form.field = chosen.fields[0] ?? 'other'
  }

  async function save(): Promise<ReferralView | undefined> {
    if (!agency.value || keep.busy.value || send.busy.value)
      return undefined
    const saved = await keep.run(agency.value)
    if (saved)
      draft.value = saved
    return saved
  }

  /** What was typed is kept as a draft, whatever becomes of the sending. */
  async function saveAndSend(): Promise<ReferralView | undefined> {
    const saved = await save()
    return saved && send.run(saved)
  }

  const busy = computed(() => keep.busy.value || send.busy.value)
  return { form, agency, draft, remindOn, preview, shown, busy, problem: computed(() => send.problem.value ?? keep.problem.value ?? preview.problem.value), look, choose, save, saveAndSend }
}
