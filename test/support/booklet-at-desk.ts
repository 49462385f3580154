/** A booklet as a test makes it: chosen, begun through the door, and the book that was handed to the drawing. */
import type { BookletChoices } from '#core/booklet/model'
import type { Client } from '#core/contract'
import type { Book } from '#core/guide/book'
import type { Block } from '#core/guide/sheet'
import type { Host } from '#core/host'
import type { PaperJobView } from '#core/paper-jobs/model'

export interface HandedIn { readonly books: Book[], readonly drawBook: Host['drawBook'] }

/** The drawing of a counter whose test looks at the book itself; what is drawn of it has tests of its own. */
export function keepingBooks(): HandedIn {
  const books: Book[] = []
  return {
    books,
    drawBook: async (book) => {
      books.push(book)
      return { base64: btoa('%PDF'), pages: book.parts.length, partPages: book.parts.map(() => 1) }
    },
  }
}

/** As the screen begins: the kept form with the first year. */
export async function usualChoices(client: Client, given: Partial<BookletChoices> = {}): Promise<BookletChoices> {
  const { form, years } = await client.paperJobs.booklet.settings()
  return { ...form, ...years[0]!, ...given }
}

export async function finished(client: Client, begun: PaperJobView): Promise<PaperJobView> {
  let job = begun
  while (job.state === 'running') {
    await new Promise(resolve => setTimeout(resolve, 5))
    job = await client.paperJobs.progress({ jobId: job.id })
  }
  return job
}

/** All portions together. */
export async function takenWhole(client: Client, { id: jobId }: PaperJobView, way: 'print' | 'save' = 'print') {
  const { base64, portions, ...taken } = await client.paperJobs.take({ jobId, way })
  const parts = [Buffer.from(base64, 'base64')]
  for (let portion = 1; portion < portions; portion++)
    parts.push(Buffer.from((await client.paperJobs.portion({ jobId, portion })).base64, 'base64'))
  return { ...taken, portions, base64: Buffer.concat(parts).toString('base64') }
}

export async function bookOf(client: Client, { books }: HandedIn, choices: BookletChoices): Promise<Book> {
  await finished(client, await client.paperJobs.booklet.begin(choices))
  return books.at(-1)!
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>
export const blocksOf = <Kind extends Block['kind']>({ parts }: Pick<Book, 'parts'>, kind: Kind): Of<Kind>[] =>
  parts.flatMap(({ sheet }) => sheet.groups.flat()).filter((block): block is Of<Kind> => block.kind === kind)

/** The parts by the names of their first large heading, with their services in full and their lines. */
export const chaptersIn = ({ parts }: Book) => parts.map(part => ({
  name: blocksOf({ parts: [part] }, 'heading').find(({ level }) => level === 1)?.text,
  full: blocksOf({ parts: [part] }, 'entry').map(({ anchor }) => anchor),
  lines: blocksOf({ parts: [part] }, 'page-list').flatMap(({ rows }) => rows.flatMap(({ anchors }) => anchors)),
}))
