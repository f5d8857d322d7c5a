import { fontFaces } from '../fonts/font-faces.ts';
import { forReaders } from '../reader-caveats.ts';
import type { ReportModel } from '../report-model.ts';
import type { ReportWords } from '../report-words.ts';
import { findableSection } from './findable-section.ts';
import { firstPage } from './first-page.ts';
import { html, join, Markup } from './markup.ts';
import { groupSections, metricSections } from './metric-sections.ts';
import { pageStyle } from './page-style.ts';
import { chartSections } from './sections.ts';

const MARKS = ['hidden', 'uncertain', 'unavailable', 'impossible', 'open'] as const;

/** The whole report as one page: real text and tables, pictures and fonts within it, no script, nothing loaded from anywhere. */
export async function reportPage(model: ReportModel, words: ReportWords): Promise<string> {
  const title = model.title.trim() || words.say(`titles.${model.forWhom}`);
  const content = reportContent(title, model, words);
  return html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(await fontFaces(title + content.text))}${new Markup(pageStyle)}</style>
</head>
<body><main>
${content}
</main></body>
</html>
`.text;
}

function reportContent(title: string, model: ReportModel, words: ReportWords): Markup {
  return html`${firstPage(title, model, words)}
${howToRead(words)}
${metricSections(model, words)}
${groupSections(model.splits, words)}
${chartSections(model, words)}
${findableSection(model, words)}
${definitions(model, words)}`;
}

/** What marks and roundings mean, before the first table. */
function howToRead(words: ReportWords): Markup {
  const rules = (['derived', 'edges', 'sums'] as const).map((key) => words.say(`protection.${key}`));
  return html`<section class="whole"><h2>${words.say('howToRead')}</h2><ul>${join(
    rules.map((text) => html`<li>${text}</li>`),
  )}</ul><h3>${words.say('marks.title')}</h3><ul>${join(
    MARKS.map((mark) => html`<li>${words.say(`marks.${mark}`)}</li>`),
  )}</ul></section>`;
}

function definitions({ definitions: metrics, gapDays }: ReportModel, words: ReportWords): Markup {
  return html`<section class="definitions"><h2>${words.say('definitions')}</h2>${join(
    metrics.map((metric) => {
      const say = (part: string) =>
        words.finding(forReaders({ key: `${metric.dashboard}:${metric.id}.${part}`, params: { gap: gapDays } }));
      return html`<div class="whole"><h3>${say('title')}</h3><p>${say('definition')}</p><p class="lead">${words.say(
        'version',
        { id: metric.id, version: metric.definitionVersion },
      )}. ${words.say('source', { source: metric.source })}${metric.countsTeam ? ` ${words.finding({ key: 'charts:card.teamCounted', params: {} })}.` : ''}</p></div>`;
    }),
  )}</section>`;
}
