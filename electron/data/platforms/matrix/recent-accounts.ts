import type { Instant } from '../../../../shared/domain/ids.ts';
import type { RemoteAccount } from '../platform.ts';
import type { AdminReader } from './admin-reader.ts';

/** A pull is over by then, or reads an account once more. */
const keptMs = 60_000;

/** Accounts as read within one pull: the same people write, and report, again and again. */
export interface RecentAccounts {
  readonly account: (userId: string, signal: AbortSignal) => Promise<RemoteAccount>;
  readonly forget: () => void;
}

/** Keeps what `reader` reads for a minute, or until told to forget. */
export function createRecentAccounts(reader: AdminReader, clock: () => Instant = Date.now): RecentAccounts {
  const known = new Map<string, { readonly at: Instant; readonly account: Promise<RemoteAccount> }>();
  return {
    account(userId, signal) {
      const kept = known.get(userId);
      if (kept && Math.abs(clock() - kept.at) < keptMs) return kept.account;
      const account = reader.accountAnyway(userId, signal);
      known.set(userId, { at: clock(), account });
      account.catch(() => known.delete(userId));
      return account;
    },
    forget: () => known.clear(),
  };
}
