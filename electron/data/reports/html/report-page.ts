import { fontFaces } from '../fonts/font-faces.ts';
import type { ReportModel } from '../report-model.ts';
import { localDate } from '../report-model.ts';
import type { ReportWords } from '../report-words.ts';
import { html, join, Markup } from './markup.ts';
import { groupSections, metricSections } from './metric-sections.ts';
import { pageStyle } from './page-style.ts';
import { chartSections } from './sections.ts';

const CANNOT_SAY = ['why', 'small', 'cause', 'readers'] as const;
const MARKS = ['hidden', 'uncertain', 'unavailable', 'impossible', 'open'] as const;

/** The whole report as one page: real text and tables, pictures and fonts within it, no script, nothing loaded from anywhere. */
export async function reportPage(model: ReportModel, words: ReportWords): Promise<string> {
  const title = model.title.trim() || words.say('title');
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
  return html`${header(title, model, words)}
<section><h2>${words.say('findings')}</h2><ul>${join(
    model.findings.map((finding) => html`<li>${words.finding(finding)}</li>`),
  )}</ul></section>
${cannotSay(words)}
${protection(model, words)}
${dataStatus(model, words)}
${metricSections(model.dashboards, words)}
${groupSections(model.splits, words)}
${chartSections(model.view, words)}
${definitions(model, words)}`;
}

function header(title: string, { period, quarter, version, view }: ReportModel, words: ReportWords): Markup {
  const made = words.date(localDate(view.computedAt, view.timeZone));
  return html`<header><h1>${title}</h1><p class="lead">${words.say('subtitle')}</p>${
    period
      ? html`<p class="lead">${words.say('quarter', { from: words.date(quarter.from), to: words.date(quarter.to) })}</p><p class="lead">${words.say('period', { from: words.date(period.from), to: words.date(period.to) })}</p>`
      : html``
  }<p class="lead">${words.say('made', { date: made, version })}</p></header>`;
}

function cannotSay(words: ReportWords): Markup {
  return html`<section class="whole"><h2>${words.say('cannot')}</h2><ul>${join(
    CANNOT_SAY.map((key) => html`<li>${words.say(`cannotSay.${key}`)}</li>`),
  )}</ul></section>`;
}

function protection({ view }: ReportModel, words: ReportWords): Markup {
  const threshold = words.say('protection.threshold', { threshold: view.threshold ?? 0, rounding: view.rounding ?? 1 });
  const others = (['derived', 'edges', 'sums', 'names'] as const).map((key) => words.say(`protection.${key}`));
  return html`<section><h2>${words.say('protect')}</h2><ul>${join(
    [threshold, ...others].map((text) => html`<li>${text}</li>`),
  )}</ul><h3>${words.say('marks.title')}</h3><ul>${join(
    MARKS.map((mark) => html`<li>${words.say(`marks.${mark}`)}</li>`),
  )}</ul></section>`;
}

function dataStatus({ view, gapDays }: ReportModel, words: ReportWords): Markup {
  const level = view.retention?.level ?? 2;
  const facts: [string, string][] = [
    [words.say('members'), words.count(view.members)],
    [words.say('activities'), words.count(view.activities)],
    [words.say('cutOff'), view.cutOff === null ? '[x]' : words.date(localDate(view.cutOff, view.timeZone))],
    [words.say('timeZone'), view.timeZone],
    [words.say('weekStart'), words.say('monday')],
    [words.say('level'), words.finding({ key: `screen.levels.${level}`, params: {} })],
    [words.say('gap'), words.say('gapDays', { count: gapDays })],
  ];
  return html`<section class="whole"><h2>${words.say('data')}</h2><dl>${join(
    facts.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`),
  )}</dl></section>`;
}

function definitions({ definitions: metrics, gapDays }: ReportModel, words: ReportWords): Markup {
  return html`<section><h2>${words.say('definitions')}</h2>${join(
    metrics.map((metric) => {
      const say = (part: string) =>
        words.finding({ key: `${metric.dashboard}:${metric.id}.${part}`, params: { gap: gapDays } });
      return html`<div class="whole"><h3>${say('title')}</h3><p>${say('definition')} ${say('caveat')}</p><p class="lead">${words.say(
        'version',
        { id: metric.id, version: metric.definitionVersion },
      )}. ${words.say('source', { source: metric.source })}</p></div>`;
    }),
  )}</section>`;
}
