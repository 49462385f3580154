/** A publisher on this machine: serves the recorded answers over HTTP, page by page, and misbehaves as it is told. */
import type { AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** `half` an answer cut off, `hangs` never ends, `garbage` is a page of HTML; a number is a resultCode. */
export type Misbehaviour = 'half' | 'garbage' | 'status-500' | 'status-401' | 'cut-connection' | 'hangs' | number

export interface Publisher {
  readonly address: string
  /** Path and query of every request, in order. */
  readonly asked: string[]
  /** Answers the next so many requests (all, unless told otherwise) in this way; nothing: as recorded. */
  readonly misbehave: (how: Misbehaviour | undefined, times?: number) => void
  /** Does this before it answers the request of that number, from 1. */
  readonly onAsked: (request: number, work: () => Promise<unknown>) => void
  readonly close: () => Promise<void>
}

const folder = import.meta.dirname
const details = new Map(readdirSync(join(folder, 'bokjiro-xml')).filter(name => name.startsWith('WLF')).map(name => [name.slice(0, 11), readFileSync(join(folder, 'bokjiro-xml', name), 'utf8')]))
const isLocal = (text: string): boolean => text.includes('<ctpvNm>')
const field = (text: string, name: string): string => new RegExp(`<${name}>[\\s\\S]*?</${name}>`).exec(text)?.[0] ?? ''

/** The list is made of the details, with the fields that lists have. */
function listOf(local: boolean, page: number, size: number): string {
  const all = [...details.values()].filter(text => isLocal(text) === local)
  const fields = local ? ['servId', 'servNm', 'ctpvNm', 'sggNm', 'servDgst', 'lastModYmd', 'inqNum'] : ['servId', 'servNm', 'jurMnofNm', 'lifeArray', 'rprsCtadr']
  const rows = all.slice((page - 1) * size, page * size).map(text => `<servList>${fields.map(name => field(text, name)).join('')}</servList>`)
  return `<?xml version="1.0" encoding="UTF-8"?><wantedList><totalCount>${all.length}</totalCount><pageNo>${page}</pageNo><numOfRows>${size}</numOfRows><resultCode>0</resultCode><resultMessage>SUCCESS</resultMessage>${rows.join('')}</wantedList>`
}

function gov24Page(name: string, page: number, size: number): string {
  const { data } = JSON.parse(readFileSync(join(folder, 'gov24', `${name}.json`), 'utf8')) as { data: unknown[] }
  const rows = data.slice((page - 1) * size, page * size)
  return JSON.stringify({ page, perPage: size, totalCount: data.length, currentCount: rows.length, matchCount: data.length, data: rows })
}

/** @param pageSize records of a page, whatever is asked for */
export async function servePublisher(pageSize: number): Promise<Publisher> {
  const asked: string[] = []
  let how: Misbehaviour | undefined
  let left = 0
  const before = new Map<number, () => Promise<unknown>>()
  const server = createServer(async (request, response) => {
    await before.get(asked.push(request.url ?? ''))?.()
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://publisher')
    const now = left > 0 ? how : undefined
    left -= 1
    const page = Number(searchParams.get('pageNo') ?? searchParams.get('page') ?? 1)
    const name = pathname.split('/').at(-1) ?? ''
    const text = name.endsWith('detailedV001') || name === 'LcgvWelfaredetailed'
      ? details.get(searchParams.get('servId') ?? '') ?? '<wantedDtl><resultCode>10</resultCode></wantedDtl>'
      : name.includes('elfarelist') ? listOf(name.startsWith('Lcgv'), page, pageSize) : gov24Page(name, page, pageSize)
    switch (now) {
      case undefined: return response.end(text)
      case 'half': return response.end(text.slice(0, text.length / 2))
      case 'garbage': return response.end('<html><body>점검 중</body></html>')
      case 'status-500': return response.writeHead(500).end()
      case 'status-401': return response.writeHead(401).end()
      case 'cut-connection': return request.socket.destroy()
      case 'hangs': return undefined
      default: return response.end(`<?xml version="1.0"?><wantedList><resultCode>${now}</resultCode><resultMessage>ERROR</resultMessage></wantedList>`)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    misbehave: (next, times = Number.POSITIVE_INFINITY) => {
      how = next
      left = next === undefined ? 0 : times
    },
    onAsked: (request, work) => { before.set(request, work) },
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
