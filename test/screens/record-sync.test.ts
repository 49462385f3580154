/** What is typed into a record reaches the server whole, in order, and is never lost to anybody else's save. */
import type { RecordView, SaveOutcome } from '#core/records/model'
import type { Outcome } from '../../renderer/client/use-call'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { syncRecord } from '../../renderer/screens/case/records/record-sync'

interface Body { words: string, note: string, health: string, rows: { id: string, what: string }[] }
const empty: Body = { words: '', note: '', health: '', rows: [] }

/** A server that keeps one record with its version; answers wait until the test lets them go. */
function aServer(start: Body = empty) {
  let kept = start
  let version = 1
  let gate: Promise<void> = Promise.resolve()
  const saves: Body[] = []
  const refusals: object[] = []
  const view = (): RecordView => ({ id: 'r', caseId: 'c', version, status: 'open', body: kept, savedBy: { id: 's', name: '표본동료' } }) as unknown as RecordView
  const colleagueSaves = (change: Partial<Body>) => {
    kept = { ...kept, ...change }
    version++
    return view()
  }
  const sync = syncRecord<Body>({
    parse: body => ({ ...empty, ...body as Body }),
    async save(_, seenVersion, body): Promise<Outcome<SaveOutcome>> {
      saves.push(body)
      // Decided when it arrives; the answer takes its time.
      const refusal = refusals.shift()
      const conflict = seenVersion !== version
      if (!refusal && !conflict) {
        kept = body
        version++
      }
      const answer = view()
      await gate
      if (refusal)
        return { ok: false, problem: refusal as never }
      return { ok: true, answer: { outcome: conflict ? 'conflict' : 'saved', record: answer } }
    },
  }, view())
  return {
    sync,
    saves,
    refusals,
    kept: () => kept,
    colleagueSaves,
    type: (change: Partial<Body>, field = Object.keys(change)[0]!) => sync.change(form => ({ ...form, ...change }), field),
    hold: () => {
      let open = () => {}
      gate = new Promise((resolve) => { open = resolve })
      return () => {
        gate = Promise.resolve()
        open()
      }
    },
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('saving as it is typed', () => {
  it('saves once after a pause, and not while typing goes on', async () => {
    const { type, saves, kept } = aServer()
    type({ words: '안' })
    await vi.advanceTimersByTimeAsync(400)
    type({ words: '안녕' })
    await vi.advanceTimersByTimeAsync(400)
    expect(saves).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(400)
    expect(saves).toHaveLength(1)
    expect(kept().words).toBe('안녕')
  })

  it('loses no key that is typed while a save is under way', async () => {
    const { type, hold, sync, kept } = aServer()
    const open = hold()
    type({ words: '가' })
    await vi.advanceTimersByTimeAsync(700)
    expect(sync.busy.value).toBe(true)
    type({ words: '가나' })
    type({ note: '다' })
    open()
    await vi.advanceTimersByTimeAsync(1500)
    expect(sync.form.value).toMatchObject({ words: '가나', note: '다' })
    expect(kept()).toMatchObject({ words: '가나', note: '다' })
    expect(sync.dirty.value).toBe(false)
  })

  it('says when everything is saved, also when asked in the middle of a save', async () => {
    const { type, hold, sync, kept } = aServer()
    const open = hold()
    type({ words: '가' })
    await vi.advanceTimersByTimeAsync(700)
    type({ words: '가나' })
    const all = sync.save()
    open()
    await vi.advanceTimersByTimeAsync(0)
    expect(await all).toBe(true)
    expect(kept().words).toBe('가나')
  })
})

describe('a refused save', () => {
  it('keeps what was typed and says why, and tries again by itself when the server could not be reached', async () => {
    const { type, refusals, sync, kept } = aServer()
    refusals.push({ code: 'UNREACHABLE' })
    type({ words: '가' })
    await vi.advanceTimersByTimeAsync(700)
    expect(sync.refusal.value).toMatchObject({ code: 'UNREACHABLE' })
    expect(sync.form.value.words).toBe('가')
    await vi.advanceTimersByTimeAsync(4000)
    expect(kept().words).toBe('가')
    expect(sync.refusal.value).toBeUndefined()
  })

  it('is not sent again and again when the record is finished, only once it is opened again', async () => {
    const { type, refusals, sync, saves, kept } = aServer()
    refusals.push({ code: 'RECORD_FINISHED' })
    type({ words: '가' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves).toHaveLength(1)
    expect(sync.form.value.words).toBe('가')
    sync.tryAgain()
    await vi.advanceTimersByTimeAsync(0)
    expect(kept().words).toBe('가')
  })

  it('for a missing consent leaves only that place unsaved and keeps it on the screen', async () => {
    const { type, refusals, sync, kept } = aServer()
    refusals.push({ code: 'SENSITIVE_CONSENT_MISSING', places: ['health'] })
    type({ words: '가' })
    type({ health: '당뇨' })
    await vi.advanceTimersByTimeAsync(700)
    expect(kept()).toMatchObject({ words: '가', health: '' })
    expect(sync.form.value).toMatchObject({ words: '가', health: '당뇨' })
    expect([...sync.withheld.value]).toEqual(['health'])
    expect(sync.refusal.value).toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
    type({ note: '나' })
    await vi.advanceTimersByTimeAsync(700)
    expect(kept()).toMatchObject({ note: '나', health: '' })
    type({ health: '' })
    await vi.advanceTimersByTimeAsync(700)
    expect(sync.refusal.value).toBeUndefined()
    expect(sync.dirty.value).toBe(false)
  })
})

describe('a colleague who writes the same record', () => {
  it('is put together by itself where the two wrote different fields', async () => {
    const { type, colleagueSaves, sync, kept } = aServer()
    type({ words: '내 말' })
    colleagueSaves({ note: '동료 메모' })
    await vi.advanceTimersByTimeAsync(700)
    expect(sync.conflict.value).toBeUndefined()
    expect(sync.form.value).toMatchObject({ words: '내 말', note: '동료 메모' })
    expect(kept()).toMatchObject({ words: '내 말', note: '동료 메모' })
  })

  it('shows both where they wrote the same field, writes nothing over, and goes on as chosen', async () => {
    const { type, colleagueSaves, sync, kept } = aServer()
    type({ words: '내 말' })
    colleagueSaves({ words: '동료 말' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(sync.conflict.value?.clashes).toMatchObject([{ path: ['words'], base: '', mine: '내 말', theirs: '동료 말' }])
    expect(kept().words).toBe('동료 말')
    await sync.settle(new Set(['words']))
    expect(kept().words).toBe('내 말')
    expect(sync.conflict.value).toBeUndefined()
  })

  it('loses nothing that is typed on while the person chooses', async () => {
    const { type, colleagueSaves, sync, kept } = aServer()
    type({ words: '내 말' })
    sync.receive(colleagueSaves({ words: '동료 말' }))
    type({ note: '그사이 적은 것' })
    type({ words: '내 말을 더' })
    await sync.settle(new Set(['words']))
    expect(kept()).toMatchObject({ words: '내 말을 더', note: '그사이 적은 것' })
  })

  it('does not come under a syllable that is being composed', async () => {
    const { type, colleagueSaves, sync } = aServer({ ...empty, words: '처음' })
    sync.compose(true)
    sync.receive(colleagueSaves({ words: '동료 말' }))
    expect(sync.form.value.words).toBe('처음')
    type({ words: '처음하' })
    sync.compose(false)
    expect(sync.conflict.value?.clashes).toMatchObject([{ mine: '처음하', theirs: '동료 말' }])
  })

  it('is not taken back by taking one’s own step back', async () => {
    const { type, colleagueSaves, sync, kept } = aServer()
    type({ words: '내 말' })
    await vi.advanceTimersByTimeAsync(2000)
    sync.receive(colleagueSaves({ note: '동료 메모' }))
    sync.undo()
    await vi.advanceTimersByTimeAsync(700)
    expect(kept()).toMatchObject({ words: '', note: '동료 메모' })
  })

  it('is not hidden by an answer that comes late', async () => {
    const { sync, colleagueSaves } = aServer()
    const first = colleagueSaves({ note: '하나' })
    const second = colleagueSaves({ note: '둘' })
    sync.receive(second)
    sync.receive(first)
    expect(sync.form.value.note).toBe('둘')
  })
})

describe('taking steps back', () => {
  it('takes back one field at a time, with what was typed in one breath', async () => {
    const { type, sync } = aServer()
    type({ words: '가' })
    type({ words: '가나' })
    type({ note: '다' })
    sync.undo()
    expect(sync.form.value).toMatchObject({ words: '가나', note: '' })
    sync.undo()
    expect(sync.form.value).toMatchObject({ words: '', note: '' })
  })

  it('sends what stands there when the page goes away, after the save that is under way', async () => {
    const { type, hold, sync, kept } = aServer()
    hold()
    type({ words: '가' })
    await vi.advanceTimersByTimeAsync(700)
    type({ words: '가나' })
    sync.sendBlind()
    expect(kept().words).toBe('가나')
  })
})
