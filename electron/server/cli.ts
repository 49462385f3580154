/**
 * `npm run -s maji -- COMMAND`: for the office's administrator and for scripts.
 *
 * Exit code 0, or 2 with one clear sentence on standard error.
 */
import type { CommandIo } from './commands/command-io.ts'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { report } from './report.ts'
import { ClearStop, say } from './words.ts'

interface Command {
  readonly help: () => Promise<string>
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  serve: {
    help: async () => (await import('./commands/help.ts')).serveHelp,
    run: async (args, io) => (await import('./commands/serve.ts')).runServe(args, io),
  },
  lookup: {
    help: async () => (await import('./commands/help.ts')).lookupHelp,
    run: async (args, io) => (await import('./commands/lookup.ts')).runLookup(args, io),
  },
  guide: {
    help: async () => (await import('./commands/help.ts')).guideHelp,
    run: async (args, io) => (await import('./commands/guide.ts')).runGuide(args, io),
  },
}

const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h')

export async function runCli([name, ...args]: readonly string[], io: CommandIo): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out((await import('./commands/help.ts')).generalHelp)
    return name === undefined
      ? 2
      : 0
  }
  const command = Object.hasOwn(commands, name)
    ? commands[name]
    : undefined
  if (!command) {
    io.err(say('unknown-command', { command: name }))
    return 2
  }
  if (asksForHelp(args)) {
    io.out(await command.help())
    return 0
  }
  return command.run(args, io)
}

/** Turns every end into an exit code; what was not foreseen gets a sentence too, its places go to the log. */
export async function endWith(work: () => Promise<number>, io: CommandIo): Promise<number> {
  try {
    return await work()
  }
  catch (error) {
    if (error instanceof ClearStop) {
      io.err(error.message)
    }
    else if (isOptionTrouble(error)) {
      io.err(say('unknown-option', { option: /'(-[^' ]*)/.exec(error.message)?.[1] ?? '' }))
    }
    else {
      report('command', error)
      io.err(say('unexpected', {
        detail: error instanceof Error
          ? error.name
          : 'Error',
      }))
    }
    return 2
  }
}

function isOptionTrouble(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

export const terminal: CommandIo = {
  out: line => void process.stdout.write(`${line}\n`),
  err: line => void process.stderr.write(`${line}\n`),
}

/** Whoever reads the output may stop early, as `head` does: then there is nothing left to do, and nothing to tell. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE')
    process.exit(0)
  throw error
}

if (import.meta.main) {
  process.stdout.on('error', endWithReader)
  // Stripped and compiled once, the next start reads it. Among our own modules: the usual place, the temporary folder, is anybody's to write.
  enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/maji'))
  process.exitCode = await endWith(() => runCli(process.argv.slice(2), terminal), terminal)
}
