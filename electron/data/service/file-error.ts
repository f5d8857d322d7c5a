import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';

/** What keeps a file from being written, as HearthError `disk-full` or `folder-not-writable`; anything else as it is. */
export function fileError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof HearthError) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return hearthErrorFrom(error, 'disk-full');
  return 'syscall' in error ? hearthErrorFrom(error, 'folder-not-writable') : error;
}
