/**
 * What is a heading, a list, a table of a document, for those who have it read to them (ISO 32000-1, 14.6 to 14.8).
 *
 * A node of pdfmake's carries its role; what is laid out within it belongs to it, in the order of the sheet. Texts without a
 * role of their own are paragraphs. What only adorns a page, or stands on each, is an artifact.
 */
import type { PdfDocument, Reference } from './pdfmake-parts.ts'

const groups = ['Document', 'Part', 'Sect', 'Div', 'L', 'LI', 'Table', 'TR'] as const
export type Role = typeof groups[number] | 'H1' | 'H2' | 'H3' | 'P' | 'Lbl' | 'LBody' | 'TH' | 'TD' | 'Figure' | 'Artifact'

export interface Tag {
  readonly role: Role
  /** What a picture shows, in words. */
  readonly alt?: string | undefined
}

export interface Element extends Tag {
  readonly kids: Element[]
  /** Its pieces on the pages; a paragraph that goes over to the next page has two. */
  readonly marks: { readonly page: Reference, readonly id: number, readonly owners: unknown[] }[]
}

/** Gives a node of pdfmake's a role. */
export const tagged = <Node>(role: Role, node: Node, alt?: string): Node => ({ ...node as object, tag: { role, alt } satisfies Tag }) as Node

export const tagOf = (node: object): Tag | undefined => 'tag' in node ? node.tag as Tag : undefined

export const artifact: Element = { role: 'Artifact', kids: [], marks: [] }

export const isGroup = ({ role }: Element): boolean => (groups as readonly string[]).includes(role)

export const newElement = ({ role, alt }: Tag): Element => ({ role, alt, kids: [], marks: [] })

/** The element of a node within another; a heading or a cell is not taken apart any further. */
export function within(around: Element, tag: Tag): Element {
  if (tag.role === 'Artifact')
    return artifact
  if (!isGroup(around))
    return around
  const element = newElement(tag)
  around.kids.push(element)
  return element
}

/** @returns the number by which the page's content names the piece that is to come */
export function markOn(document: PdfDocument, element: Element): number {
  const { dictionary, structParentTreeKey } = document.page
  const owners = document.getStructParentTree().get(structParentTreeKey)
  const id = owners.push(element) - 1
  element.marks.push({ page: dictionary, id, owners })
  return id
}

/** The head of a table stands on each of its pages, and is read once. */
export const isRepeated = ({ role, marks }: Element, { page }: PdfDocument): boolean =>
  role === 'TH' && marks.length > 0 && marks[0]?.page !== page.dictionary

/** Writes the tree below the parts that were painted; to be called when all is painted, before the file is ended. */
export function writeStructure(document: PdfDocument, parts: readonly Element[]): void {
  const root = document.getStructTreeRoot()
  root.data.K = [write(document, { ...newElement({ role: 'Document' }), kids: [...parts] }, root)]
}

function write(document: PdfDocument, { role, alt, kids, marks }: Element, parent: Reference): Reference {
  const [first] = marks
  const element = document.ref({
    S: role,
    P: parent,
    ...(first ? { Pg: first.page } : {}),
    // eslint-disable-next-line no-new-wrappers, unicorn/new-for-builtins -- pdfkit's way to tell a text from a name
    ...(alt ? { Alt: new String(alt) } : {}),
    ...(role === 'TH' ? { A: { O: 'Table', Scope: 'Column' } } : {}),
  })
  for (const { id, owners } of marks)
    owners[id] = element
  element.data.K = [
    ...marks.map(({ page, id }) => page === first?.page ? id : { Type: 'MCR', Pg: page, MCID: id }),
    ...kids.filter(kid => isPainted(kid) || kid.role === 'TD' || kid.role === 'TH').map(kid => write(document, kid, element)),
  ]
  element.end()
  return element
}

/** An empty cell keeps its place in the row. */
const isPainted = ({ kids, marks }: Element): boolean => marks.length > 0 || kids.some(isPainted)
