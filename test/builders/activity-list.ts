import {
  type ActivityPage,
  type PlatformConnector,
  PlatformError,
  type PlatformErrorCode,
  type RemoteActivity,
} from '../../electron/data/platforms/platform.ts';
import { testNow } from './insert-row.ts';

const day = 24 * 60 * 60_000;

/** One act, by whoever is named; later the higher its number. */
export function anAct(number: number, overrides: Partial<RemoteActivity> = {}): RemoteActivity {
  return {
    remoteId: `act-${number}`,
    kind: 'posted',
    memberRemoteId: 'm-ada',
    memberHandle: 'ada',
    at: testNow - 400 * day + number * 3_600_000,
    space: null,
    threadRemoteId: null,
    parentRemoteId: null,
    targetHandle: null,
    isBot: false,
    ...overrides,
  };
}

/** A platform's list of activities in memory, oldest first, with cursors and trouble. */
export class ActivityList {
  readonly acts: RemoteActivity[] = [];
  /** One for each coming request; null lets one pass. */
  readonly trouble: (PlatformErrorCode | null)[] = [];
  /** Acts that can't be read, by remote id. */
  readonly unreadable = new Set<string>();
  pageSize = 3;
  /** So many of the acts before the cursor come again with each page, as with platforms that have no exact one. */
  overlap = 0;
  requests = 0;

  /** Gives a connector this list. */
  offeredBy(connector: PlatformConnector): PlatformConnector {
    return { ...connector, listActivities: (cursor) => this.#page(cursor) };
  }

  async #page(cursor: string | null): Promise<ActivityPage> {
    this.requests += 1;
    const code = this.trouble.shift() ?? null;
    if (code !== null) throw new PlatformError(code);
    const start = cursor === null ? 0 : Number(cursor);
    const end = Math.min(this.acts.length, start + this.pageSize);
    const listed = this.acts.slice(Math.max(0, start - this.overlap), end);
    const rejected = listed.flatMap((act, position) =>
      this.unreadable.has(act.remoteId) ? [{ position, problem: 'at: not a date', raw: act, remoteId: null }] : [],
    );
    const items = listed.filter((act) => !this.unreadable.has(act.remoteId));
    return { items, rejected, next: end < this.acts.length ? String(end) : null, resume: String(end) };
  }
}
