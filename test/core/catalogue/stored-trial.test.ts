import type { Client } from '#core/contract'
import type { Counter } from '../../support/open-counter'
import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { router } from '#core/router'
import { openCounter } from '../../support/open-counter'
import { consentedVisit } from '../../support/visit-at-desk'

let counter: Counter
beforeEach(async () => { counter = await openCounter({ moment: '2026-11-25T10:00' }) })

/** A rule for everybody of 65, made from one that ships. */
async function forTheOld() {
  const { entry } = await counter.as('lead').catalogue.editor.begin({ from: { kind: 'service', itemId: 'basic-pension' } })
  return { ...entry, name: { ko: '표본 어르신 지원', en: 'Sample help for the old' }, region: undefined, level: 'central', agency: { ko: '표본구', en: 'Sample district' }, source: { title: '표본구 조례', url: 'https://www.elis.go.kr/', readOn: '2026-11-20' }, concerns: 'member', criteria: [{ kind: 'age', from: 65 }] }
}
const lines = (operation: string) => counter.db.selectFrom('audit_line').select(['outcome', 'subject']).where('operation', '=', operation).orderBy('seq').execute()

describe('a rule tried on stored households', () => {
  it('tells an administrator how many, and of no household anything that is known of it', async () => {
    const visit = await consentedVisit(counter.as('clerk'), 'move-in', '표본하나', '1950-01-01')
    const entry = await forTheOld()
    const answer = await counter.as('admin').catalogue.editor.tryStored({ entry })
    expect(answer).toEqual({ households: 1, moves: [{ before: null, after: 'likely', count: 1 }], changed: null })
    expect(await lines('catalogue.editor.tryStored')).toEqual([{ outcome: 'done', subject: 'service:new' }])
    const ofLead = await counter.as('lead').catalogue.editor.tryStored({ entry })
    expect(ofLead.changed).toMatchObject([{ householdId: visit.page().household!.id, who: '표**나', findings: [{ outcome: 'met' }] }])
  })

  it('leaves out whoever withdrew while the households were gone through', async () => {
    const staying = await consentedVisit(counter.as('clerk'), 'move-in', '표본하나', '1950-01-01')
    const going = await consentedVisit(counter.as('clerk'), 'move-in', '표본두리', '1950-01-01')
    const consentId = going.page().consents[0]!.id
    let withdrawn = false
    const host: Counter['host'] = {
      ...counter.host,
      // what is shown is read in its turn, after the scan: the withdrawal comes just before
      inTurn: async (work) => {
        if (!withdrawn) {
          withdrawn = true
          await counter.as('clerk').consent.withdraw({ consentId, items: ['collect'] })
        }
        return counter.host.inTurn(work)
      },
    }
    const lead = createRouterClient(router, { context: { host, connection: counter.connectionOf('lead') } }) as Client
    const answer = await lead.catalogue.editor.tryStored({ entry: await forTheOld() })
    expect(answer.moves, 'both were gone through').toEqual([{ before: null, after: 'likely', count: 2 }])
    expect(answer.changed!.map(({ householdId }) => householdId)).toEqual([staying.page().household!.id])
    expect((await lines('catalogue.editor.tryStored')).map(({ subject }) => subject)).toEqual([`household:${staying.page().household!.id}`, 'service:new'])
  })
})

describe('the access log', () => {
  const typed = 'hong-gildong-0100000000'
  const subjects = async () => (await counter.db.selectFrom('audit_line').select('subject').execute()).map(({ subject }) => subject ?? '').join('\n')

  it('takes no text that was typed where the id of a service stands', async () => {
    const entry = await forTheOld()
    const lead = counter.as('lead')
    await expect(lead.catalogue.editor.tryStored({ entry: { ...entry, id: '표본하나 010-0000-0000' } })).rejects.toMatchObject({ code: 'ENTRY_NOT_RIGHT' })
    await lead.catalogue.editor.tryStored({ entry: { ...entry, id: typed } })
    await expect(lead.catalogue.editor.saveService({ serviceId: typed as never, seenHash: null, entry, why: '표본 이유' })).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
    expect(await lines('catalogue.editor.tryStored')).toEqual([{ outcome: 'ENTRY_NOT_RIGHT', subject: null }, { outcome: 'done', subject: 'service:new' }])
    await lead.catalogue.editor.tryStored({ entry: { ...entry, id: 'basic-pension' } })
    expect((await lines('catalogue.editor.tryStored')).at(-1)).toEqual({ outcome: 'done', subject: 'service:basic-pension' })
    expect(await subjects()).not.toMatch(/표본|gildong/)
  })

  it('takes none where a figure, an import or a service that changes is named', async () => {
    const lead = counter.as('lead')
    const value = { from: '2027-01-01' as never, value: 1, source: { title: '표본', url: 'https://www.law.go.kr/', readOn: '2026-11-20' as never }, confidence: 'confirmed' as const }
    await expect(lead.catalogue.editor.saveFigure({ parameterId: '표본하나 010-0000-0000', seenHash: '', value, reviewBy: '2027-12-31' as never, corrects: false, why: '표본 이유' })).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
    await expect(lead.catalogue.draft.takeBack({ which: { importId: '표본하나 010-0000-0000' }, why: '표본 이유' })).rejects.toMatchObject({ code: 'CHANGE_NOT_FOUND' })
    for await (const event of await lead.eligibility.rescreen.look({ with: 'day', on: '2027-01-01' as never })) {
      if (event.phase === 'done')
        expect(await lead.eligibility.rescreen.households({ run: event.run, direction: { serviceId: typed as never, before: null, after: 'likely' }, offset: 0 })).toEqual({ total: 0, shown: [] })
    }
    expect(await lines('catalogue.editor.saveFigure')).toEqual([{ outcome: 'ITEM_NOT_FOUND', subject: null }])
    expect(await lines('eligibility.rescreen.households')).toEqual([{ outcome: 'done', subject: null }])
    expect(await subjects()).not.toMatch(/표본|gildong/)
  })
})
