/** A time as it is typed: 14:30, 1430, 930, 9, 14시 30분. `undefined` where it is none. */
export function typedTime(text: string): string | undefined {
  const plain = text.trim().replace(/\s/g, '').replace(/시$/, ':00').replace('시', ':').replace(/분$/, '')
  const parts = /^(\d{1,2})[:.](\d{1,2})$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain) ?? /^(\d{1,2})$/.exec(plain)
  const hour = Number(parts?.[1])
  const minute = Number(parts?.[2] ?? 0)
  return parts && hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined
}
