import type { DataService } from '../../electron/data/service/data-service.ts';
import type { ReadDb } from '../../electron/data/store/db.ts';
import type { Filled } from './fill-store.ts';

export const sectionNames = [
  'ingest',
  'sync',
  'queue',
  'search',
  'case',
  'health',
  'retention',
  'start',
  'window',
] as const;
export type SectionName = (typeof sectionNames)[number];

export interface BenchSizes {
  /** Cases in the filled store; it has about a third more reports. */
  readonly cases: number;
  readonly activities: number;
  /** How many activities the retention section fills a store with, one after the other. */
  readonly retention: readonly number[];
  /** Reports taken in by one round of the ingest. */
  readonly ingestReports: number;
  /** Reports read over loopback by the first sync. */
  readonly syncReports: number;
  /** How often whatever is started or written anew is measured, in turns with what it is held against. */
  readonly rounds: number;
}

/** A profile with a filled store in it. */
export interface BenchProfile {
  readonly directory: string;
  readonly passphrase: string;
  readonly filled: Filled;
}

/** The filled store behind the data service, as the app uses it. */
export interface OpenBench {
  readonly service: DataService;
  /** A plain connection to the same file, to hold the service against. */
  readonly bare: ReadDb;
  readonly filled: Filled;
  readonly sizes: BenchSizes;
  /** Commits something small, so that nothing that the service or SQLite remembers of the store holds any longer. */
  readonly touch: () => Promise<void>;
}
