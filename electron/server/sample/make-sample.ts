/**
 * The sample center (표본 센터): a made-up dong with staff, households, visits and cases, made through the same
 * handlers that serve the counter. The same each time, counted back from the day it is made.
 */
import type { Office } from '../open-office.ts'
import type { SampleDesk } from './sample-desk.ts'
import { renameSync, rmSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { filesOf } from '../data-folder.ts'
import { openOffice } from '../open-office.ts'
import { openSampleDesk } from './sample-desk.ts'
import { sampleAccounts } from './sample-accounts.ts'

/** Opens the sample's folder; makes the center there first, in a folder beside it, so that none is ever half made. */
export async function openSampleOffice(folder: string): Promise<Office> {
  if (!existsSync(filesOf(folder).keyring))
    await makeSample(folder)
  return openOffice({ folder })
}

async function makeSample(folder: string): Promise<void> {
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  const office = openOffice({ folder: making })
  try {
    const desk = await openSampleDesk(office)
    await hireStaff(desk)
  }
  finally {
    await office.close()
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
}

async function hireStaff(desk: SampleDesk): Promise<void> {
  const [administrator, ...others] = sampleAccounts
  await desk.client.setup.create({
    center: { province: '서울특별시', district: '동작구', dong: '표본동' },
    administrator: { name: administrator.name, password: administrator.password },
  })
  await desk.signIn(administrator)
  for (const { name, roles, areas, phone, password } of others)
    await desk.client.staff.add({ name, roles: [...roles], areas: [...areas], phone, password })
}
