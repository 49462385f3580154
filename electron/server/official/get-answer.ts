/** One request to a publisher of an official catalogue; the only place where Maji asks another machine for anything. */
import type { Answer, UnderWay } from '#core/catalogue/import/official-port'
import { isSafeAddress } from '#core/catalogue/import/asking/addresses'

/** Milliseconds for the whole answer; pages of 1,000 records were seen to take ten seconds. */
const mostMs = 40_000
/** Bytes of an answer; the largest true page has about 4 MB. */
const mostBytes = 32 * 1024 * 1024

/** @param address https, or this very machine */
export function getAnswer(address: string, timeoutMs = mostMs): UnderWay<Answer> {
  const stop = new AbortController()
  return {
    outcome: ask(address, stop.signal, AbortSignal.timeout(timeoutMs)),
    stop: () => stop.abort(),
  }
}

async function ask(address: string, stopped: AbortSignal, late: AbortSignal): Promise<Answer> {
  if (!isSafeAddress(address.split('?')[0] ?? ''))
    return { outcome: 'unreachable' }
  try {
    const response = await fetch(address, { signal: AbortSignal.any([stopped, late]), redirect: 'error', credentials: 'omit', headers: { accept: 'application/json, application/xml, text/xml' } })
    const text = await textOf(response)
    return text === undefined ? { outcome: 'too-large' } : { outcome: 'answered', status: response.status, text }
  }
  catch {
    // What went wrong is not looked at further: its words may hold the address, and the address the key.
    return { outcome: stopped.aborted ? 'stopped' : late.aborted ? 'timed-out' : 'unreachable' }
  }
}

async function textOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength
    if (bytes > mostBytes)
      return undefined
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}
