import { z } from 'zod';
import { type CaseState, caseStates, type PriorityReason } from '../../domain/case.ts';
import type { Instant } from '../../domain/ids.ts';
import { type ReportCategory, reportCategories } from '../../domain/report.ts';
import { call } from '../define.ts';
import { id, shortText } from '../schemas.ts';

export const queueViews = ['open', 'mine', 'waiting', 'decided', 'all'] as const;
export type QueueView = (typeof queueViews)[number];
export const queueSorts = ['priority', 'oldest', 'newest', 'reports'] as const;

export const queueFilter = z.strictObject({
  view: z.enum(queueViews).default('open'),
  communityIds: z.array(id).max(100).default([]),
  categories: z.array(z.enum(reportCategories)).max(reportCategories.length).default([]),
  states: z.array(z.enum(caseStates)).max(caseStates.length).default([]),
  languages: z.array(z.string().max(35)).max(50).default([]),
  /** Opened at least this many hours ago. */
  olderThanHours: z.number().min(0).max(100_000).nullable().default(null),
  claimedBy: z.enum(['anyone', 'me', 'others', 'nobody']).default('anyone'),
  /** Full-text search, folded as in the store's search. */
  search: shortText.default(''),
});
export type QueueFilter = z.input<typeof queueFilter>;
export type ParsedQueueFilter = z.output<typeof queueFilter>;

/** One line of the queue: who and why, an excerpt, age and lane. */
export interface QueueRow {
  readonly caseId: number;
  readonly communityId: number;
  readonly communityName: string;
  readonly authorName: string;
  readonly authorHandle: string;
  readonly state: CaseState;
  readonly category: ReportCategory;
  readonly language: string | null;
  readonly excerpt: string;
  readonly reportCount: number;
  readonly openedAt: Instant;
  readonly lastReportAt: Instant;
  readonly priority: number;
  readonly priorityReasons: readonly PriorityReason[];
  readonly claimedBy: string | null;
  readonly claimedByMe: boolean;
  readonly waitingUntil: Instant | null;
  readonly hasConflict: boolean;
  /** Where its newest decision stands, if there is one. */
  readonly sending: 'waiting' | 'sending' | 'applied' | 'failed' | 'conflict' | null;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly total: number;
  /** Changes when anything in this view changed; equal revisions mean an identical page. */
  readonly revision: number;
}

export interface QueueCounts {
  readonly views: Readonly<Record<QueueView, number>>;
  readonly categories: Readonly<Partial<Record<ReportCategory, number>>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly communities: Readonly<Record<number, number>>;
}

export const queueCalls = {
  'queue.page': call<QueuePage>()(
    z.strictObject({
      filter: queueFilter,
      sort: z.enum(queueSorts).default('priority'),
      offset: z.number().int().min(0).max(100_000_000).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
  ),
  'queue.counts': call<QueueCounts>()(z.strictObject({ filter: queueFilter })),
  /** The case after (or before) this one in the view, for submit-and-next and j/k beyond the loaded page. */
  'queue.neighbour': call<{ caseId: number | null }>()(
    z.strictObject({
      filter: queueFilter,
      sort: z.enum(queueSorts).default('priority'),
      caseId: id,
      direction: z.enum(['next', 'previous']),
    }),
  ),
};
