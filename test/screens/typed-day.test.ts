/** Days as they are typed at the desk, and names as they stand on the screen. */
import { describe, expect, it } from 'vitest'
import { maskName, maskPhone } from '../../renderer/client/masked.ts'
import { looksComplete, typedDay } from '../../renderer/widgets/typed-day.ts'

describe('typing a day', () => {
  it.each(['20261110', '2026-11-10', '2026.11.10', '2026. 11. 10.', '2026년 11월 10일', '261110'])('reads %s as 10 November 2026', (typed) => {
    expect(typedDay(typed, 2026)).toBe('2026-11-10')
  })

  it('takes six digits of a later year than this one for the last century', () => {
    expect(typedDay('440302', 2026)).toBe('1944-03-02')
    expect(typedDay('270101', 2026)).toBe('1927-01-01')
  })

  it.each(['20260231', '20261301', '2026-00-10', '20250229', '2026', '', '오늘'])('knows no day in "%s"', (typed) => {
    expect(typedDay(typed, 2026)).toBeUndefined()
  })

  it('waits for eight digits while typing, for the first six of them are a day of their own', () => {
    expect(typedDay('200101', 2026)).toBe('2020-01-01')
    expect([looksComplete('200101'), looksComplete('2001011'), looksComplete('20010112'), looksComplete('2001-01-12')]).toEqual([false, false, true, true])
  })

  it('knows 29 February of a leap year', () => {
    expect(typedDay('20240229', 2026)).toBe('2024-02-29')
  })
})

describe('masking what stands on the screen', () => {
  it('leaves the first and the last syllable of a name, and of two only the first', () => {
    expect([maskName('가상수'), maskName('가상새롬'), maskName('가상'), maskName('가')]).toEqual(['가*수', '가**롬', '가*', '*'])
  })

  it('hides the middle of a number and all of one that is too short', () => {
    expect([maskPhone('010-0000-1234'), maskPhone('02 000 0200'), maskPhone('119')]).toEqual(['010-****-1234', '02-***-0200', '***'])
  })
})
