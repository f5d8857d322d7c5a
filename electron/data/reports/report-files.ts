import { HearthError } from '../../../shared/ipc/errors.ts';
import { chartCsv, chartMetrics } from '../health/chart-csv.ts';
import { metricCsv, splitCsvs } from '../health/metric-csv.ts';
import { reportPage } from './html/report-page.ts';
import { reportJson } from './report-json.ts';
import type { ReportModel } from './report-model.ts';
import { reportWords } from './report-words.ts';

export type ReportFormat = 'html' | 'pdf' | 'csv' | 'json';

/** Turns a finished page into a tagged PDF; null where no Electron runtime can be reached. */
export type RenderPdf = ((html: string) => Promise<Uint8Array>) | null;

/** One file of a report. Names say what a file is, never whose. */
export interface ReportFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What a report and its folder are called: for whom it is written, and nothing of the community. */
export function baseName({ forWhom }: Pick<ReportModel, 'forWhom'>): string {
  return { public: 'community-health', funder: 'community-health-funders', moderation: 'moderation-report' }[forWhom];
}

/** The files of one format. Throws HearthError `pdf-unavailable` where a PDF is asked for and nothing can print one. */
export async function filesOf(format: ReportFormat, model: ReportModel, renderPdf: RenderPdf): Promise<ReportFile[]> {
  switch (format) {
    case 'html':
      return [{ name: `${baseName(model)}.html`, content: await pageOf(model) }];
    case 'pdf':
      if (!renderPdf) throw new HearthError('pdf-unavailable');
      return [{ name: `${baseName(model)}.pdf`, content: await renderPdf(await pageOf(model)) }];
    case 'csv':
      return csvFiles(model);
    case 'json':
      return [{ name: 'report.json', content: reportJson(model) }];
  }
}

/** A tidy file for every chart that has something to tell. */
function csvFiles(model: ReportModel): ReportFile[] {
  const fileOf = (csv: { readonly suggestedName: string; readonly text: string } | undefined): ReportFile[] =>
    csv ? [{ name: csv.suggestedName, content: csv.text }] : [];
  return [
    ...chartMetrics.flatMap((metric) => fileOf(chartCsv(model.view, metric))),
    ...model.dashboards.flatMap((view) =>
      view.charts
        .filter(({ shape }) => shape.kind !== 'missing')
        .flatMap(({ metricId }) => fileOf(metricCsv(view, metricId))),
    ),
    // Several measures of one question have one coverage.
    ...new Map(
      model.splits
        .flatMap((view) => splitCsvs(view, { start: model.quarter.from, end: model.quarter.to }))
        .flatMap(fileOf)
        .map((file) => [file.name, file]),
    ).values(),
  ];
}

async function pageOf(model: ReportModel): Promise<string> {
  return await reportPage(model, await reportWords(model.language));
}
