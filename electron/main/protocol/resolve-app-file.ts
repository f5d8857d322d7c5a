import { resolve, sep } from 'node:path';
import { isAppAddress } from '../security/origin.ts';

/**
 * The file that an address of the app stands for, or undefined when it lies outside the folder in any spelling: encoded
 * dots and slashes, backslashes, NUL, doubly encoded text. Only looks at names; the caller checks what the file is.
 */
export function resolveAppFile(address: string, folder: string): string | undefined {
  if (!isAppAddress(address)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  // What is still encoded after one decoding was meant to slip through; our own files have plain names.
  if (!/^\/[\w./@-]*$/.test(path)) return undefined;
  if (path.split('/').some((part) => part.startsWith('.'))) return undefined;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(resolve(folder) + sep) ? file : undefined;
}
