import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { isoDateOf } from '../health/calendar/civil-day.ts';
import { frozenDashboards } from '../health/dashboard/frozen-dashboard.ts';
import { newestFrozenQuarter } from '../health/dashboard/frozen-quarter.ts';
import { frozenHealth } from '../health/frozen-health.ts';
import { DEFAULT_GAP_DAYS } from '../health/metrics/stay-curve.ts';
import { frozenSplits } from '../health/split/frozen-splits.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { inTransaction } from '../store/transaction.ts';
import { reportModel } from './report-model.ts';
import { writeReport } from './write-report.ts';

/** The calls of the topic "reports". */
export const reportHandlers: Handlers<'reports.export'> = {
  'reports.export': (context, { communityId: id, folder, locale, formats, title }) => {
    const communityId = id as CommunityId;
    if (formats.includes('pdf') && !context.renderPdf) throw new HearthError('pdf-unavailable');
    const quarter = newestFrozenQuarter(context, communityId);
    const question = { level: 2, gapDays: DEFAULT_GAP_DAYS } as const;
    const jobId = context.jobs.start('report', async (job) => {
      job.progress('computing', 0, formats.length);
      const view = await frozenHealth(context, quarter, question);
      const pillars = await frozenDashboards(context, quarter);
      job.signal.throwIfAborted();
      const splits = await frozenSplits(context, quarter);
      const model = reportModel({
        view,
        dashboards: pillars,
        splits,
        quarter: { from: isoDateOf(quarter.firstDay), to: isoDateOf(quarter.lastDay) },
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
