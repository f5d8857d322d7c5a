import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { computeHealth } from '../health/compute-health.ts';
import { releaseHealth } from '../health/disclosure/release-health.ts';
import { DEFAULT_GAP_DAYS } from '../health/metrics/stay-curve.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { readActivityTotals } from '../store/activities/queries.ts';
import { inTransaction } from '../store/transaction.ts';
import { reportModel } from './report-model.ts';
import { writeReport } from './write-report.ts';

/** Shorter histories are told by week, longer ones by month. */
const DAYS_TOLD_BY_WEEK = 120;
const MS_PER_DAY = 86_400_000;

/** The calls of the topic "reports". */
export const reportHandlers: Handlers<'reports.export'> = {
  'reports.export': (context, { communityId: id, folder, locale, formats, title }) => {
    const communityId = id as CommunityId;
    if (formats.includes('pdf') && !context.renderPdf) throw new HearthError('pdf-unavailable');
    const totals = readActivityTotals(context.read, communityId);
    if (totals.firstAt === null || totals.lastAt === null) throw new HearthError('nothing-to-report');
    const unit = totals.lastAt - totals.firstAt < DAYS_TOLD_BY_WEEK * MS_PER_DAY ? 'week' : 'month';
    const question = { communityId, unit, level: 2, gapDays: DEFAULT_GAP_DAYS, now: context.clock.now() } as const;
    const jobId = context.jobs.start('report', async (job) => {
      job.progress('computing', 0, formats.length);
      const raw = await context.readSnapshot((db) => computeHealth(db, question));
      const view = releaseHealth(raw, 'export');
      const model = reportModel({
        view,
        language: locale,
        title,
        version: context.appVersion,
        gapDays: DEFAULT_GAP_DAYS,
      });
      const written = await writeReport(
        { folder, formats: [...new Set(formats)], model, renderPdf: context.renderPdf },
        job,
      );
      // The files lie in the folder now; the log tells that numbers left the store, and in which form.
      inTransaction(context.write, () =>
        recordEvent(context, 'report.exported', communityId, {
          formats: [...new Set(formats)].sort(),
          language: locale,
        }),
      );
      return { folder: written.folder, files: written.files.length };
    });
    return { jobId };
  },
};
