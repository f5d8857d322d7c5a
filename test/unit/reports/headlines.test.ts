import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { headlinesOf, topicHeadlines } from '../../../electron/data/reports/first-page/headlines.ts';
import { reportPage } from '../../../electron/data/reports/html/report-page.ts';
import { reportWords } from '../../../electron/data/reports/report-words.ts';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { aFinding, aReport, aToldChart, toldDashboards } from '../../builders/told-report.ts';

const nothing = { retention: null, stay: null };
const idsOf = (charts: readonly MetricChart[], topic: 'connection' | 'resilience' = 'connection') =>
  headlinesOf(topic, toldDashboards(charts), nothing).map(({ metricId }) => metricId);

describe('the finding of a pillar', () => {
  it('is the first starred metric of the catalogue told with an interval, however it looks', () => {
    const charts = [
      aToldChart('connection', 'R9', { finding: aFinding('connection', 'R9', 0.99, 0.97, 1) }),
      aToldChart('connection', 'R3', { finding: aFinding('connection', 'R3', 0.8, 0.7, 0.9) }),
      aToldChart('connection', 'R1', { finding: aFinding('connection', 'R1', 0.02, 0.01, 0.05) }),
    ];
    const orders = [charts, charts.toReversed()];
    for (const order of orders) expect(idsOf(order)).toEqual(['R1', 'R3', 'R9']);
    const [first] = topicHeadlines('public', toldDashboards(charts), nothing, {});
    expect(first).toMatchObject({ topic: 'connection', headline: { metricId: 'R1' } });
  });

  it('is never one without an interval, of too few people, not starred, or a further picture', () => {
    expect(
      idsOf([
        aToldChart('connection', 'R1', { finding: { key: 'charts:common.tooFew', params: {} } }),
        aToldChart('connection', 'R2', { finding: { key: 'connection:R2.finding', params: { number: 40 } } }),
        aToldChart('connection', 'R3', { finding: aFinding('connection', 'R3', 0.5, 0.5, 0.5) }),
        aToldChart('connection', 'R4', { isCore: false }),
        aToldChart('connection', 'R15_scale'),
      ]),
    ).toEqual([]);
  });

  it('may be of outreach or of the stay curve in the third pillar', () => {
    const stay = {
      metricId: 'Z8',
      finding: { key: 'findings.stay.median', params: { share: 0.6, lower: 0.5, upper: 0.7 } },
    };
    const view = { retention: null, stay } as unknown as Parameters<typeof headlinesOf>[2];
    const told = headlinesOf('resilience', toldDashboards([aToldChart('outreach', 'Z20')]), view);
    expect(told.map(({ metricId }) => metricId)).toEqual(['Z8', 'Z20']);
  });

  it('is the chosen one, and no other where that is not told', () => {
    const told = toldDashboards([aToldChart('connection', 'R1'), aToldChart('connection', 'R3')]);
    const [chosen] = topicHeadlines('public', told, nothing, { connection: 'R3' });
    expect(chosen).toMatchObject({ headline: { metricId: 'R3' }, isChosen: true });
    // What the rule takes anyway was not chosen for its looks.
    expect(topicHeadlines('public', told, nothing, { connection: 'R1' })[0]?.isChosen).toBe(false);
    expect(() => topicHeadlines('public', told, nothing, { connection: 'R9' })).toThrow('nothing-to-report');
  });

  it('is missing where a pillar tells none, and moderation stands alone in its own report', () => {
    expect(topicHeadlines('public', [], nothing, {})).toEqual([
      { topic: 'connection', headline: null, isChosen: false },
      { topic: 'advocacy', headline: null, isChosen: false },
      { topic: 'resilience', headline: null, isChosen: false },
    ]);
    const told = toldDashboards([aToldChart('moderation', 'M2'), aToldChart('connection', 'R1')]);
    expect(topicHeadlines('moderation', told, nothing, {})).toMatchObject([
      { topic: 'moderation', headline: { metricId: 'M2' } },
    ]);
  });

  it.each(['en', 'ar'] as const)('stands on the page with both ends of its interval, in %s', async (language) => {
    const words = await reportWords(language);
    const starred = catalogue.filter(
      ({ isCore, id, dashboard }) => isCore && !id.includes('_') && dashboard === 'connection',
    );
    expect(starred.length).toBeGreaterThan(6);
    for (const { id, dashboard } of starred) {
      const finding = { key: `${dashboard}:${id}.finding`, params: { share: 0.4, lower: 0.31, upper: 0.57, at: 24 } };
      const model = aReport([aToldChart(dashboard, id, { finding })], { language });
      const [first = ''] = (await reportPage(model, words))
        .split('<h2>')
        .filter((part) => part.includes('class="pillar"'));
      const page = first.replace(/[\u2066-\u2069\u200e\u200f]/g, '');
      expect(page, id).toMatch(/31%/);
      expect(page, id).toMatch(/57%/);
    }
  });
});
