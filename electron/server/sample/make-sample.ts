/**
 * The sample center (표본 센터): a made-up dong with staff, households, visits and cases, made through the same
 * handlers that serve the counter. The same each time, counted back from the day it is made.
 */
import type { Instant } from '#core/kernel/dates'
import type { Office } from '../open-office.ts'
import type { SampleDesk } from './sample-desk.ts'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { sql } from 'kysely'
import { filesOf } from '../data-folder.ts'
import { clock } from '../make-host.ts'
import { openOffice } from '../open-office.ts'
import { sampleAccounts } from './sample-accounts.ts'
import { setUpCasework } from './sample-casework.ts'
import { sampleDays } from './sample-days.ts'
import { openSampleDesk } from './sample-desk.ts'
import { tellVisits } from './tell-visits.ts'

/** Opens the sample's folder; makes the center there first, in a folder beside it, so that none is ever half made. */
export async function openSampleOffice(folder: string, onMaking: () => void = () => {}): Promise<Office> {
  if (!existsSync(filesOf(folder).keyring)) {
    onMaking()
    await makeSample(folder, clock())
  }
  return openOffice({ folder })
}

async function makeSample(folder: string, now: Instant): Promise<void> {
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  const days = sampleDays(now)
  const office = openOffice({ folder: making })
  try {
    const desk = await openSampleDesk(office, days.moment({ daysAgo: 40, time: '08:30' }))
    await hireStaff(desk)
    await waitForDisk(office, false)
    await setUpCasework(desk)
    await tellVisits(desk, days)
    await waitForDisk(office, true)
  }
  finally {
    await office.close()
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
}

/** Nothing is lost when making the sample breaks off: only what is finished gets its place. */
async function waitForDisk(office: Office, wait: boolean): Promise<void> {
  const store = office.store()
  if (!store)
    return
  await sql.raw(`pragma synchronous = ${wait ? 'full' : 'off'}`).execute(store)
  if (wait)
    await sql`pragma wal_checkpoint(truncate)`.execute(store)
}

async function hireStaff(desk: SampleDesk): Promise<void> {
  const [administrator, ...others] = sampleAccounts
  await desk.anybody.setup.create({
    center: { province: '서울특별시', district: '동작구', dong: '표본동' },
    administrator: { name: administrator.name, password: administrator.password },
  })
  const admin = desk.as(administrator.name)
  for (const { name, roles, areas, phone, password, team, agency } of others) {
    await admin.staff.add({
      name,
      roles: [...roles],
      areas: [...areas],
      phone,
      password,
      team,
      agency,
    })
  }
  const settings = await admin.center.settings()
  const { idleMinutes, firstContactDays, plannerLimit, destroyAfterDays } = settings
  await admin.center.change({
    seenVersion: settings.version,
    phone: '02-000-0100',
    idleMinutes,
    firstContactDays,
    plannerLimit,
    destroyAfterDays,
    recipients: ['표본동 지역사회보장협의체', '표본종합사회복지관'],
  })
}
