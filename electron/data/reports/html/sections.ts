import type { Finding, LifeCycle, RetentionTable, StayCurve } from '../../../../shared/ipc/topics/health.ts';
import { lifeCycleChart } from '../charts/life-cycle-chart.ts';
import { shareChart } from '../charts/share-chart.ts';
import { readerCaveats } from '../reader-caveats.ts';
import type { ReportModel } from '../report-model.ts';
import type { ReportWords } from '../report-words.ts';
import { shortWords, valueWords } from '../value-words.ts';
import { html, join, type Markup } from './markup.ts';
import { dataTable, type TableContent } from './table.ts';

/** One chart with its finding, picture, caveats and table. */
interface Section {
  readonly title: string;
  readonly finding: Finding;
  readonly caveats: readonly Finding[];
  readonly picture: Markup;
  readonly tables: readonly TableContent[];
}

/** Return, stay and life cycle, each as a section of the page. Mutual replies are told with the first pillar (R8). */
export function chartSections({ view: { retention, stay, lifeCycle } }: ReportModel, words: ReportWords): Markup {
  const sections = [
    retention && retentionSection(retention, words),
    stay && staySection(stay, words),
    lifeCycle && lifeCycleSection(lifeCycle, words),
  ].filter((section) => section !== null);
  return join(sections.map((section) => sectionMarkup(section, words)));
}

function sectionMarkup({ title, finding, caveats, picture, tables }: Section, words: ReportWords): Markup {
  return html`<section><h2>${title}</h2><p class="finding">${words.finding(finding)}</p><figure>${picture}</figure><ul class="caveats">${join(
    readerCaveats(caveats).map((caveat) => html`<li>${words.finding(caveat)}</li>`),
  )}</ul>${join(tables.map(dataTable))}</section>`;
}

function retentionSection(table: RetentionTable, words: ReportWords): Section {
  const title = words.say('retentionTitle');
  // Wide tables don't fit a page; the file beside the report has all intervals.
  const intervals = Math.min(10, Math.max(0, ...table.cohorts.map((cohort) => cohort.cells.length)));
  const columns = Array.from({ length: intervals }, (_, at) => at);
  const nameOf = table.unit === 'month' ? words.month : words.date;
  const rows = table.cohorts.map((cohort) => [
    nameOf(cohort.start),
    words.count(cohort.size),
    ...columns.map((at) => (cohort.cells[at] ? shortWords(cohort.cells[at].share, 'percent', words) : '')),
  ]);
  const average = [
    words.say('average'),
    '',
    ...columns.map((at) => (table.average[at] ? shortWords(table.average[at], 'percent', words) : '')),
  ];
  return {
    title,
    finding: table.finding,
    caveats: table.caveats,
    picture: shareChart(
      {
        label: words.say('chartOf', { name: title }),
        axisLabel: words.say('periods'),
        points: table.average.map((share, at) => ({ at, share })).slice(1),
        look: 'line',
      },
      words,
    ),
    tables: [
      {
        caption: words.say('table', { name: title }),
        heads: [words.say('cohort'), words.say('people'), ...columns.map((at) => words.number(at))],
        rows: [...rows, average],
      },
    ],
  };
}

function staySection(stay: StayCurve, words: ReportWords): Section {
  const title = words.say('stayTitle');
  const number = (value: StayCurve['medianDays']) => words.count(value);
  const facts = [
    [words.say('median'), number(stay.medianDays)],
    [words.say('lapsed'), number(stay.lapsed)],
    ...(stay.removed
      ? [[words.say('removedBy', { day: stay.removed.day }), valueWords(stay.removed.share, 'percent', words)]]
      : []),
    [words.say('still'), number(stay.stillHere)],
    [words.say('tooRecent'), number(stay.tooRecent)],
  ];
  const marks = stay.marks.map(({ day, share }) => [words.number(day), valueWords(share, 'percent', words)]);
  const atRisk = stay.atRisk.map(({ day, count }) => [words.number(day), words.count(count)]);
  return {
    title,
    finding: stay.finding,
    caveats: stay.caveats,
    picture: shareChart(
      {
        label: words.say('chartOf', { name: title }),
        axisLabel: words.say('days'),
        points: stay.points.map(({ day, share }) => ({ at: day, share })),
        look: 'steps',
        time: 'days',
        atRisk: stay.atRisk.map(({ day, count }) => ({ at: day, count })),
      },
      words,
    ),
    tables: [
      {
        caption: words.say('table', { name: title }),
        heads: [words.say('day'), words.say('still')],
        rows: marks,
      },
      { caption: words.say('atRisk'), heads: [words.say('day'), words.say('atRisk')], rows: atRisk },
      { caption: words.say('people'), heads: [words.say('measure'), words.say('value')], rows: facts },
    ],
  };
}

function lifeCycleSection(lifeCycle: LifeCycle, words: ReportWords): Section {
  const title = words.say('lifeCycleTitle');
  const flows = ['fresh', 'returning', 'resurrected', 'active', 'dormant'] as const;
  return {
    title,
    finding: lifeCycle.finding,
    caveats: lifeCycle.caveats,
    picture: lifeCycleChart(lifeCycle, words.say('chartOf', { name: title }), words),
    tables: [
      {
        caption: words.say('table', { name: title }),
        heads: [words.say('month'), ...flows.map((flow) => words.say(flow))],
        rows: lifeCycle.periods.map((period) => [
          words.month(period.start),
          ...flows.map((flow) => words.count(period[flow])),
        ]),
      },
    ],
  };
}
