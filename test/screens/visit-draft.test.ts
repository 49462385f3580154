/** What is typed on the visit page reaches the server whole, in order, and is never lost to anybody else's save. */
import type { VisitPage } from '#core/intake/contract'
import type { At, Draft, Outcome, Write } from '../../renderer/stores/visit-draft'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { createDraft } from '../../renderer/stores/visit-draft'

interface Address { road: string, detail: string }

/** A server that keeps one address with its version, and a colleague who may change it. */
function aDesk(start: Address = { road: '', detail: '' }) {
  let kept = start
  let version = 1
  const page = shallowRef({ visit: { id: 'v', version }, household: { address: kept } } as unknown as VisitPage)
  const saves: Address[] = []
  const refuseWith = shallowRef<string>()
  const show = () => { page.value = { visit: { id: 'v', version }, household: { address: kept } } as unknown as VisitPage }
  const write: Write = async (operation, stillAsSeen) => {
    const before = page.value
    try {
      const after = await operation({ id: before.visit.id, seenVersion: before.visit.version })
      page.value = after
      return { kind: 'saved', page: after }
    }
    catch (error) {
      const code = (error as Error).message
      if (code === 'CHANGED_MEANWHILE') {
        show()
        if (stillAsSeen?.(before, page.value))
          return write(operation, stillAsSeen)
      }
      return { kind: 'refused', problem: { code } } as Outcome
    }
  }
  const draft: Draft<Address> = createDraft<Address>('address', () => page.value, write, {
    read: ({ household }) => ({ ...household!.address as Address }),
    async save(fields, { seenVersion }: At) {
      saves.push({ ...fields })
      if (refuseWith.value)
        throw new Error(refuseWith.value)
      if (seenVersion !== version)
        throw new Error('CHANGED_MEANWHILE')
      kept = { road: fields.road.trim(), detail: fields.detail.trim() }
      version++
      return { visit: { id: 'v', version }, household: { address: kept } } as unknown as VisitPage
    },
  })
  return {
    draft,
    saves,
    refuseWith,
    kept: () => kept,
    colleagueSaves(change: Partial<Address>) {
      kept = { ...kept, ...change }
      version++
    },
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function pause(milliseconds: number) {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await nextTick()
}

describe('typing on the visit page', () => {
  it('saves once after a pause, with everything typed until then', async () => {
    const { draft, saves } = aDesk()
    draft.fields.road = '표'
    await pause(300)
    draft.fields.road = '표본로'
    await pause(300)
    expect(saves).toEqual([])
    await pause(200)
    expect(saves).toEqual([{ road: '표본로', detail: '' }])
    expect(draft.dirty).toBe(false)
  })

  it('keeps what is typed while a save is under way, and saves it next', async () => {
    const { draft, kept } = aDesk()
    draft.fields.road = '표본로'
    const first = draft.flush()
    draft.fields.road = '표본로 12'
    await first
    await pause(500)
    expect(draft.fields.road).toBe('표본로 12')
    expect(kept().road).toBe('표본로 12')
  })

  it('does not take away a blank typed last, though the server trims it', async () => {
    const { draft } = aDesk()
    draft.fields.road = '표본로 '
    await pause(500)
    expect(draft.fields.road).toBe('표본로 ')
    expect(draft.dirty).toBe(false)
  })

  it('saves both when a colleague changed another field meanwhile', async () => {
    const { draft, kept, colleagueSaves } = aDesk()
    colleagueSaves({ detail: '202호' })
    draft.fields.road = '표본로 12'
    await pause(2000)
    expect(kept()).toEqual({ road: '표본로 12', detail: '202호' })
    expect(draft.conflicts).toEqual([])
  })

  it('shows both when a colleague changed the same field, and saves the one that is chosen', async () => {
    const { draft, kept, colleagueSaves } = aDesk()
    colleagueSaves({ detail: '202호' })
    draft.fields.detail = '101호'
    await pause(2000)
    expect(kept().detail).toBe('202호')
    expect(draft.fields.detail).toBe('202호')
    expect(draft.conflicts).toMatchObject([{ field: 'detail', mine: '101호', theirs: '202호' }])

    draft.settle('detail', 'mine')
    await pause(500)
    expect(kept().detail).toBe('101호')
    expect(draft.conflicts).toEqual([])
  })

  it('tries again by itself when the server could not be reached', async () => {
    const { draft, kept, refuseWith } = aDesk()
    refuseWith.value = 'UNREACHABLE'
    draft.fields.road = '표본로'
    await pause(500)
    expect(draft.dirty).toBe(true)
    refuseWith.value = undefined
    await pause(5000)
    expect(kept().road).toBe('표본로')
    expect(draft.problem).toBeUndefined()
  })

  it('does not send again what was refused for what it says, until it is changed', async () => {
    const { draft, saves, refuseWith } = aDesk()
    refuseWith.value = 'DAY_IN_FUTURE'
    draft.fields.road = 'x'
    await pause(500)
    await draft.flush()
    expect(saves).toHaveLength(1)
    expect(draft.problem?.code).toBe('DAY_IN_FUTURE')
    refuseWith.value = undefined
    draft.fields.road = '표본로'
    await pause(500)
    expect(saves).toHaveLength(2)
    expect(draft.problem).toBeUndefined()
  })
})
