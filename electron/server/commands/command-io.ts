/** Where a command writes, line by line: the terminal, or a test that reads along. */
export interface CommandIo {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}
