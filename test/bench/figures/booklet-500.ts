/**
 * The booklet of the year with 500 services, begun by the lead, while a clerk goes on working at the counter.
 *
 * Measured at the office server in a process of its own, over HTTP: from the order until the file is there. Beside it what
 * the server took at its most, all threads counted, and how long the clerk waited at the longest.
 */
import type { Client } from '#core/contract'
import type { Role } from '#core/kernel/contract'
import type { Figure } from '../run.ts'
import type { ServingSample } from '../serving-sample.ts'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { sampleAccounts } from '#server/sample/sample-accounts'
import { copyOfMaji } from '../center-of-500.ts'
import { rounded } from '../median.ts'
import { anotherClient, sampleFolder, serveSample } from '../serving-sample.ts'

const services = 500

export async function measure(): Promise<Figure> {
  const { cli, data } = copyOfMaji(services - await servicesShipped())
  // Made before, so that what is measured is the server of a day.
  await (await serveSample(data, cli)).close()
  const server = await serveSample(data, cli)
  try {
    const lead = await signedIn(server, 'lead')
    const choices = await choicesOf(lead)
    const summary = await lead.paperJobs.booklet.summary(choices)
    if (summary.services !== services)
      throw new Error(`The booklet has ${summary.services} services.`)
    const atRest = mostMemory(server.process)
    const clerk = await askingClerk(await signedIn(server, 'clerk'))
    const start = performance.now()
    const { id } = await lead.paperJobs.booklet.begin(choices)
    const { pages, bytes } = await taken(lead, id)
    const seconds = (performance.now() - start) / 1000
    const { slowest, asked } = await clerk.stop()
    return {
      name: 'booklet-500',
      value: rounded(seconds),
      unit: `s (${services} services, ${pages} pages, ${rounded(bytes / 1_000_000)} MB; server ${rounded(mostMemory(server.process))} MB at its most, ${rounded(atRest)} before; slowest of ${asked} answers meanwhile ${rounded(slowest)} ms)`,
    }
  }
  finally {
    await server.close()
  }
}

async function servicesShipped(): Promise<number> {
  const server = await serveSample(await sampleFolder())
  const lead = await signedIn(server, 'lead')
  const shipped = await lead.paperJobs.booklet.summary(await choicesOf(lead))
  await server.close()
  return shipped.services
}

async function signedIn(server: ServingSample, role: Role): Promise<Client> {
  const client = anotherClient(server)
  const { name, password } = sampleAccounts.find(({ roles }) => roles.includes(role))!
  await client.staff.signIn({ name, password })
  return client
}

/** As the office finds the form the first time. */
async function choicesOf(lead: Client) {
  const { form, years: [year] } = await lead.paperJobs.booklet.settings()
  return { ...form, year: year!.year, compareWith: year!.compareWith }
}

async function taken(lead: Client, jobId: string): Promise<{ readonly pages: number, readonly bytes: number }> {
  type Job = Parameters<Client['paperJobs']['take']>[0]['jobId']
  for (;;) {
    const { state } = await lead.paperJobs.progress({ jobId: jobId as Job })
    if (state === 'done')
      break
    if (state !== 'running')
      throw new Error('The booklet could not be drawn.')
    await pause(50)
  }
  const { base64, portions, pages } = await lead.paperJobs.take({ jobId: jobId as Job, way: 'save' })
  let letters = base64.length
  for (let portion = 1; portion < portions; portion++)
    letters += (await lead.paperJobs.portion({ jobId: jobId as Job, portion })).base64.length
  return { pages, bytes: letters * 3 / 4 }
}

/** Opens the page of the day again and again, as a counter does. */
async function askingClerk(client: Client): Promise<{ readonly stop: () => Promise<{ readonly slowest: number, readonly asked: number }> }> {
  await client.intake.home()
  const stop = new AbortController()
  let [slowest, asked] = [0, 0]
  const asking = (async () => {
    while (!stop.signal.aborted) {
      const start = performance.now()
      await client.intake.home()
      slowest = Math.max(slowest, performance.now() - start)
      asked += 1
      await pause(10)
    }
  })()
  return {
    stop: async () => {
      stop.abort()
      await asking
      return { slowest, asked }
    },
  }
}

/** Megabytes; on Linux the highest that ever was, elsewhere what it is now. */
function mostMemory(id: number): number {
  if (process.platform === 'linux')
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) * 1024 / 1_000_000
  return process.platform === 'win32'
    ? Number(execFileSync('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${id}).PeakWorkingSet64`], { encoding: 'utf8' })) / 1_000_000
    : Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' })) * 1024 / 1_000_000
}
