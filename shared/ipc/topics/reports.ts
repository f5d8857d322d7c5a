import { z } from 'zod';
import type { Sentence } from '../../domain/health/chart.ts';
import { type HeadlineTopic, mostLettersOnChange, reportVersions } from '../../domain/health/report.ts';
import type { Published } from '../../domain/published.ts';
import { call } from '../define.ts';
import { filePath, id, shortText } from '../schemas.ts';
import { askedJobId } from './jobs.ts';

/** A finding that may stand on the first page: told with its interval, as it will be printed. */
export interface HeadlineChoice {
  readonly metricId: string;
  /** Key of the metric's title. */
  readonly title: string;
  readonly finding: Sentence;
}

/** What a coordinator can still decide about a report of the newest frozen quarter. */
export interface ReportDraft {
  /** Both days included, YYYY-MM-DD. */
  readonly quarter: { readonly from: string; readonly to: string };
  /** The first choice of a topic is the one that the rule takes. Empty where nothing can be told with an interval. */
  readonly headlines: readonly { readonly topic: HeadlineTopic; readonly choices: readonly HeadlineChoice[] }[];
}

/** Notes of the quarter of a report, which stand under what was changed: the team's own words, with no number of anybody. */
export type QuarterNotes = readonly { readonly day: string; readonly text: string }[];

const metricId = z.string().regex(/^[A-Z]\d{1,2}(_[a-z]+)?$/);

export const reportCalls = {
  /** Freezes the quarter where nobody has yet, and answers what can be chosen. */
  'reports.draft': call<Published<ReportDraft>>()(
    z.strictObject({ communityId: id, version: z.enum(reportVersions), jobId: askedJobId }),
  ),
  /** Counts nothing. */
  'reports.notes': call<QuarterNotes>()(z.strictObject({ communityId: id })),
  'reports.export': call<{ jobId: string }>()(
    z.strictObject({
      communityId: id,
      folder: filePath,
      locale: z.enum(['en', 'ar']),
      formats: z.array(z.enum(['html', 'pdf', 'csv', 'json'])).min(1),
      title: shortText.default(''),
      /** For members and the public where nothing else is said. */
      version: z.enum(reportVersions).optional(),
      /** What the community changed, in the coordinator's own words. */
      changed: z.string().max(mostLettersOnChange).optional(),
      /** Whether the notes of the quarter stand under it; they do unless they are left out. */
      withNotes: z.boolean().optional(),
      /** Metrics chosen for the first page; where none is, the rule takes one. */
      headlines: z
        .strictObject({
          connection: metricId.optional(),
          advocacy: metricId.optional(),
          resilience: metricId.optional(),
          moderation: metricId.optional(),
        })
        .optional(),
    }),
  ),
};
