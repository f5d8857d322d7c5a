import { z } from 'zod';
import { call } from '../define.ts';
import { filePath, id } from '../schemas.ts';

/** Exports of platforms that Hearth knows by their content. Words: `imports:archive.sources.<id>`. */
export const archiveSourceIds = ['discord', 'telegram', 'instagram', 'facebook', 'x', 'workbook', 'hearth'] as const;
export type ArchiveSourceId = (typeof archiveSourceIds)[number];

/** How people of a community's archives are kept: under the platform's ids and names, or under pseudonyms for ever. */
export type ArchivePeople = 'names' | 'pseudonyms';

export interface ArchiveInspection {
  readonly source: ArchiveSourceId;
  /** Documents that are read, and their size as read. */
  readonly documents: number;
  readonly bytes: number;
}

/** What an archive gave, in the result of its job beside the counts of lines. */
export interface ArchiveResult {
  readonly importId: number;
  readonly linesRead: number;
  readonly added: number;
  readonly alreadyKnown: number;
  readonly rejected: number;
  readonly leftOut: number;
  readonly figures: number;
}

export const archiveCalls = {
  /** Null where the file is no archive: it may be a table, see `imports.inspect`. */
  'archives.inspect': call<{
    readonly archive: ArchiveInspection | null;
    /** How people were kept before in each community that has read an archive; it can't be changed afterwards. */
    readonly keptAs: Readonly<Record<number, ArchivePeople>>;
  }>()(z.strictObject({ file: filePath })),
  /** Writes the activities of a community to a new file that Hearth reads back. It holds personal data and is not encrypted. */
  'archives.exportActivities': call<{ activities: number; members: number }>()(
    z.strictObject({ file: filePath, communityId: id }),
  ),
  'archives.start': call<{ jobId: string; importId: number }>()(
    z.strictObject({ file: filePath, communityId: id, people: z.enum(['names', 'pseudonyms']) }),
  ),
};
