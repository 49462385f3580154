/** From a data folder to a running HTTP server: what `serve` and the browser's way of `npm start` have in common. */
import type { HttpServer } from './http.ts'
import type { RunningHost } from './make-host.ts'
import type { Office } from './open-office.ts'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { router } from '#core/router'
import { dataFolder, filesOf, sampleFolderOf } from './data-folder.ts'
import { explainTrouble } from './explain-trouble.ts'
import { pageFolder } from './find-resources.ts'
import { serveHttp } from './http.ts'
import { isLoopback } from './http/same-place.ts'
import { makeHost } from './make-host.ts'
import { openOffice } from './open-office.ts'
import { openSampleOffice } from './sample/make-sample.ts'
import { stopWith } from './words.ts'

export interface ServerOptions {
  readonly data?: string
  readonly sample: boolean
  readonly address: string
  readonly port: number
  readonly tlsCertificate?: string
  readonly tlsKey?: string
  /** The office server opens its store with a key file; the window and the browser's way of `npm start` never make one. */
  readonly withOfficeKey: boolean
  readonly officeKey?: string
  /** Making the sample center takes a few seconds. */
  readonly onMakingSample?: () => void
}

export interface RunningServer {
  readonly http: HttpServer
  readonly running: RunningHost
  readonly folder: string
  /** To be typed for a set-up from another machine, as long as there is no center. */
  readonly setupCode: string | undefined
  readonly state: 'fresh' | 'locked' | 'open'
  readonly close: () => Promise<void>
}

/** @throws {ClearStop} with the sentence for the operator */
export async function runServer(options: ServerOptions): Promise<RunningServer> {
  const tls = readTls(options)
  const real = dataFolder(options.data)
  const folder = options.sample
    ? sampleFolderOf(real)
    : real
  const office = await openFolder(options, folder)
  try {
    const setupCode = office.accounts.state() === 'fresh' && !isLoopback(options.address)
      ? makeSetupCode()
      : undefined
    const running = await makeHost({
      office,
      sample: options.sample,
      openSampleOffice: () => openSampleOffice(sampleFolderOf(real)),
      setupCode,
    })
    const http = await serveHttp({
      router,
      host: running.host,
      page: pageFolder,
      address: options.address,
      port: options.port,
      tls,
    })
      .catch((error: NodeJS.ErrnoException) => { throw explainListening(error, options) })
    return {
      http,
      running,
      folder,
      setupCode,
      state: office.accounts.state(),
      close: async () => {
        await http.close()
        await running.close()
      },
    }
  }
  catch (error) {
    await office.close()
    throw error
  }
}

async function openFolder({ sample, withOfficeKey, officeKey, onMakingSample }: ServerOptions, folder: string): Promise<Office> {
  try {
    if (sample)
      return await openSampleOffice(folder, onMakingSample)
    const office = openOffice({
      folder,
      officeKey: withOfficeKey
        ? officeKey ?? filesOf(folder).officeKey
        : undefined,
    })
    const opening = await office.unlockByFile().catch(async (error: unknown) => {
      await office.close()
      throw error
    })
    if (opening === 'damaged' || opening === 'newer-version') {
      await office.close()
      throw stopWith(opening === 'damaged'
        ? 'store-damaged'
        : 'store-newer', { folder })
    }
    return office
  }
  catch (error) {
    throw explainTrouble(error, folder)
  }
}

function readTls({ address, tlsCertificate, tlsKey }: ServerOptions): { certificate: string, key: string } | undefined {
  if (tlsCertificate === undefined || tlsKey === undefined) {
    if (!isLoopback(address))
      throw stopWith('tls-needed', { address })
    return undefined
  }
  try {
    return {
      certificate: readFileSync(tlsCertificate, 'utf8'),
      key: readFileSync(tlsKey, 'utf8'),
    }
  }
  catch {
    throw stopWith('tls-unreadable')
  }
}

/** Eight characters without look-alikes; ten wrong ones and no code is taken any more. */
function makeSetupCode(): string {
  return Array.from({ length: 8 }, () => '23456789ABCDEFGHJKMNPQRSTVWXYZ'[randomInt(30)]).join('')
}

function explainListening(error: NodeJS.ErrnoException, { port, address }: ServerOptions): unknown {
  if (error.code === 'EADDRINUSE')
    return stopWith('port-taken', { port })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return stopWith('address-not-ours', { address })
  return error.code?.startsWith('ERR_OSSL')
    ? stopWith('tls-unreadable')
    : error
}
