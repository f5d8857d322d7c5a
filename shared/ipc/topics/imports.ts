import { z } from 'zod';
import { activityKinds } from '../../domain/activity.ts';
import { call } from '../define.ts';
import { filePath, id, shortText } from '../schemas.ts';

/**
 * `replyTo`: the `id` of the activity that this one answers. `request`, `noAnswer`: asks for support, wants no answer; yes or no.
 * `state`: removed as spam, closed or removed. `bot`: whoever acted is automated; yes or no.
 */
export const importFields = [
  'member',
  'target',
  'at',
  'kind',
  'level',
  'space',
  'thread',
  'id',
  'replyTo',
  'request',
  'noAnswer',
  'state',
  'bot',
] as const;
export type ImportField = (typeof importFields)[number];
export const timeFormats = ['unix-seconds', 'unix-milliseconds', 'iso-8601'] as const;

export const importMapping = z.strictObject({
  columns: z.partialRecord(z.enum(importFields), shortText),
  timeFormat: z.enum(timeFormats),
  /** Used where the file has no kind column. */
  defaultKind: z.enum(activityKinds),
});
export type ImportMapping = z.output<typeof importMapping>;

export interface ImportInspection {
  readonly format: 'csv' | 'ndjson';
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';
  readonly delimiter: string | null;
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly suggested: ImportMapping;
  readonly warnings: readonly string[];
  readonly bytes: number;
}

export interface ImportPreview {
  readonly rows: readonly {
    readonly line: number;
    readonly member: string;
    readonly target: string | null;
    readonly at: number;
    readonly kind: string;
    readonly level: number;
    /** It says which activity it answers. */
    readonly answers: boolean;
    readonly request: boolean;
    readonly noAnswer: boolean;
    /** Removed as spam before anybody saw it. */
    readonly spam: boolean;
    /** Its thread was closed or removed at it. */
    readonly closed: boolean;
    readonly bot: boolean;
  }[];
  readonly rejected: readonly ImportReject[];
}

export interface ImportReject {
  readonly line: number;
  readonly reason: string;
}

export interface ImportSummary {
  readonly importId: number;
  readonly communityId: number;
  readonly state: 'running' | 'finished' | 'cancelled' | 'failed';
  readonly linesRead: number;
  readonly added: number;
  readonly alreadyKnown: number;
  readonly rejected: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

const source = { file: filePath, mapping: importMapping, timeZone: shortText };

export const importCalls = {
  'imports.inspect': call<ImportInspection>()(z.strictObject({ file: filePath })),
  'imports.preview': call<ImportPreview>()(z.strictObject(source)),
  'imports.start': call<{ jobId: string; importId: number }>()(z.strictObject({ ...source, communityId: id })),
  'imports.list': call<readonly ImportSummary[]>()(z.strictObject({ communityId: id.optional() })),
  'imports.rejects': call<{ rejects: readonly ImportReject[]; total: number }>()(
    z.strictObject({
      importId: id,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(100),
    }),
  ),
};
