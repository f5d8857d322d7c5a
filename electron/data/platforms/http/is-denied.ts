import { PlatformError } from '../platform.ts';

/** Whether a server says that it has no such thing, or not for us. What is only a help can do without it then. */
export function isDenied(error: unknown): boolean {
  return error instanceof PlatformError && ['not-found', 'forbidden', 'refused'].includes(error.code);
}
