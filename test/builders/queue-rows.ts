import type { QueuePage, QueueRow } from '../../shared/ipc/topics/queue.ts';

/** A valid line of the queue. */
export function aQueueRow(overrides: Partial<QueueRow> = {}): QueueRow {
  return {
    caseId: 1,
    communityId: 1,
    communityName: 'Harbour',
    authorName: 'Rowan',
    authorHandle: '@rowan@harbour.example',
    state: 'queued',
    category: 'harassment',
    language: 'en',
    excerpt: 'an excerpt',
    reportCount: 1,
    openedAt: 1_000,
    lastReportAt: 1_000,
    priority: 0,
    priorityReasons: [],
    claimedBy: null,
    claimedByMe: false,
    waitingUntil: null,
    hasConflict: false,
    sending: null,
    ...overrides,
  };
}

/** A queue that answers pages as the trusted side would, and can change between two questions. */
export class ListOfCases {
  ids: number[];
  /** Every question asked: offset and limit. */
  readonly asked: [number, number][] = [];
  claimedBy = new Map<number, string>();
  fails: Error | null = null;

  constructor(length: number) {
    this.ids = Array.from({ length }, (_, index) => index + 1);
  }

  readonly fetch = async (offset: number, limit: number): Promise<QueuePage> => {
    this.asked.push([offset, limit]);
    if (this.fails) throw this.fails;
    const rows = this.ids
      .slice(offset, offset + limit)
      .map((caseId) => aQueueRow({ caseId, claimedBy: this.claimedBy.get(caseId) ?? null }));
    return { rows, total: this.ids.length, revision: 1 };
  };

  remove(...caseIds: number[]): void {
    this.ids = this.ids.filter((id) => !caseIds.includes(id));
  }
}
