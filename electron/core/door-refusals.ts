/**
 * What becomes of an error at the door: a refusal with a sentence, or an incident number.
 *
 * Errors name fields, never values: what a resident said must not come back in a log.
 */
import type { Host } from './host.ts'
import { ORPCError, ValidationError } from '@orpc/server'

export function refusalOf(error: unknown, host: Host): ORPCError<string, unknown> {
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError)
      return new ORPCError('MALFORMED', { data: { fields: fieldsOf(error.cause) } })
    if (error.code !== 'INTERNAL_SERVER_ERROR')
      return error
  }
  const code = storeTrouble(error)
  if (code)
    return new ORPCError(code)
  const incident = host.newId().slice(-12)
  host.report(incident, error)
  return new ORPCError('INTERNAL_SERVER_ERROR', { data: { incident } })
}

function fieldsOf(error: ValidationError): string[] {
  const names = error.issues.flatMap((issue) => {
    const path = (issue.path ?? []).map(step => String(typeof step === 'object' ? step.key : step)).join('.')
    // zod reports keys that do not belong there beside the path, not in it
    const stray = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : []
    return stray.length > 0 ? stray.map(key => path ? `${path}.${key}` : key) : [path || 'input']
  })
  // A stray key's name comes from outside: it is cut, so that nothing long or personal hides in it.
  return [...new Set(names.map(name => name.replace(/[^\w.\-가-힣]/g, '').slice(0, 60)))].slice(0, 20)
}

/** A full or unwritable disk, by the codes of SQLite and PostgreSQL. */
export function storeTrouble(error: unknown): 'STORE_FULL' | 'STORE_NOT_WRITABLE' | undefined {
  const code = codeOf(error) ?? codeOf((error as { cause?: unknown } | undefined)?.cause)
  if (code === undefined)
    return undefined
  if (code.startsWith('SQLITE_FULL') || code === '53100' || code === 'ENOSPC')
    return 'STORE_FULL'
  return /^SQLITE_(?:READONLY|IOERR|CANTOPEN|PERM)/.test(code) || ['EROFS', 'EACCES', '58030', '25006'].includes(code)
    ? 'STORE_NOT_WRITABLE'
    : undefined
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined
