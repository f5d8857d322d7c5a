import { benchmarkCaption, benchmarkSource } from '../../../../shared/domain/health/benchmark-words.ts';
import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import { coverageSentences } from '../../../../shared/domain/health/coverage-sentences.ts';
import { inLanguage } from '../../../../shared/domain/health/in-language.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import { shapePicture } from '../charts/shape-picture.ts';
import { findingWords } from '../finding-words.ts';
import { hasNoData, saysNothing } from '../first-page/not-said.ts';
import { forReaders, readerCaveats } from '../reader-caveats.ts';
import type { ReportModel } from '../report-model.ts';
import type { ReportWords } from '../report-words.ts';
import { atRiskTable, shapeTable } from '../shape-table.ts';
import { isOnPage } from '../versions.ts';
import { html, join, type Markup } from './markup.ts';
import { dataTable } from './table.ts';

/**
 * The metrics of each pillar that have something to tell: a sentence, a picture, how the number misleads, a table. Those of too
 * few people and those nothing is there to count from are named, so that nobody takes silence for zero.
 */
export function metricSections({ forWhom, dashboards }: ReportModel, words: ReportWords): Markup {
  return join(
    dashboards.flatMap(({ dashboard, charts }) => {
      const onPage = charts.filter((chart) => isOnPage(forWhom, chart));
      const empty = onPage.filter(hasNoData);
      const silent = onPage.filter((chart) => saysNothing(chart) && !hasNoData(chart));
      const told = onPage.filter((chart) => !saysNothing(chart) && !hasNoData(chart));
      if (onPage.length === 0) return [];
      return [
        html`<section><h2>${words.say(`pillars.${dashboard}`)}</h2>${join(
          told.map((chart) => metricMarkup(chart, words)),
        )}${named('tooFew', silent, words)}${named('notMeasured', empty, words)}</section>`,
      ];
    }),
  );
}

function named(why: 'tooFew' | 'notMeasured', charts: readonly MetricChart[], words: ReportWords): Markup {
  if (charts.length === 0) return html``;
  return html`<p>${words.say(`notSaid.${why}`, { names: words.list(charts.map(words.title)) })}</p>`;
}

/** Who is here and who stays, by group: each question once, with who answered it before its measures. */
export function groupSections(splits: readonly SplitView[], words: ReportWords): Markup {
  if (splits.length === 0) return html``;
  return html`<section><h2>${words.say('groups')}</h2><p>${words.say('groupsLead')}</p>${join(
    byQuestion(splits).map(([first, ...others]) => {
      const asked = inLanguage(first.wording, words.language) || first.question;
      const { threshold, rounding } = first;
      return html`<div class="question"><h3>${words.say('questionOf', { question: asked })}</h3><p>${words.say(
        'protection.threshold',
        { threshold, rounding },
      )}</p>${coverageMarkup(first, words)}${join(
        [first, ...others].flatMap(({ chart }) => (chart ? [metricMarkup(chart, words, 'h4')] : [])),
      )}</div>`;
    }),
  )}</section>`;
}

type OfOneQuestion = readonly [SplitView, ...SplitView[]];

/** Measures of one question together, questions in the order they are told. */
function byQuestion(splits: readonly SplitView[]): readonly OfOneQuestion[] {
  const found = new Map<string, OfOneQuestion>();
  for (const split of splits) {
    const before = found.get(split.question);
    found.set(split.question, before ? [...before, split] : [split]);
  }
  return [...found.values()];
}

function coverageMarkup({ coverage }: SplitView, words: ReportWords): Markup {
  const name = words.say('coverage');
  const told = coverageSentences(coverage).map((sentence) => words.finding(forReaders(sentence)));
  const table = shapeTable(coverage, words.say('table', { name }), words);
  return html`<p>${told.join(' ')}</p>${shapePicture(coverage, name, words)}${table ? dataTable(table) : html``}`;
}

function metricMarkup(chart: MetricChart, words: ReportWords, heading: 'h3' | 'h4' = 'h3'): Markup {
  const title = words.title(chart);
  const table = shapeTable(chart.shape, words.say('table', { name: title }), words);
  const caveats = readerCaveats(chart.caveats);
  const head = heading === 'h3' ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
  return html`<div class="metric"><div class="top">${head}<p class="finding">${findingWords(chart.finding, words)}</p>${
    chart.comparison ? html`<p>${words.finding(chart.comparison)}</p>` : html``
  }${shapePicture(chart.shape, title, words)}</div><ul class="caveats">${join(
    caveats.map((caveat) => html`<li>${words.finding(caveat)}</li>`),
  )}</ul>${join([table, atRiskTable(chart.shape, words)].flatMap((one) => (one ? [dataTable(one)] : [])))}${benchmarkNotes(chart, words)}</div>`;
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
