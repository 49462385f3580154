/** Policy files as YAML with the place of everything in them, so that a problem can name its line. */
import type * as z from 'zod'
import type { Problem } from './problem.ts'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { adviceFor, valueAt } from './advice.ts'
import { lineFinder } from './line-finder.ts'
import { yamlAdvice } from './yaml-advice.ts'

export interface PolicyFile {
  readonly file: string
  /** The file's name without its ending. */
  readonly id: string
  readonly text: string
  readonly content: unknown
  /** The line where a value stands; of a key that is missing, the line of what should hold it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** A policy file has a few kilobytes; anything of this size is something else. */
const largestFile = 2_000_000

export async function readFolder(folder: string, name: string, problems: Problem[]): Promise<readonly PolicyFile[]> {
  let names: readonly string[]
  try {
    names = await readdir(join(folder, name))
  }
  catch {
    problems.push({ file: name, line: 1, text: `the folder "${name}" is missing or cannot be read; create it with one YAML file for each entry` })
    return []
  }
  const files = await Promise.all(names.filter(each => /\.ya?ml$/.test(each)).sort().map(each => readOne(folder, `${name}/${each}`, problems)))
  return files.filter(file => file.content !== undefined)
}

/** A file that holds a list. */
export async function readList(folder: string, name: string, problems: Problem[]): Promise<PolicyFile> {
  const file = await readOne(folder, name, problems)
  if (file.content !== undefined && file.content !== null && !Array.isArray(file.content))
    problems.push({ file: name, line: 1, text: 'is no list; begin each entry with "- "' })
  return file
}

/** A list that not every folder has; one that is missing counts as empty. */
export async function readOptionalList(folder: string, name: string, problems: Problem[]): Promise<PolicyFile> {
  const names = await readdir(folder).catch((): string[] => [])
  return names.includes(name) ? readList(folder, name, problems) : absent(name)
}

/** A file of one entry that not every folder has. */
export async function readOptionalEntry<Schema extends z.ZodType>(folder: string, name: string, schema: Schema, problems: Problem[]): Promise<{ readonly file: PolicyFile, readonly entry: z.infer<Schema> | undefined }> {
  const names = await readdir(folder).catch((): string[] => [])
  if (!names.includes(name))
    return { file: absent(name), entry: undefined }
  const file = await readOne(folder, name, problems)
  const result = schema.safeParse(file.content)
  if (!result.success && file.content !== undefined)
    noteIssues(file, [], result.error.issues, schema, problems)
  return { file, entry: result.data }
}

const absent = (name: string): PolicyFile => ({ file: name, id: '', text: '', content: [], lineOf: () => 1 })

async function readOne(folder: string, file: string, problems: Problem[]): Promise<PolicyFile> {
  const id = basename(file).replace(/\.ya?ml$/, '')
  const broken = (line: number, text: string): PolicyFile => {
    problems.push({ file, line, text })
    return { file, id, text: '', content: undefined, lineOf: () => line }
  }
  let text: string
  try {
    text = await readFile(join(folder, file), 'utf8')
  }
  catch {
    return broken(1, 'is missing or cannot be read')
  }
  if (text.length > largestFile)
    return broken(1, 'is far too large for a policy file; split it into one file for each entry')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const [error] = document.errors
  if (error)
    return broken(lines.linePos(error.pos[0]).line, yamlAdvice(error.code, error.message))
  const lineOf = lineFinder(document, lines)
  return { file, id, text, content: document.toJS({ maxAliasCount: 100 }) as unknown, lineOf }
}

/** The entry of a file, or `undefined` with its problems noted. Its id has to be the file's name. */
export function checked<Schema extends z.ZodType<{ id: string }>>(file: PolicyFile, schema: Schema, problems: Problem[]): z.infer<Schema> | undefined {
  const result = schema.safeParse(file.content)
  if (!result.success) {
    noteIssues(file, [], result.error.issues, schema, problems)
    return undefined
  }
  if (result.data.id !== file.id) {
    problems.push({ file: file.file, line: file.lineOf(['id']), text: `id is "${result.data.id}", but the file is named "${file.id}"; write the same in both` })
    return undefined
  }
  return result.data
}

/** The entries of a list that are right; each key may stand there once. */
export function listed<Schema extends z.ZodType>(file: PolicyFile, schema: Schema, key: 'id' | 'date', problems: Problem[]): z.infer<Schema>[] {
  const seen = new Set<unknown>()
  return (Array.isArray(file.content) ? file.content as unknown[] : []).flatMap((item, at) => {
    const result = schema.safeParse(item)
    if (!result.success) {
      noteIssues(file, [at], result.error.issues, schema, problems)
      return []
    }
    const value = (result.data as Readonly<Record<string, unknown>>)[key]
    if (seen.has(value)) {
      problems.push({ file: file.file, line: file.lineOf([at, key]), text: `"${String(value)}" stands here a second time; keep one of the two` })
      return []
    }
    seen.add(value)
    return [result.data]
  })
}

function noteIssues(file: PolicyFile, at: readonly PropertyKey[], issues: readonly z.core.$ZodIssue[], schema: z.ZodType, problems: Problem[]): void {
  const content = valueAt(file.content, at)
  for (const issue of issues) {
    for (const { path, text } of adviceFor(issue, { content, schema }))
      problems.push({ file: file.file, line: file.lineOf([...at, ...path]), text })
  }
}
