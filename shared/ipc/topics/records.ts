import { z } from 'zod';
import { type ErasedKind, type KeepingYears, keepingYears } from '../../domain/health/record-retention.ts';
import { type RecordProblem, recordKindIds, type SpacePurpose, spacePurposes } from '../../domain/health/records.ts';
import type { Instant } from '../../domain/ids.ts';
import { call } from '../define.ts';
import { filePath, id, shortText } from '../schemas.ts';

export const dayFormats = [
  'iso-8601',
  'day-month-year',
  'month-day-year',
  'unix-seconds',
  'unix-milliseconds',
] as const;
export type DayFormat = (typeof dayFormats)[number];

const kind = z.enum(recordKindIds);
const fieldName = z.string().min(1).max(60);

/** What the columns of a file mean. Fields are those of the kind's declaration; a needed one is in `columns` or `fixed`. */
export const recordMapping = z.strictObject({
  columns: z.record(fieldName, shortText),
  /** Fields that are the same for every line. */
  fixed: z.record(fieldName, shortText),
  dayFormat: z.enum(dayFormats),
  /** What becomes of a record that is there already and says something else. */
  existing: z.enum(['keep', 'replace']),
  /** The columns that are questions of a survey. */
  items: z.array(shortText).max(200),
});
export type RecordMapping = z.output<typeof recordMapping>;

/** Values as people see them: days "2026-03-05", months "2026-03", names for people and other records. */
export type RecordValues = Readonly<Record<string, string | number | boolean | null>>;

export interface RecordList {
  readonly rows: readonly { readonly id: number; readonly values: RecordValues }[];
  readonly total: number;
}

export interface FieldProblem {
  readonly field: string | null;
  readonly problem: RecordProblem;
}

export type SaveOutcome =
  | {
      readonly state: 'added' | 'changed' | 'known';
      readonly recordId: number;
      /** Somebody's name was met for the first time and added to the members. */
      readonly metSomebodyNew: boolean;
    }
  | { readonly state: 'refused'; readonly problems: readonly FieldProblem[] };

export interface RecordInspection {
  readonly format: 'csv' | 'ndjson';
  readonly columns: readonly string[];
  readonly suggested: RecordMapping;
  readonly warnings: readonly string[];
}

/** Where and why, never what stood there. */
export interface RecordReject extends FieldProblem {
  readonly line: number;
}

export interface RecordPreview {
  /** The first records as they would be; none of a survey's answers. */
  readonly rows: readonly { readonly line: number; readonly values: RecordValues }[];
  readonly rejected: readonly RecordReject[];
  readonly linesTried: number;
}

export interface RecordImportSummary {
  readonly importId: number;
  readonly state: 'running' | 'finished' | 'cancelled' | 'failed';
  readonly linesRead: number;
  readonly added: number;
  readonly changed: number;
  readonly alreadyKnown: number;
  readonly newMembers: number;
  readonly rejected: number;
}

export interface SpaceView {
  readonly id: number;
  /** The community's own word. */
  readonly name: string;
  readonly purpose: SpacePurpose;
}

/** How long lists of people are kept, and from when on what is older is erased; null where they stay until removed. */
export type RecordKeeping = { readonly years: KeepingYears; readonly erasesFrom: Instant } | null;

/** What is older than a local day (YYYY-MM-DD), by kind: to be looked at before it goes. */
export interface OldRecordsView {
  readonly before: string;
  readonly kinds: readonly { readonly kind: ErasedKind; readonly records: number }[];
}

const years = z.literal(keepingYears);

const source = { communityId: id, kind, file: filePath, mapping: recordMapping };

export const recordCalls = {
  'records.list': call<RecordList>()(
    z.strictObject({
      communityId: id,
      kind,
      query: shortText.default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  ),
  'records.save': call<SaveOutcome>()(
    z.strictObject({
      communityId: id,
      kind,
      /** The record that is changed; null for a new one. */
      recordId: id.nullable(),
      values: z.record(fieldName, z.string().max(2_000)),
    }),
  ),
  'records.remove': call<{ undo: string }>()(z.strictObject({ communityId: id, kind, recordId: id })),
  'records.restore': call<null>()(z.strictObject({ undo: z.string().min(1).max(100) })),
  'records.keeping': call<RecordKeeping>()(z.strictObject({ communityId: id })),
  'records.older': call<OldRecordsView>()(z.strictObject({ communityId: id, years })),
  /** Takes effect a day later; until then the choice before can be set again and nothing is gone. */
  'records.setKeeping': call<RecordKeeping>()(z.strictObject({ communityId: id, years: years.nullable() })),
  /** Erases now what is older than the community keeps. Rejects with `not-permitted` where it keeps everything. */
  'records.eraseOld': call<null>()(z.strictObject({ communityId: id })),
  'records.inspect': call<RecordInspection>()(z.strictObject({ file: filePath, kind })),
  'records.preview': call<RecordPreview>()(z.strictObject(source)),
  'records.import': call<{ jobId: string; importId: number }>()(z.strictObject(source)),
  'records.rejects': call<{ summary: RecordImportSummary; rejects: readonly RecordReject[] }>()(
    z.strictObject({
      importId: id,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(100),
    }),
  ),
  'spaces.list': call<readonly SpaceView[]>()(z.strictObject({ communityId: id })),
  'spaces.setPurpose': call<null>()(z.strictObject({ communityId: id, spaceId: id, purpose: z.enum(spacePurposes) })),
};
