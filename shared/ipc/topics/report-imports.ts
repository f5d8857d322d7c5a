import { z } from 'zod';
import type { ReportCategory } from '../../domain/report.ts';
import { call } from '../define.ts';
import { filePath, id, shortText } from '../schemas.ts';
import { type ImportReject, timeFormats } from './imports.ts';

/**
 * `target`: who is reported. `text`: what they wrote, kept as evidence. `title` and `comment`: why it is reported. `category`: a
 * category's name; anything else counts as "other".
 */
export const reportFields = ['target', 'at', 'reporter', 'title', 'comment', 'text', 'category', 'link', 'id'] as const;
export type ReportField = (typeof reportFields)[number];

export const reportMapping = z.strictObject({
  columns: z.partialRecord(z.enum(reportFields), shortText),
  timeFormat: z.enum(timeFormats),
});
export type ReportMapping = z.output<typeof reportMapping>;

export interface ReportPreview {
  readonly rows: readonly {
    readonly line: number;
    readonly target: string;
    readonly at: number;
    readonly category: ReportCategory;
    readonly hasText: boolean;
  }[];
  readonly rejected: readonly ImportReject[];
}

const source = { file: filePath, mapping: reportMapping, timeZone: shortText };

export const reportImportCalls = {
  'reportImports.suggest': call<ReportMapping>()(z.strictObject({ file: filePath })),
  'reportImports.preview': call<ReportPreview>()(z.strictObject(source)),
  /** Only into a community that is known from files: elsewhere the platform's own list of reports is the truth. */
  'reportImports.start': call<{ jobId: string; importId: number }>()(z.strictObject({ ...source, communityId: id })),
};
