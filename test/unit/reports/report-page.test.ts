import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { reportPage } from '../../../electron/data/reports/html/report-page.ts';
import type { ReportModel, ReportRequest } from '../../../electron/data/reports/report-model.ts';
import { reportWords } from '../../../electron/data/reports/report-words.ts';
import { aReport, aToldChart } from '../../builders/told-report.ts';
import { gallery } from '../../e2e/gallery/made-up-charts.ts';
import { hidden, row, shown } from '../../e2e/gallery/made-up-values.ts';

/** A page without its styles, fonts and marks of direction. */
async function pageOf(model: ReportModel): Promise<string> {
  const page = await reportPage(model, await reportWords(model.language));
  return page.replace(/<style>.*<\/style>/s, '').replace(/[\u2066-\u2069]/g, '');
}

/** Headings of the second level, in order. */
const headings = (page: string) => [...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, text]) => text);
const firstPage = (page: string) => page.slice(page.indexOf('<div class="first">'), page.indexOf('How to read'));

describe('the first page', () => {
  it('has its parts in their order, then how to read the tables', async () => {
    const page = await pageOf(aReport([aToldChart('connection', 'R1')]));
    expect(headings(page).slice(0, 6)).toEqual([
      'What we see',
      'What we changed',
      'What we cannot say',
      'How we protect people',
      'Data status',
      'How to read the numbers',
    ]);
    expect(firstPage(page).match(/class="pillar"/g)?.length).toBe(3);
    expect(firstPage(page)).toContain('between 55% and 69%');
    expect(firstPage(page).match(/nothing of this can be told with an interval/g)?.length).toBe(2);
  });

  it('says where a percentage is a bound and no number', async () => {
    const finding = { key: 'connection:R1.finding', params: { share: 0.1, lower: 0, upper: 0.1 } };
    const page = firstPage(await pageOf(aReport([aToldChart('connection', 'R1', { finding })])));
    expect(page).toContain('This is a bound: at most 10%.');
    expect(firstPage(await pageOf(aReport([aToldChart('connection', 'R1')])))).not.toContain('This is a bound');
  });

  it('prints what was changed as it was written, and the notes of the quarter under it', async () => {
    const changed = {
      words: 'A new <b>welcome</b>.\n\nنافذة للدعم ليلًا',
      notes: [{ day: '2026-08-02', text: 'Rules & words' }],
    };
    const page = firstPage(await pageOf(aReport([], { changed })));
    expect(page).toContain('<p dir="auto">A new &lt;b&gt;welcome&lt;/b&gt;.</p>');
    expect(page).toContain('<p dir="auto">نافذة للدعم ليلًا</p>');
    expect(page).toContain('August 2, 2026: <bdi>Rules &amp; words</bdi>');
    expect(firstPage(await pageOf(aReport([])))).toContain('Nothing was written down for this quarter.');
  });

  it('names what it cannot say: too few, in part, and not measured', async () => {
    const charts = [
      aToldChart('connection', 'R2', { finding: { key: 'charts:common.tooFew', params: {} } }),
      aToldChart('connection', 'R3', {
        shape: {
          kind: 'bars',
          unit: 'percent',
          facets: [{ id: 'a', label: null, rows: [row('One', shown(40)), row('Two', hidden)] }],
        },
      }),
      aToldChart('connection', 'R7', {
        shape: { kind: 'missing', needs: [] },
        finding: { key: 'charts:common.noData', params: {} },
      }),
    ];
    const page = firstPage(await pageOf(aReport(charts)));
    expect(page).toContain('Too few people to say: Time to a first reply<');
    expect(page).toContain('of too few people in part: Requests left unanswered<');
    expect(page).toContain('nothing is there to count from: Deep conversations<');
  });
});

describe('what a reader is told', () => {
  it('holds no advice to the team', async () => {
    const charts = catalogue
      .filter(({ isCore, id, place }) => place === 'any' && isCore && !id.includes('_'))
      .map(({ id, dashboard }) =>
        aToldChart(dashboard, id, {
          caveats: [
            { key: `${dashboard}:${id}.caveat`, params: {} },
            { key: 'charts:caveats.rounded', params: { rounding: 5 } },
          ],
        }),
      );
    const page = await pageOf(aReport(charts));
    expect(page).not.toMatch(
      /Records|licence|Ask how they are|Let people mark|before you call|Longer steps|moderators name them/,
    );
    const moderation = catalogue.filter(({ dashboard, place }) => dashboard === 'moderation' && place === 'any');
    const told = moderation.map(({ id, dashboard, isCore }) => aToldChart(dashboard, id, { isCore }));
    expect(await pageOf(aReport(told, { forWhom: 'moderation' }))).not.toMatch(
      /Records|moderators name them|Talk with/,
    );
  });

  it('is each question and who answered it once, whatever is measured by it', async () => {
    const chart = gallery.flatMap(({ charts }) => charts).find(({ metricId }) => metricId === 'Z17');
    const label = { key: 'outreach:rows.answered', params: {} };
    const coverage = {
      kind: 'bars',
      unit: 'percent',
      facets: [{ id: '0', label: null, rows: [{ ...row('all', shown(60, 52, 67)), label }] }],
    };
    const split = {
      question: 'disability',
      wording: { en: 'Are you disabled?' },
      coverage,
      threshold: 12,
      rounding: 5,
    };
    const splits = [
      { ...split, chart },
      { ...split, chart: { ...chart, metricId: 'Z18' } },
    ] as unknown as ReportRequest['splits'];
    const page = await pageOf(aReport([], { splits }));
    expect(page.match(/Are you disabled\?/g)?.length).toBe(1);
    expect(page.match(/of those asked named a group/g)?.length).toBe(1);
    expect(page.match(/<h4>/g)?.length).toBe(2);
  });
});

describe('versions of a report', () => {
  const starred = [
    aToldChart('connection', 'R1'),
    aToldChart('advocacy', 'A1'),
    aToldChart('advocacy', 'A4'),
    aToldChart('advocacy', 'A6'),
    aToldChart('resilience', 'Z3'),
    aToldChart('outreach', 'Z20'),
    aToldChart('outreach', 'Z25', { isCore: false }),
    aToldChart('moderation', 'M1'),
    aToldChart('moderation', 'M4', { isCore: false }),
  ];
  const tables = (page: string) => [...page.matchAll(/<caption>Data table: ([^<]*)</g)].map(([, name]) => name);

  it('for a funder has its tables of pillars 2 and 3 and the smallest findable gap', async () => {
    const page = await pageOf(aReport(starred, { forWhom: 'funder' }));
    expect(page).toContain('Report for funders');
    expect(tables(page)).toEqual([
      'Members who acted',
      'Acting again',
      'Steps by route',
      'Active partners',
      'How small a difference could be found',
    ]);
    // 200 people in each group: 13.8 points at one half (health.md B.6).
    expect(page).toMatch(/<th scope="row">Members who acted<\/th><td>200<\/td>\s*<td>14<\/td>/);
  });

  it('on moderation has nothing but moderation, and says what it does not count', async () => {
    const page = await pageOf(aReport(starred, { forWhom: 'moderation' }));
    expect(tables(page)).toEqual(['Reports per 100 active members', 'Resolved for each report opened']);
    expect(page).toContain('Moderation: are people kept safe?');
    expect(page).toContain('how many accounts suspended');
    expect(page).not.toContain('Newcomers who get a first reply');
  });

  it('for members has the starred metrics alone on its page', async () => {
    const page = await pageOf(aReport(starred));
    expect(tables(page)).toContain('Newcomers who get a first reply');
    expect(tables(page)).not.toContain('Active partners');
  });
});
