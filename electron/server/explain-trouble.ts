/** What stands in the way of opening a data folder, as one sentence for the operator. */
import { KeyringMissing } from './held-keyring.ts'
import { KeyringDamaged } from './keyring/keyring-file.ts'
import { FolderInUse } from './lock-folder.ts'
import { KeyFileOpenToOthers } from './office-key.ts'
import { ClearStop, stopWith } from './words.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/** @returns a `ClearStop`, or the error itself when it was not foreseen */
export function explainTrouble(error: unknown, folder: string): unknown {
  if (error instanceof ClearStop)
    return error
  if (error instanceof FolderInUse)
    return stopWith('folder-in-use', { folder })
  if (error instanceof KeyringDamaged)
    return stopWith('keyring-damaged', { folder })
  if (error instanceof KeyringMissing)
    return stopWith('keyring-missing', { folder })
  if (error instanceof KeyFileOpenToOthers)
    return stopWith('key-file-open', { file: folder })
  const code = codeOf(error)
  if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL'))
    return stopWith('disk-full', { folder })
  if (/^(?:EACCES|EROFS|EPERM|ENOTDIR|EEXIST)$/.test(code) || /^SQLITE_(?:READONLY|CANTOPEN|PERM|IOERR)/.test(code))
    return stopWith('folder-not-writable', { folder })
  return error
}
