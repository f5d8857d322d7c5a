import { findingWords, intervalWords } from '../finding-words.ts';
import type { ReportModel } from '../report-model.ts';
import { localDate } from '../report-model.ts';
import type { ReportWords } from '../report-words.ts';
import { html, join, type Markup } from './markup.ts';

const CANNOT_SAY = ['why', 'small', 'cause', 'readers'] as const;
/** What is asked of moderation reports elsewhere and not counted here (Santa Clara Principles; health.md G.2). */
const NOT_COUNTED = ['items', 'notice', 'states'] as const;

/**
 * The first page (health.md G.1): a finding for each topic with its interval, what we changed, what we cannot say, how we
 * protect people, data status. Printed, it is a page of its own.
 */
export function firstPage(title: string, model: ReportModel, words: ReportWords): Markup {
  return html`<div class="first">${header(title, model, words)}
${headlines(model, words)}
${changed(model, words)}
${cannotSay(model, words)}
<div class="pair">${protection(model, words)}
${dataStatus(model, words)}</div></div>`;
}

function header(title: string, { forWhom, period, quarter, version, view }: ReportModel, words: ReportWords): Markup {
  const made = words.date(localDate(view.computedAt, view.timeZone));
  const lines = [
    words.say(`subtitles.${forWhom}`),
    words.say('quarter', { from: words.date(quarter.from), to: words.date(quarter.to) }),
    ...(period ? [words.say('period', { from: words.date(period.from), to: words.date(period.to) })] : []),
    words.say('made', { date: made, version }),
  ];
  return html`<header><h1>${title}</h1>${join(lines.map((line) => html`<p class="lead">${line}</p>`))}</header>`;
}

/** The findings. A topic with none says so: silence would look like nothing to worry about. */
function headlines({ headlines: told }: ReportModel, words: ReportWords): Markup {
  return html`<section class="pillars"><h2>${words.say('findings')}</h2>${join(
    told.map(({ topic, headline, isChosen }) => {
      const name = words.say(`pillars.${topic}`);
      if (!headline) return html`<div class="pillar"><h3>${name}</h3><p>${words.say('noHeadline')}</p></div>`;
      const about = [
        words.title(headline),
        intervalWords(headline.finding, words),
        isChosen ? words.say('chosen') : '',
      ].filter(Boolean);
      return html`<div class="pillar"><h3>${name}</h3><p class="finding">${findingWords(headline.finding, words)}</p><p class="lead">${about.join(
        '. ',
      )}</p></div>`;
    }),
  )}</section>`;
}

function changed({ changed: { words: own, notes } }: ReportModel, words: ReportWords): Markup {
  const paragraphs = own
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const empty = paragraphs.length === 0 && notes.length === 0;
  return html`<section><h2>${words.say('changed')}</h2>${join(
    paragraphs.map((text) => html`<p dir="auto">${text}</p>`),
  )}${
    notes.length > 0
      ? html`<ul>${join(notes.map(({ day, text }) => html`<li>${words.date(day)}: <bdi>${text}</bdi></li>`))}</ul>`
      : html``
  }${empty ? html`<p>${words.say('changedNothing')}</p>` : html``}</section>`;
}

function cannotSay({ forWhom, notSaid }: ReportModel, words: ReportWords): Markup {
  const named = (['tooFew', 'partly', 'notMeasured'] as const).flatMap((why) =>
    notSaid[why].length > 0 ? [words.say(`notSaid.${why}`, { names: words.list(notSaid[why].map(words.title)) })] : [],
  );
  const ofModeration = forWhom === 'moderation' ? NOT_COUNTED.map((key) => words.say(`notCounted.${key}`)) : [];
  const always = CANNOT_SAY.map((key) => words.say(`cannotSay.${key}`));
  return html`<section><h2>${words.say('cannot')}</h2><ul>${join(
    [...named, ...ofModeration, ...always].map((text) => html`<li>${text}</li>`),
  )}</ul></section>`;
}

function protection({ view }: ReportModel, words: ReportWords): Markup {
  const hidden = words.say('protection.threshold', { threshold: view.threshold ?? 0, rounding: view.rounding ?? 1 });
  const others = (['sensitive', 'percent', 'names'] as const).map((key) => words.say(`protection.${key}`));
  return html`<section><h2>${words.say('protect')}</h2><ul>${join(
    [hidden, ...others].map((text) => html`<li>${text}</li>`),
  )}</ul></section>`;
}

function dataStatus({ view, gapDays }: ReportModel, words: ReportWords): Markup {
  const facts: [string, string][] = [
    [words.say('members'), words.count(view.members)],
    [words.say('activities'), words.count(view.activities)],
    [words.say('cutOff'), view.cutOff === null ? '[x]' : words.date(localDate(view.cutOff, view.timeZone))],
    [words.say('timeZone'), view.timeZone],
    [words.say('weekStart'), words.say('monday')],
    [words.say('level'), words.finding({ key: `screen.levels.${view.retention?.level ?? 2}`, params: {} })],
    [words.say('gap'), words.say('gapDays', { count: gapDays })],
  ];
  return html`<section><h2>${words.say('data')}</h2><dl>${join(
    facts.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`),
  )}</dl></section>`;
}
