/**
 * True when `a` was given out after `b`. Works for Mastodon's decimal ids of growing length (beyond 2^53, so never as
 * numbers) and for GoToSocial's ULIDs, which all have one length.
 */
export function isNewer(a: string, b: string): boolean {
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return BigInt(a) > BigInt(b);
  return a.length === b.length ? a > b : a.length > b.length;
}

/** The newer of two ids, where either may be missing. */
export function newest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return isNewer(a, b) ? a : b;
}
