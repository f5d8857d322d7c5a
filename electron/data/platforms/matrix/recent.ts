import type { Instant } from '../../../../shared/domain/ids.ts';
import type { AdminReader } from './admin-reader.ts';
import type { LookUp } from './decode-report.ts';

/** A pull is over by then, or reads once more. */
const keptMs = 60_000;

/** What was read within one pull: the same people write, and report, again and again, and the same messages are reported. */
export interface Recent {
  readonly lookUp: (signal: AbortSignal) => LookUp;
  readonly forget: () => void;
}

/** Keeps what `reader` reads for a minute, or until told to forget. */
export function createRecent(reader: AdminReader, clock: () => Instant = Date.now): Recent {
  const account = keeping(reader.accountAnyway, clock);
  const standing = keeping(reader.standing, clock);
  return {
    lookUp: (signal) => ({
      accountOf: (userId) => account.read(userId, signal),
      standingOf: (postRemoteId) => standing.read(postRemoteId, signal),
    }),
    forget() {
      account.forget();
      standing.forget();
    },
  };
}

type Read<Value> = (id: string, signal: AbortSignal) => Promise<Value>;

function keeping<Value>(read: Read<Value>, clock: () => Instant): { read: Read<Value>; forget: () => void } {
  const known = new Map<string, { readonly at: Instant; readonly value: Promise<Value> }>();
  return {
    read(id, signal) {
      const kept = known.get(id);
      if (kept && Math.abs(clock() - kept.at) < keptMs) return kept.value;
      const value = read(id, signal);
      known.set(id, { at: clock(), value });
      value.catch(() => known.delete(id));
      return value;
    },
    forget: () => known.clear(),
  };
}
