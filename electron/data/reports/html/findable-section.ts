import { findableGapsOf } from '../findable-gaps.ts';
import type { ReportModel } from '../report-model.ts';
import type { ReportWords } from '../report-words.ts';
import { html, type Markup } from './markup.ts';
import { dataTable } from './table.ts';

/** For a funder: how small a difference each number could find at all (health.md G.5). Nothing for anybody else. */
export function findableSection(model: ReportModel, words: ReportWords): Markup {
  if (model.forWhom !== 'funder') return html``;
  const gaps = findableGapsOf(model);
  if (gaps.length === 0) return html``;
  const table = dataTable({
    caption: words.say('table', { name: words.say('findable.title') }),
    heads: [words.say('measure'), words.say('findable.people'), words.say('findable.points')],
    rows: gaps.map((gap) => [words.title(gap), words.number(gap.people), words.number(gap.points)]),
  });
  return html`<section class="whole"><h2>${words.say('findable.title')}</h2><p>${words.say('findable.lead')}</p>${table}</section>`;
}
