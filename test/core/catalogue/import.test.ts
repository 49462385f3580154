/** Importing through the door: what is read, what is asked, and what goes into the draft. */
import type { Counter } from '../../support/open-counter.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addFiles, importFiles } from '../../support/official/import-files.ts'
import { manyGov24, manyLocal } from '../../support/official/many-records.ts'
import { openCounter } from '../../support/open-counter.ts'

let counter: Counter
beforeEach(async () => { counter = await openCounter() })
afterEach(() => counter.close())

const drafted = () => counter.db.selectFrom('catalogue_change').selectAll().execute()

describe('files of an official catalogue', () => {
  it('go into the draft, and nothing of them goes live', async () => {
    const line = await importFiles(counter.as('lead'), manyGov24(30).files)
    expect(line).toMatchObject({ phase: 'done', taken: 30, unchanged: 0, broken: 0, publishers: ['gov24'], way: 'file', by: { name: '표본팀장' } })
    expect((await drafted()).filter(({ kind, origin }) => kind === 'record' && origin === 'import')).toHaveLength(30)
    expect(await counter.db.selectFrom('catalogue_item').selectAll().where('item_id', 'like', 'GOV%').execute()).toEqual([])
  })

  it('say of each broken record where it stands and why, while the others go in', async () => {
    const made = manyGov24(60, 10)
    const client = counter.as('lead')
    const line = await importFiles(client, made.files)
    expect(line.broken).toBe(made.broken)
    const { problems } = await client.catalogue.imports.problems({ importId: line.id })
    const broken = problems.filter(({ severity }) => severity === 'broken')
    expect(broken.map(({ place }) => [place.file, place.record, place.line])).toEqual([10, 20, 30, 40, 50, 60].map(record => ['serviceList.json', record, record + 1]))
    expect(new Set(broken.map(({ reason }) => reason.code))).toEqual(new Set(['json-broken', 'name-missing']))
    expect(line.taken).toBe(60) // their details and conditions were whole, and a detail names the service as well
  })

  it('read a second time change nothing', async () => {
    const { files } = manyGov24(40)
    await importFiles(counter.as('lead'), files)
    const before = await drafted()
    await importFiles(counter.as('lead'), files)
    expect((await drafted()).map(({ item_id, hash }) => [item_id, hash])).toEqual(before.map(({ item_id, hash }) => [item_id, hash]))
  })

  it('may come in any order and in portions of any size', async () => {
    const { files } = manyGov24(12)
    const client = counter.as('lead')
    await importFiles(client, files)
    const before = (await drafted()).map(({ item_id, hash }) => `${item_id} ${hash}`)
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, files.toReversed(), 777)
    await client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })
    expect((await drafted()).map(({ item_id, hash }) => `${item_id} ${hash}`)).toEqual(before)
  })

  it('that nobody knows are told, and an import of nothing else is not finished', async () => {
    const client = counter.as('lead')
    const { importId } = await client.catalogue.imports.begin()
    await client.catalogue.imports.add({ importId, pieces: [{ file: 'notes.txt', text: 'hello', last: true }, { file: 'photo.json', text: '', last: true, unreadable: true }, { file: 'other.json', text: '[{"a":1}]', last: true }] })
    const { problems } = await client.catalogue.imports.problems({ importId })
    expect(problems.map(({ place, reason }) => [place.file, reason.code])).toEqual([['notes.txt', 'not-recognised'], ['photo.json', 'not-utf8'], ['other.json', 'not-recognised']])
    await expect(client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })).rejects.toMatchObject({ code: 'IMPORT_EMPTY' })
  })
})

describe('a file that is sent anew', () => {
  it('is read from its beginning; one that never came to its end is told', async () => {
    const client = counter.as('lead')
    const { importId } = await client.catalogue.imports.begin()
    const [list, detail] = manyGov24(20).files
    await client.catalogue.imports.add({ importId, pieces: [{ file: list!.name, text: list!.text.slice(0, 5000), first: true, last: false }] })
    await addFiles(client, importId, [list!])
    await client.catalogue.imports.add({ importId, pieces: [{ file: detail!.name, text: detail!.text.slice(0, 50), first: true, last: false }] })
    expect((await client.catalogue.imports.overview({ importId })).catalogues).toMatchObject([{ records: 20, mayBeWhole: 'unread-records' }])
    const { id } = await client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })
    const { problems } = await client.catalogue.imports.problems({ importId: id })
    expect(problems.filter(({ severity }) => severity === 'broken')).toMatchObject([{ place: { file: 'serviceDetail.json' }, reason: { code: 'file-cut' } }])
  })
})

describe('the question whether it is the whole catalogue', () => {
  /** Reads them in small portions, and says what would be asked. */
  async function offered(files: readonly { name: string, text: string }[]) {
    const client = counter.as('lead')
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, files, 4_000)
    const { catalogues } = await client.catalogue.imports.overview({ importId })
    await client.catalogue.imports.cancel({ importId })
    return catalogues
  }

  it('is not asked where records are missing or could not be read', async () => {
    const { files: [list, detail] } = manyGov24(9)
    expect(await offered([list!])).toMatchObject([{ publisher: 'gov24', records: 9, total: 9, mayBeWhole: 'yes' }])
    expect(await offered([{ ...list!, text: list!.text.replace('"totalCount":9', '"totalCount":700') }])).toMatchObject([{ total: 700, mayBeWhole: 'fewer-than-total' }])
    expect(await offered([detail!])).toMatchObject([{ mayBeWhole: 'no-list' }])
    expect(await offered([list!, { name: 'x.json', text: '{"data":[{"서비스명":"표본","서비스분야":"생활안정"}]}' }])).toMatchObject([{ mayBeWhole: 'unread-records' }])
    expect(await offered(manyLocal(40).files)).toMatchObject([{ publisher: 'bokjiro-local', whole: { publisher: 'bokjiro-local', province: '서울특별시' }, mayBeWhole: 'yes' }])
  })

  it('is asked of a region whose list is here by itself, never of the country for the lists of some', async () => {
    const [seoul, busan] = [manyLocal(20), manyLocal(30, 80_000_000, '부산광역시')].map(({ files }) => files[0]!.text.match(/<servList>.*?<\/servList>/gs)!)
    const list = (name: string, total: number | undefined, rows: readonly string[]) => ({ name, text: `<wantedList>${total === undefined ? '' : `<totalCount>${total}</totalCount>`}${rows.join('')}</wantedList>` })
    const inDistrict = (rows: readonly string[], district: string) => rows.map(row => row.replace(/<sggNm>.*?<\/sggNm>/, '').replace('</ctpvNm>', `</ctpvNm><sggNm>${district}</sggNm>`))
    const [dongjak, gwanak] = [list('동작구', 10, inDistrict(seoul!.slice(0, 10), '동작구')), list('관악구', 10, inDistrict(seoul!.slice(10), '관악구'))]
    const country = [...seoul!, ...busan!]
    const [first, second] = [list('page 1', 50, country.slice(0, 25)), list('page 2', 50, country.slice(25))]

    expect(await offered([list('seoul', 20, seoul!)])).toMatchObject([{ total: 20, whole: { province: '서울특별시' }, mayBeWhole: 'yes' }])
    expect(await offered([list('seoul', 20, seoul!), list('the same', 20, seoul!)])).toMatchObject([{ total: 20, whole: { province: '서울특별시' }, mayBeWhole: 'yes' }])
    expect(await offered([list('seoul', 20, seoul!), list('busan', 30, busan!)])).toMatchObject([{ records: 50, total: 50, whole: { publisher: 'bokjiro-local' }, mayBeWhole: 'region-unclear' }])
    expect(await offered([list('seoul', undefined, seoul!), list('busan', undefined, busan!)])).toMatchObject([{ total: null, mayBeWhole: 'region-unclear' }])
    expect(await offered([dongjak!])).toMatchObject([{ whole: { province: '서울특별시', district: '동작구' }, mayBeWhole: 'yes' }])
    expect(await offered([dongjak!, gwanak!])).toMatchObject([{ records: 20, total: 20, mayBeWhole: 'region-unclear' }])
    expect(await offered([list('nowhere', 20, seoul!.map(row => row.replace('<ctpvNm>서울특별시</ctpvNm>', '')))])).toMatchObject([{ mayBeWhole: 'region-unclear' }])
    const [together] = await offered([first!, second!])
    expect(together).toMatchObject({ total: 50, mayBeWhole: 'yes' })
    expect(together?.whole).toEqual({ publisher: 'bokjiro-local' })
    expect(await offered([first!])).toMatchObject([{ records: 25, total: 50, mayBeWhole: 'fewer-than-total' }])
  })

  it('answered with yes proposes to end what is missing, and nothing of another publisher', async () => {
    const client = counter.as('lead')
    await importFiles(client, [...manyGov24(20).files, ...manyLocal(10).files])
    await importFiles(client, manyGov24(15).files, true)
    const left = (await drafted()).map(({ item_id }) => item_id)
    expect(left.filter(id => id.startsWith('GOV'))).toHaveLength(15)
    expect(left.filter(id => id.startsWith('WLF9'))).toHaveLength(10)
  })

  it('proposes to end what is in force and missing', async () => {
    const { officialCatalogue } = await import('../../support/official/released-catalogue.ts')
    await counter.close()
    counter = await openCounter({ catalogue: await officialCatalogue() })
    await importFiles(counter.as('lead'), manyLocal(10).files, true)
    const ended = (await drafted()).filter(({ hash }) => hash === null)
    expect(ended).toHaveLength(371)
  })

  it('cannot be answered with a yes that was not offered', async () => {
    const client = counter.as('lead')
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, manyLocal(5).files)
    await expect(client.catalogue.imports.finish({ importId, dataDay: null, whole: [{ publisher: 'bokjiro-local' }] })).rejects.toMatchObject({ code: 'IMPORT_NOT_WHOLE' })
  })
})

describe('while one import is under way', () => {
  it('others get their turn: between portions, while it goes over, and while it is cleared away', async () => {
    const client = counter.as('lead')
    const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
      const counting = { turns: 0, over: false }
      const count = (): void => {
        counting.turns += 1
        if (!counting.over)
          setImmediate(count)
      }
      setImmediate(count)
      await work()
      counting.over = true
      return counting.turns
    }
    const { files } = manyGov24(800)
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, files)
    expect(await turnsDuring(() => client.catalogue.imports.cancel({ importId }))).toBeGreaterThan(5)
    const again = await client.catalogue.imports.begin()
    expect(await turnsDuring(() => addFiles(client, again.importId, files))).toBeGreaterThan(20)
    expect(await turnsDuring(() => client.catalogue.imports.finish({ importId: again.importId, dataDay: null, whole: [] }))).toBeGreaterThan(20)
  })

  it('a second one is not begun, and says whose it is', async () => {
    await counter.as('lead').catalogue.imports.begin()
    await expect(counter.as('admin').catalogue.imports.begin()).rejects.toMatchObject({ code: 'IMPORT_RUNNING', data: { by: '표본팀장' } })
  })

  it('nobody else adds to it or sends it to the review, but any keeper may cancel it', async () => {
    const { importId } = await counter.as('lead').catalogue.imports.begin()
    await addFiles(counter.as('lead'), importId, manyGov24(2).files)
    await expect(addFiles(counter.as('admin'), importId, manyGov24(1).files)).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' })
    await expect(counter.as('admin').catalogue.imports.finish({ importId, dataDay: null, whole: [{ publisher: 'gov24' }] })).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' })
    expect(await drafted()).toEqual([])
    await counter.as('admin').catalogue.imports.cancel({ importId })
    await counter.as('admin').catalogue.imports.begin()
  })

  it('whoever watches hears how far it is, up to its end', async () => {
    const client = counter.as('lead')
    const { importId } = await client.catalogue.imports.begin()
    const heard: { phase: string, read: number, done: number }[] = []
    const watching = (async () => {
      for await (const progress of await client.catalogue.imports.watch({ importId }))
        heard.push(progress)
    })()
    await addFiles(client, importId, manyGov24(250).files)
    await client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })
    await watching
    expect(heard[0]).toMatchObject({ phase: 'reading', read: 0 })
    expect(heard.at(-1)).toMatchObject({ phase: 'done', done: 250, taken: 250, unchanged: 0 })
    expect(heard.filter(({ phase }) => phase === 'switching').map(({ done }) => done)).toEqual([0, 40, 80, 120, 160, 200, 240, 250])
  })
})
