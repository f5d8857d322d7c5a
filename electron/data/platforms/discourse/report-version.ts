import { digest } from '../decode/digest.ts';
import { PlatformError } from '../platform.ts';

/**
 * `version` of a report: Discourse's own number, which its actions compare, and everything a decision rests on that does not
 * move that number (a new flag that reopens, a claim, a penalty).
 */
export function reportVersion(serverVersion: number, restsOn: readonly unknown[]): string {
  return `${serverVersion}:${digest(restsOn).slice(0, 32)}`;
}

/** Discourse's number inside a version, or null where there is none. */
export function serverVersionIn(version: string | null): number | null {
  const number = /^(\d+):/.exec(version ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** Somebody was faster: said with the status that Discourse itself uses for it, so that the report is read again. */
export function movedOn(): PlatformError {
  return new PlatformError('refused', { status: 409, reason: 'moved-on' });
}
