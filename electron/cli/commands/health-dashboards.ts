import { type Command, Option } from 'commander';
import { benchmarkCaption, benchmarkSource } from '../../../shared/domain/health/benchmark-words.ts';
import type { ChartBenchmark } from '../../../shared/domain/health/chart.ts';
import { coverageSentences } from '../../../shared/domain/health/coverage-sentences.ts';
import { type DashboardId, dashboards } from '../../../shared/domain/health/pillar.ts';
import {
  crossings,
  type SplitCrossing,
  type SplitMeasure,
  splitMeasures,
} from '../../../shared/domain/health/split.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { Printer } from '../output/printer.ts';
import { sayAmount, sayLabel, sayPeriod, saySentence, sayTitle, sayValue } from '../output/say-chart.ts';
import { table } from '../output/table.ts';
import { UsageError } from '../usage-error.ts';
import { findCommunity } from './arguments.ts';
import type { Toolkit } from './command.ts';

/** Periods of "health" and of the commands below it: they share the option, and each takes some. */
export const healthUnits = ['week', 'month', 'quarter'] as const;
export type HealthUnit = (typeof healthUnits)[number];

/** The unit asked for, or the first of those a command takes. Throws UsageError for another one. */
export function unitAmong<Unit extends HealthUnit>(
  asked: HealthUnit | undefined,
  taken: readonly [Unit, ...Unit[]],
): Unit {
  const found = asked === undefined ? taken[0] : taken.find((unit) => unit === asked);
  if (found === undefined) throw new UsageError('badUnit', { units: taken.join(', ') });
  return found;
}

interface Where {
  readonly community?: string;
}

interface DashboardOptions extends Where {
  readonly dashboard: DashboardId;
  readonly all?: boolean;
}

interface SplitOptions extends Where {
  readonly question: string;
  readonly measure: SplitMeasure;
  readonly cross: SplitCrossing;
}

/** What the dashboards find, a measure by group, and goals. Published values only, with --json as well. */
export function declareDashboards(health: Command, toolkit: Toolkit): void {
  declareDashboard(health, toolkit);
  declareSplit(health, toolkit);
  declareGoals(health, toolkit);
}

function declareDashboard(health: Command, { t, withSession }: Toolkit): void {
  health
    .command('dashboard')
    .addOption(new Option('--dashboard <part>', t('help.dashboard')).choices([...dashboards]).makeOptionMandatory())
    .option('--community <community>', t('help.community'))
    .option('--all', t('help.allMetrics'))
    .description(t('help.healthDashboard'))
    .action(({ community, dashboard, all = false }: DashboardOptions, command: Command) => {
      // An option that two commands have goes to the upper one, wherever it stands.
      const unit = unitAmong(command.optsWithGlobals<{ unit?: HealthUnit }>().unit, ['quarter', 'month']);
      return withSession(async ({ session, print }) => {
        const { id: communityId } = await findCommunity(session, community);
        const view = await session.call('health.dashboard', { communityId, dashboard, unit, all });
        print.result(view, () => sayDashboard(view, print));
        return undefined;
      });
    });
}

function declareSplit(health: Command, { t, withSession }: Toolkit): void {
  health
    .command('split')
    .requiredOption('--question <name>', t('help.splitQuestion'))
    .addOption(
      new Option('--measure <measure>', t('help.splitMeasure')).choices([...splitMeasures]).makeOptionMandatory(),
    )
    .option('--community <community>', t('help.community'))
    .addOption(new Option('--cross <with>', t('help.splitCross')).choices([...crossings]).default('none'))
    .description(t('help.healthSplit'))
    .action(({ community, question, measure, cross }: SplitOptions) =>
      withSession(async ({ session, print }) => {
        const { id: communityId } = await findCommunity(session, community);
        const view = await session.call('health.split', { communityId, question, measure, cross });
        print.result(view, () => saySplit(view, print));
        return undefined;
      }),
    );
}

function declareGoals(health: Command, { t, withSession }: Toolkit): void {
  health
    .command('goals')
    .option('--community <community>', t('help.community'))
    .description(t('help.healthGoals'))
    .action(({ community }: Where) =>
      withSession(async ({ session, print }) => {
        const { id: communityId } = await findCommunity(session, community);
        const view = await session.call('goals.list', { communityId });
        print.result(view, () => sayGoals(view, print));
        return undefined;
      }),
    );
}

type Charts = Output<'health.dashboard'>['charts'];

function sayDashboard({ cutOff, period, charts }: Output<'health.dashboard'>, print: Printer): string {
  const told = charts.filter(({ shape }) => shape.kind !== 'missing');
  const lacking = charts.length - told.length;
  if (cutOff === null && told.length === 0) return print.t('noActivities');
  return [
    ...(period ? [print.tFor('dashboards')('facts.period', { period: sayPeriod(print, period) })] : []),
    ...told.flatMap((chart) => sayChart(chart, print)),
    ...(lacking > 0 ? [print.t('metricsLacking', { count: lacking })] : []),
  ].join('\n');
}

function sayChart(chart: Charts[number], print: Printer): string[] {
  const { finding, comparison, caveats } = chart;
  const further = [...(comparison ? [comparison] : []), ...caveats];
  return [
    `${sayTitle(print, chart)}: ${saySentence(print, finding)}`,
    ...further.map((sentence) => `  ${saySentence(print, sentence)}`),
  ];
}

/** How many answered comes first: whoever reads on knows for whom the rest speaks. */
function saySplit({ coverage, chart, beside, refused, snapshotDay }: Output<'health.split'>, print: Printer): string {
  const words = print.tFor('dashboards');
  const answered = coverage.facets.flatMap(({ rows }) => rows);
  return [
    words('split.snapshot', { day: sayPeriod(print, { start: snapshotDay, end: snapshotDay }) }),
    words('split.coverage'),
    ...coverageSentences(coverage).map((sentence) => `  ${saySentence(print, sentence)}`),
    ...answered.map(({ label, value }) => `  ${sayLabel(print, label)}: ${sayValue(print, value, coverage.unit)}`),
    ...(refused === null ? [] : [words(`split.refused.${refused}`)]),
    ...[...(chart ? [chart] : []), ...beside].flatMap((one) => sayChart(one, print)),
    ...benchmarksOf(chart).flatMap((one) =>
      [benchmarkCaption(one), benchmarkSource(one)].map((said) => `  ${saySentence(print, said)}`),
    ),
  ].join('\n');
}

function benchmarksOf(chart: Output<'health.split'>['chart']): readonly ChartBenchmark[] {
  return chart?.shape.kind === 'dots' ? (chart.shape.benchmarks ?? []) : [];
}

function sayGoals({ goals }: Output<'goals.list'>, print: Printer): string {
  const words = print.tFor('goals');
  if (goals.length === 0) return words('empty');
  return table(goals, [
    {
      header: words('column.metric'),
      cell: (goal) => [sayTitle(print, goal), ...goal.words.map((label) => sayLabel(print, label))].join(', '),
    },
    {
      header: words('column.goal'),
      cell: ({ direction, target, unit }) => words(`words.${direction}`, { target: sayAmount(print, target, unit) }),
    },
    { header: words('column.now'), cell: ({ value, unit }) => sayValue(print, value, unit) },
    { header: words('column.period'), cell: ({ period }) => (period ? sayPeriod(print, period) : words('noPeriod')) },
    {
      header: words('column.state'),
      cell: ({ state, silence }) => (silence === null ? words(`state.${state}`) : words(`silence.${silence}`)),
    },
  ]);
}
