/**
 * The list as this screen holds it: the order of all ids, and the rows that were in sight.
 *
 * What colleagues change is shown in its place; what would move a row waits for a key or a click while somebody points
 * into the list. Of 20,000 cases the page keeps the ids and some hundred rows.
 */
import type { CaseId } from '#core/kernel/ids'
import type { WorklistCounts, WorklistRow } from '#core/worklist/model'
import { computed, ref, shallowRef, triggerRef, watch } from 'vue'
import { client } from '../../client/core-client'
import { useCall } from '../../client/use-call'
import { useCases } from '../../stores/cases'
import { useSession } from '../../stores/session'
import { useWorklistState } from '../../stores/worklist'

const idLength = 36
const portion = 100
/** As many as the server gives at first. */
const firstRows = 60
const mostKept = 3000
/** Milliseconds in which rows scrolled past are not asked for. */
const settling = 60

export function useWorklist(holdStill: () => boolean) {
  const state = useWorklistState()
  const cases = useCases()
  const session = useSession()
  const reading = useCall(client.worklist.list)
  const heading = useCall(client.worklist.heads)
  const ordering = useCall(client.worklist.order)
  const filling = useCall(client.worklist.rows)
  const rows = shallowRef(new Map<string, WorklistRow>())
  /** The first rows, until the order of the whole is there. */
  const firstIds = shallowRef<readonly string[]>([])
  const allIds = ref('')
  const total = ref(0)
  const counts = shallowRef<WorklistCounts>()
  const planners = shallowRef<readonly { readonly id: string, readonly name: string }[]>([])
  const loaded = ref(false)
  const arrived = shallowRef({ opened: new Set<string>(), changed: new Set<string>(), joined: 0, alert: false })

  const idAt = (row: number): CaseId | undefined => (allIds.value === '' ? firstIds.value[row] : allIds.value.slice(row * idLength, (row + 1) * idLength) || undefined) as CaseId | undefined
  const rowAt = (row: number): WorklistRow | undefined => rows.value.get(idAt(row) ?? '')
  const asked = () => ({ scope: state.scope, filter: JSON.parse(JSON.stringify(state.filter)) as typeof state.filter, order: state.order })

  let latest = 0
  async function load(): Promise<void> {
    const mine = ++latest
    const what = asked()
    const [first, heads] = await Promise.all([reading.run(what), heading.run({ scope: what.scope })])
    if (!first || mine !== latest)
      return
    rows.value = new Map(first.map(row => [row.id, row]))
    firstIds.value = first.map(({ id }) => id)
    allIds.value = ''
    total.value = first.length
    counts.value = heads?.counts ?? counts.value
    planners.value = heads?.planners ?? planners.value
    arrived.value = { opened: new Set(), changed: new Set(), joined: 0, alert: arrived.value.alert }
    loaded.value = true
    if (first.length === firstRows) {
      const whole = await ordering.run(what)
      if (whole && mine === latest) {
        allIds.value = whole.ids
        total.value = whole.ids.length / idLength
      }
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  function ensure(first: number, last: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void fill(first, last), settling)
  }
  async function fill(first: number, last: number): Promise<void> {
    const missing: CaseId[] = []
    for (let row = first; row < last && missing.length < portion; row++) {
      const id = idAt(row)
      if (id && !rows.value.has(id))
        missing.push(id)
    }
    if (missing.length > 0)
      await read(missing)
  }
  async function read(ids: readonly CaseId[]): Promise<readonly WorklistRow[] | undefined> {
    const found = await filling.run({ caseIds: [...ids] })
    if (!found)
      return undefined
    if (rows.value.size > mostKept)
      rows.value = new Map()
    for (const row of found)
      rows.value.set(row.id, row)
    triggerRef(rows)
    return found
  }

  /** Whether a case of this planner belongs into the list that is shown. */
  function concerns(plannerId: string | null): boolean {
    switch (state.scope) {
      case 'mine': return plannerId === session.staff?.id
      case 'team': return plannerId !== null && planners.value.some(({ id }) => id === plannerId)
      case 'unassigned': return plannerId === null
      case 'all': return true
    }
  }
  const own = new Map<string, number>()
  /** What one did oneself is no news. */
  const expect = (ids: readonly string[]): void => ids.forEach(id => own.set(id, Date.now()))

  watch(() => cases.changes, () => {
    const heard = cases.lastChange
    if (!heard || Date.now() - (own.get(heard.caseId) ?? 0) < 3000)
      return
    const listed = allIds.value === '' ? firstIds.value.includes(heard.caseId) : allIds.value.includes(heard.caseId)
    if (heard.change === 'alert')
      arrived.value = { ...arrived.value, alert: true }
    if (listed) {
      if (rows.value.has(heard.caseId))
        void look(heard.caseId as CaseId)
      arrived.value = { ...arrived.value, changed: new Set([...arrived.value.changed, heard.caseId]) }
    }
    else if (heard.change !== 'changed' && concerns(heard.plannerId)) {
      arrived.value = { ...arrived.value, opened: new Set([...arrived.value.opened, heard.caseId]) }
    }
    if (arrived.value.opened.size > 0 && !holdStill())
      letIn()
  })
  /** Shows what changed in its place; a case that went to somebody else leaves the list. */
  async function look(id: CaseId): Promise<void> {
    const found = await read([id])
    if (found && !found.some(({ planner }) => concerns(planner?.id ?? null)) && !holdStill())
      letIn()
  }
  let soon: ReturnType<typeof setTimeout> | undefined
  function letIn(): void {
    clearTimeout(soon)
    soon = setTimeout(async () => {
      const count = arrived.value.opened.size
      await load()
      arrived.value = { ...arrived.value, joined: count }
    }, 250)
  }

  let typing: ReturnType<typeof setTimeout> | undefined
  watch(() => [state.scope, state.order, JSON.stringify(state.filter)], ([scope], [before]) => {
    clearTimeout(typing)
    typing = setTimeout(() => void load(), scope === before ? 150 : 0)
  })
  return { rows, total, counts, planners, loaded, arrived, busy: reading.busy, problem: computed(() => reading.problem.value ?? filling.problem.value), idAt, rowAt, load, ensure, expect }
}
