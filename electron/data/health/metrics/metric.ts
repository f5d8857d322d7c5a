import type { ActivityLevel } from '../../../../shared/domain/activity.ts';

/** What has to be in the store before a metric can be computed. */
export type DataNeed = 'activity-days' | 'reply-links' | 'removals';

/** A number Hearth computes, described once for screens, help, exports and tests. */
export interface Metric {
  /** Row of the catalogue in research/health.md, section A. */
  readonly id: string;
  /** Raised whenever the same data would give another number. Printed with every value. */
  readonly definitionVersion: number;
  /** Lowest ladder level that counts as active here. */
  readonly level: ActivityLevel;
  readonly needs: readonly DataNeed[];
  /** Keys of the health strings: title, definition in plain words, and how the number misleads. */
  readonly titleKey: string;
  readonly definitionKey: string;
  readonly caveatKey: string;
  /** Where the definition comes from. */
  readonly source: string;
}
