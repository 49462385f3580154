/**
 * How Node is started for the server; `package.json` says the same for `start` and `maji`.
 *
 * The usual room for short-lived objects is never given back and takes about 90 MB after the start; 8 MB of it are enough.
 */
export const nodeFlags = ['--max-semi-space-size=8'] as const
