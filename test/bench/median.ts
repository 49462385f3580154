/** Middle of several runs, in milliseconds: one slow run of a busy machine does not count. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++)
    times.push(await msOf(work))
  return medianOf(times)
}

export async function msOf(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

export const medianOf = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!

export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))
