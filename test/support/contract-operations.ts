/** Every operation of the contract, however deep it is nested. */
import type { OperationMeta } from '#core/kernel/contract'
import { contract } from '#core/contract'

export interface Operation {
  readonly path: readonly string[]
  /** "catalogue.draft.list". */
  readonly name: string
  readonly meta: OperationMeta
  readonly takesInput: boolean
  /** Its schema, where it takes one. */
  readonly input: unknown
  /** Codes that its contract foresees. */
  readonly refusals: readonly string[]
}

interface Described { readonly '~orpc': { readonly meta: OperationMeta, readonly inputSchema?: unknown, readonly errorMap: object } }
interface Tree { readonly [name: string]: Described | Tree }

const walk = (tree: Tree, path: readonly string[]): Operation[] => Object.entries(tree).flatMap(([name, node]) => {
  const here = [...path, name]
  if (!('~orpc' in node))
    return walk(node, here)
  const { meta, inputSchema, errorMap } = (node as Described)['~orpc']
  return [{ path: here, name: here.join('.'), meta, takesInput: inputSchema !== undefined, input: inputSchema, refusals: Object.keys(errorMap) }]
})

export const operations: readonly Operation[] = walk(contract as unknown as Tree, [])

/** Calls an operation of a client by its path. */
export function call(client: unknown, { path }: Operation, input?: unknown): Promise<unknown> {
  const procedure = path.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], client)
  return (procedure as (input?: unknown) => Promise<unknown>)(input)
}
