/** Every operation of the contract, however deep it is nested. */
import type { OperationMeta } from '#core/kernel/contract'
import { contract } from '#core/contract'

export interface Operation {
  readonly path: readonly string[]
  /** "catalogue.draft.list". */
  readonly name: string
  readonly meta: OperationMeta
  readonly takesInput: boolean
}

interface Described { readonly '~orpc': { readonly meta: OperationMeta, readonly inputSchema?: unknown } }
interface Tree { readonly [name: string]: Described | Tree }

const walk = (tree: Tree, path: readonly string[]): Operation[] => Object.entries(tree).flatMap(([name, node]) => {
  const here = [...path, name]
  return '~orpc' in node
    ? [{ path: here, name: here.join('.'), meta: (node as Described)['~orpc'].meta, takesInput: (node as Described)['~orpc'].inputSchema !== undefined }]
    : walk(node as Tree, here)
})

export const operations: readonly Operation[] = walk(contract as unknown as Tree, [])

/** Calls an operation of a client by its path. */
export function call(client: unknown, { path }: Operation, input?: unknown): Promise<unknown> {
  const procedure = path.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], client)
  return (procedure as (input?: unknown) => Promise<unknown>)(input)
}
