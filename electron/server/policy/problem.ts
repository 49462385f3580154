/** What is wrong in a policy folder: the file, the line, and what to write instead. */
export interface Problem {
  /** Relative to the policy folder, with slashes: "services/basic-pension.yaml". */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly text: string
}

export class PolicyFault extends Error {
  override readonly name = 'PolicyFault'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`The policy folder has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n')}`)
    this.problems = problems
  }
}
