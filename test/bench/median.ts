/** Middle of several runs, in milliseconds: one slow run of a busy machine does not count. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)]!
}

export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))
