/** The operator's log: which incident, what kind of error, where in the code. Never a message, never a value. */
import process from 'node:process'

/** Only the places of a stack; what stands before them is the message, which may quote what a resident said. */
function placesOf(stack: string | undefined): string[] {
  return (stack ?? '').split('\n').filter(line => /^\s+at /.test(line)).map(line => line.trim()).slice(0, 12)
}

export function describeIncident(incident: string, error: unknown): string {
  const chain: string[] = []
  for (let each: unknown = error; each instanceof Error && chain.length < 40; each = each.cause) {
    const code = 'code' in each && typeof each.code === 'string'
      ? ` ${each.code}`
      : ''
    chain.push(`${each.name}${/^ [\w-]{1,40}$/.test(code)
      ? code
      : ''}`, ...placesOf(each.stack))
  }
  return [
    `incident ${incident}`,
    ...chain.map(line => `  ${line}`),
  ].join('\n')
}

export function report(incident: string, error: unknown): void {
  process.stderr.write(`${describeIncident(incident, error)}\n`)
}
