import { benchmarkCaption, benchmarkSource } from '../../../../shared/domain/health/benchmark-words.ts';
import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { coverageSentences } from '../../../../shared/domain/health/coverage-sentences.ts';
import { inLanguage } from '../../../../shared/domain/health/in-language.ts';
import type { DashboardView, SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { ReportWords } from '../report-words.ts';
import { shapeTable } from '../shape-table.ts';
import { html, join, type Markup } from './markup.ts';
import { dataTable } from './table.ts';

/** The core metrics of each pillar that have something to tell: a sentence, a table, and how the number misleads. */
export function metricSections(views: readonly DashboardView[], words: ReportWords): Markup {
  return join(
    views.flatMap((view) => {
      const told = toldCharts(view);
      const silent = silentCharts(view);
      if (told.length + silent.length === 0) return [];
      return [
        html`<section><h2>${words.say(`pillars.${view.dashboard}`)}</h2>${join(
          told.map((chart) => metricMarkup(chart, words)),
        )}${
          silent.length > 0
            ? html`<p>${words.say('silent', { names: words.list(silent.map(words.title)) })}</p>`
            : html``
        }</section>`,
      ];
    }),
  );
}

/** Who is here and who stays, by group, with coverage before it. Nothing where no split may be shown. */
export function groupSections(splits: readonly SplitView[], words: ReportWords): Markup {
  if (splits.length === 0) return html``;
  return html`<section><h2>${words.say('groups')}</h2><p>${words.say('groupsLead')}</p>${join(
    splits.map(({ question, wording, coverage, chart, threshold, rounding }) => {
      const asked = inLanguage(wording, words.language) || question;
      const told = coverageSentences(coverage).map(words.finding).join(' ');
      const table = shapeTable(coverage, words.say('table', { name: words.say('coverage') }), words);
      return html`<div class="whole"><h3>${words.say('questionOf', { question: asked })}</h3><p>${words.say(
        'protection.threshold',
        { threshold, rounding },
      )}</p><p>${told}</p>${table ? dataTable(table) : html``}${chart ? metricMarkup(chart, words) : html``}</div>`;
    }),
  )}</section>`;
}

/** Core metrics of a dashboard that have something to tell. Their second pictures are in the files beside the report. */
function toldCharts({ charts }: DashboardView): readonly MetricChart[] {
  return charts.filter(
    ({ isCore, shape, metricId, finding }) =>
      isCore && shape.kind !== 'missing' && !metricId.includes('_') && finding.key !== 'charts:common.tooFew',
  );
}

/** Core metrics with too few people to say: named, so that nobody takes silence for zero. */
function silentCharts({ charts }: DashboardView): readonly MetricChart[] {
  return charts.filter(
    ({ isCore, metricId, finding }) => isCore && !metricId.includes('_') && finding.key === 'charts:common.tooFew',
  );
}

function metricMarkup(chart: MetricChart, words: ReportWords): Markup {
  const title = words.title(chart);
  const table = shapeTable(chart.shape, words.say('table', { name: title }), words);
  // How numbers are rounded is said once for the whole report.
  const caveats = chart.caveats.filter(({ key }) => key !== 'charts:caveats.rounded');
  return html`<div class="metric"><h3>${title}</h3><p class="finding">${words.finding(chart.finding)}</p>${
    chart.comparison ? html`<p>${words.finding(chart.comparison)}</p>` : html``
  }<ul class="caveats">${join(caveats.map((caveat) => html`<li>${words.finding(caveat)}</li>`))}</ul>${
    table ? dataTable(table) : html``
  }${benchmarkNotes(chart, words)}</div>`;
}

/** Whom the shares stand beside: the population by name, what people there were asked, and where that is written. */
function benchmarkNotes({ shape }: MetricChart, words: ReportWords): Markup {
  const benchmarks = shape.kind === 'dots' ? (shape.benchmarks ?? []) : [];
  return join(
    benchmarks.map(
      (benchmark) =>
        html`<p>${words.finding(benchmarkCaption(benchmark))} ${words.finding(benchmarkSource(benchmark))}</p>`,
    ),
  );
}
