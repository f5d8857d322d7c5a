import {
  type PlatformConnector,
  PlatformError,
  type RejectedItem,
  type RemoteReport,
} from '../../electron/data/platforms/platform.ts';
import type { FakePlatform } from './fake-platform.ts';

/** What a server sends of reports that has another shape than the one Hearth knows. */
export class Drift {
  /** Reports that can't be read. */
  readonly unreadable = new Set<string>();
  /** Those of them whose id can't be told either. */
  readonly nameless = new Set<string>();

  /** The connector of a platform, with this in the way. */
  through(platform: FakePlatform): PlatformConnector {
    const inner = platform.connector();
    return {
      ...inner,
      listNewReports: async (cursor, signal) => {
        const page = await inner.listNewReports(cursor, signal);
        return { ...page, ...this.#split(page.items) };
      },
      listOpenReports: async (cursor, signal) => {
        const page = await inner.listOpenReports(cursor, signal);
        return { ...page, ...this.#split(page.items) };
      },
      readReport: async (id, signal) => {
        const report = await inner.readReport(id, signal);
        if (report && this.unreadable.has(id)) throw new PlatformError('malformed');
        return report;
      },
    };
  }

  #split(all: readonly RemoteReport[]): { items: readonly RemoteReport[]; rejected: readonly RejectedItem[] } {
    const items = all.filter(({ remoteId }) => !this.unreadable.has(remoteId));
    const rejected = all.flatMap(({ remoteId, state }, position) => {
      if (!this.unreadable.has(remoteId)) return [];
      const raw = { inside: remoteId, state, comment: `raw ${remoteId}` };
      const id = this.nameless.has(remoteId) ? null : remoteId;
      return [{ position, problem: 'comment: not a text', raw, remoteId: id }];
    });
    return { items, rejected };
  }
}
