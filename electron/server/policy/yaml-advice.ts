/** What keeps a file from being YAML at all, and what to write instead. */
import type { ErrorCode } from 'yaml'

const quoteIt = 'put the text into quotation marks: it holds a colon, "#" or a quotation mark'
const advice: Partial<Record<ErrorCode, string>> = {
  BLOCK_AS_IMPLICIT_KEY: `a key may not stand here; ${quoteIt}, or begin a new line for the key`,
  MULTILINE_IMPLICIT_KEY: `a key runs over several lines; ${quoteIt}, or end the line with a colon`,
  UNEXPECTED_TOKEN: `something stands here that may not; ${quoteIt}`,
  DUPLICATE_KEY: 'the key stands here a second time; keep one of the two',
  BAD_INDENT: 'the indentation does not fit the lines above; indent with as many spaces as its neighbours',
  TAB_AS_INDENT: 'a tab is no indentation; write spaces',
  MISSING_CHAR: 'something that was opened is not closed, or a sign is missing; write the closing ] or }, the comma or the space after the colon',
  BAD_ALIAS: 'a text may not begin with "*" or "&"; put it into quotation marks',
  BAD_SCALAR_START: 'a text may not begin with this sign; put it into quotation marks',
  BAD_DQ_ESCAPE: 'a backslash in double quotation marks has a meaning of its own; use single quotation marks',
}

export const yamlAdvice = (code: ErrorCode, message: string): string => `is no valid YAML: ${advice[code] ?? message}`
