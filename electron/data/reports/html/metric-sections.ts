import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
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
      if (told.length === 0) return [];
      return [
        html`<section><h2>${words.say(`pillars.${view.dashboard}`)}</h2>${join(
          told.map((chart) => metricMarkup(chart, words)),
        )}</section>`,
      ];
    }),
  );
}

/** Who is here and who stays, by group, with coverage before it. Nothing where no split may be shown. */
export function groupSections(splits: readonly SplitView[], words: ReportWords): Markup {
  if (splits.length === 0) return html``;
  return html`<section><h2>${words.say('groups')}</h2><p>${words.say('groupsLead')}</p>${join(
    splits.map(({ question, coverage, chart, threshold, rounding }) => {
      const table = shapeTable(coverage, words.say('table', { name: words.say('coverage') }), words);
      return html`<div class="whole"><h3>${words.say('questionOf', { question })}</h3><p>${words.say(
        'protection.threshold',
        { threshold, rounding },
      )}</p>${table ? dataTable(table) : html``}${chart ? metricMarkup(chart, words) : html``}</div>`;
    }),
  )}</section>`;
}

/** Core charts of a dashboard that are more than missing. */
export function toldCharts({ charts }: DashboardView): readonly MetricChart[] {
  return charts.filter(({ isCore, shape }) => isCore && shape.kind !== 'missing');
}

function metricMarkup(chart: MetricChart, words: ReportWords): Markup {
  const title = words.title(chart);
  const table = shapeTable(chart.shape, words.say('table', { name: title }), words);
  return html`<div class="whole"><h3>${title}</h3><p class="finding">${words.finding(chart.finding)}</p>${
    chart.comparison ? html`<p>${words.finding(chart.comparison)}</p>` : html``
  }<ul class="caveats">${join(chart.caveats.map((caveat) => html`<li>${words.finding(caveat)}</li>`))}</ul>${
    table ? dataTable(table) : html``
  }</div>`;
}
