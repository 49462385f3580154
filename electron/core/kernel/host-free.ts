/**
 * Guard, imported by nobody: core sees neither the DOM nor Node.
 *
 * The types of a dependency can let both in unnoticed (pdfmake's do). Should a line
 * below stop being an error, the type check of `electron/core` fails right here.
 */
// @ts-expect-error no DOM in core
export type Dom = typeof document
// @ts-expect-error no Node in core
export type NodeProcess = typeof process
