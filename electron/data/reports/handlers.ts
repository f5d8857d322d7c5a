import { topicsOfVersion } from '../../../shared/domain/health/report.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { newestFrozenQuarter } from '../health/dashboard/frozen-quarter.ts';
import { derive } from '../health/disclosure/derive.ts';
import { DEFAULT_GAP_DAYS } from '../health/metrics/stay-curve.ts';
import { answerAsJob } from '../service/answer-as-job.ts';
import type { Handlers } from '../service/handlers.ts';
import { recordEvent } from '../service/record-event.ts';
import { inTransaction } from '../store/transaction.ts';
import { headlinesOf } from './first-page/headlines.ts';
import { reportModel } from './report-model.ts';
import { daysOf, notesOf, toldPillars, toldQuarter } from './told-quarter.ts';
import { writeReport } from './write-report.ts';

/** The calls of the topic "reports". */
export const reportHandlers: Handlers<'reports.draft' | 'reports.notes' | 'reports.export'> = {
  'reports.draft': (context, { communityId, version, jobId }) =>
    answerAsJob(context, jobId, async (job) => {
      const quarter = newestFrozenQuarter(context, communityId as CommunityId);
      const { view, dashboards } = await toldPillars(context, quarter, job);
      return derive(view, () => ({
        quarter: daysOf(quarter),
        headlines: topicsOfVersion(version).map((topic) => ({
          topic,
          choices: headlinesOf(topic, dashboards, view).map(({ metricId, dashboard, finding }) => ({
            metricId,
            title: `${dashboard}:${metricId}.title`,
            finding,
          })),
        })),
      }));
    }),

  'reports.notes': (context, { communityId }) =>
    notesOf(context, newestFrozenQuarter(context, communityId as CommunityId)),

  'reports.export': (context, { communityId: id, folder, locale, formats, title, ...draft }) => {
    const communityId = id as CommunityId;
    if (formats.includes('pdf') && !context.renderPdf) throw new HearthError('pdf-unavailable');
    const quarter = newestFrozenQuarter(context, communityId);
    const forWhom = draft.version ?? 'public';
    const wanted = [...new Set(formats)];
    const jobId = context.jobs.start('report', async (job) => {
      job.progress('computing', 0, wanted.length);
      const told = await toldQuarter(context, quarter, job);
      job.signal.throwIfAborted();
      const model = reportModel({
        ...told,
        quarter: daysOf(quarter),
        language: locale,
        title,
        version: context.appVersion,
        gapDays: DEFAULT_GAP_DAYS,
        forWhom,
        chosen: draft.headlines ?? {},
        changed: { words: draft.changed ?? '', notes: draft.withNotes === false ? [] : notesOf(context, quarter) },
      });
      const written = await writeReport({ folder, formats: wanted, model, renderPdf: context.renderPdf }, job);
      // The files lie in the folder now; the log tells that numbers left the store, in which form and for whom.
      inTransaction(context.write, () =>
        recordEvent(context, 'report.exported', communityId, {
          formats: [...wanted].sort(),
          language: locale,
          version: forWhom,
        }),
      );
      return { folder: written.folder, files: written.files.length };
    });
    return { jobId };
  },
};
