import type { Instant } from '../../../../shared/domain/ids.ts';
import type { PracticeFlavour } from './world-state.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An identifier as the flavour gives them out: Mastodon's for accounts and posts hold the time in their upper bits and
 * exceed 2^53; GoToSocial's are ULIDs. `serial` keeps those of one millisecond apart.
 */
export function remoteId(flavour: PracticeFlavour, at: Instant, serial: number): string {
  if (flavour === 'mastodon') return String((BigInt(at) << 16n) + BigInt(serial % 65_536));
  return `${base32(BigInt(at), 10)}${base32(BigInt(serial), 16)}`;
}

/** Mastodon counts reports one by one; GoToSocial gives them ULIDs too. */
export function reportId(flavour: PracticeFlavour, at: Instant, number: number): string {
  return flavour === 'mastodon' ? String(number) : remoteId(flavour, at, number);
}

function base32(value: bigint, length: number): string {
  let left = value;
  let text = '';
  for (let position = 0; position < length; position += 1) {
    text = `${crockford[Number(left & 31n)]}${text}`;
    left >>= 5n;
  }
  return text;
}
