import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { type ReportVersion, reportVersions } from '../../../shared/domain/health/report.ts';
import type { Finding, HealthView } from '../../../shared/ipc/topics/health.ts';
import { chooseLanguage } from '../../../shared/strings/languages.ts';
import { sayRawHealth, toCheckedHealth } from '../output/checked-health.ts';
import type { Printer } from '../output/printer.ts';
import { findCommunity, parseNumber } from './arguments.ts';
import type { Declare } from './command.ts';
import { declareDashboards, type HealthUnit, healthUnits, unitAmong } from './health-dashboards.ts';

interface HealthOptions {
  readonly unit?: HealthUnit;
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly gap: 30 | 60 | 90 | 180;
  readonly checkRaw?: boolean;
}

const reportFormats = ['html', 'pdf', 'csv', 'json'] as const;
type ReportFormat = (typeof reportFormats)[number];

interface ReportOptions {
  readonly to: string;
  readonly language?: 'en' | 'ar';
  readonly formats: ReportFormat[];
  readonly title: string;
  readonly for: ReportVersion;
  readonly changed: string;
  readonly withoutNotes?: boolean;
}

/** Metrics and the community-health report. Published values only, but for data sets without personal data. */
export const declareHealth: Declare = (program, toolkit) => {
  const { t, withSession } = toolkit;
  const health = program
    .command('health')
    .argument('[community]', t('help.community'))
    .addOption(new Option('--unit <unit>', t('help.unit')).choices([...healthUnits]))
    .addOption(
      new Option('--level <level>', t('help.level'))
        .choices(['0', '1', '2', '3', '4'])
        .argParser(parseLevel)
        .default(2),
    )
    .addOption(
      new Option('--gap <days>', t('help.gap')).choices(['30', '60', '90', '180']).argParser(parseNumber).default(90),
    )
    .option('--check-raw', t('help.checkRaw'))
    .description(t('help.health'))
    .action((named: string | undefined, options: HealthOptions) =>
      withSession(async ({ session, print }) => {
        const community = await findCommunity(session, named);
        const question = {
          communityId: community.id,
          unit: unitAmong(options.unit, ['week', 'month', 'quarter']),
          level: options.level,
          gapDays: options.gap,
        };
        if (options.checkRaw || !community.holdsPersonalData) {
          const checked = toCheckedHealth(await session.service.checkHealth(question));
          print.result(checked, () => sayRawHealth(checked, print));
          return undefined;
        }
        const view = await session.call('health.view', question);
        print.result(view, () => sayHealth(view, print));
        return undefined;
      }),
    );

  declareDashboards(health, toolkit);

  program
    .command('report')
    .argument('[community]', t('help.community'))
    .requiredOption('--to <folder>', t('help.reportFolder'))
    .addOption(new Option('--language <code>', t('help.reportLanguage')).choices(['en', 'ar']))
    .option('--formats <list>', t('help.formats'), parseFormats, [...reportFormats])
    .option('--title <title>', t('help.title'), '')
    .addOption(new Option('--for <readers>', t('help.reportFor')).choices([...reportVersions]).default('public'))
    .option('--changed <text>', t('help.reportChanged'), '')
    .option('--without-notes', t('help.reportWithoutNotes'))
    .description(t('help.report'))
    .action((named: string | undefined, options: ReportOptions) =>
      withSession(async ({ session, print }) => {
        const community = await findCommunity(session, named);
        const folder = resolve(options.to);
        // A shell has no dialog in which to make a folder first.
        mkdirSync(folder, { recursive: true });
        const { jobId } = await session.call('reports.export', {
          communityId: community.id,
          folder,
          locale: options.language ?? chooseLanguage([print.locale]),
          formats: options.formats,
          title: options.title,
          version: options.for,
          changed: options.changed,
          withNotes: options.withoutNotes !== true,
        });
        const job = await session.finish(jobId, (state) => print.progress(print.t('reporting', { step: state.step })));
        print.result(job.result, () => print.t('reported'));
        return undefined;
      }),
    );
};

function parseLevel(text: string): number {
  return Number(text);
}

function parseFormats(text: string): ReportFormat[] {
  const wanted = text.split(',').map((one) => one.trim());
  return reportFormats.filter((format) => wanted.includes(format));
}

/** The findings of every chart, one sentence a line. */
function sayHealth(view: HealthView, print: Printer): string {
  const words = print.tFor('health');
  const say = (finding: Finding) => words(finding.key, finding.params);
  const charts = [view.retention, view.stay, view.lifeCycle, view.reciprocity].filter((chart) => chart !== null);
  if (charts.length === 0) return print.t('noActivities');
  return charts
    .flatMap((chart) => [say(chart.finding), ...chart.caveats.map((caveat) => `  ${say(caveat)}`)])
    .join('\n');
}
