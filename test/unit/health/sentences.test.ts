import { describe, expect, it } from 'vitest';
import { metricChart } from '../../../electron/data/health/disclosure/metric-chart.ts';
import { publishMetric } from '../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { identityRulesFor, rulesFor } from '../../../electron/data/health/disclosure/rules.ts';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import type { MetricModule } from '../../../electron/data/health/metrics/metric-module.ts';
import type { RawResult } from '../../../electron/data/health/metrics/raw-result.ts';
import { eventTimes, type FollowUp } from '../../../electron/data/health/statistics/event-times.ts';
import type { Sentence } from '../../../shared/domain/health/chart.ts';
import { sentenceParams } from '../../../shared/domain/health/sentence-params.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';
import { strings } from '../../../shared/strings/en.ts';
import { listKeys } from '../../../shared/strings/plural-forms.ts';
import { aBusyCommunity, answersOfEverything } from '../../builders/community-of-everything.ts';
import { aWindow } from '../../builders/health-facts.ts';

const facts = aBusyCommunity();
const window = aWindow(facts);
const keys = new Set(
  Object.entries(strings).flatMap(([topic, words]) =>
    listKeys(words).map((key) => `${topic}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`),
  ),
);

const waits = (people: number, pace: number) =>
  eventTimes(
    Array.from({ length: people }, (_, at): FollowUp => ({ time: Math.ceil((at + 1) * pace), ending: 'event' })),
  );

/** The same answer of the metric as of a community large enough to say something of. */
function large(raw: RawResult): RawResult {
  switch (raw.kind) {
    case 'shares':
      return { ...raw, rows: raw.rows.map((row) => ({ ...row, part: 80, whole: 200 })) };
    case 'counts':
      return { ...raw, rows: raw.rows.map(({ givers: _, ...row }) => ({ ...row, count: 90 })) };
    case 'rates':
      return {
        ...raw,
        rows: raw.rows.map(({ rest, ...row }) => ({
          ...{ ...row, events: 90, exposure: 900 },
          ...(rest ? { rest: { events: 400, exposure: 9000 } } : {}),
        })),
      };
    case 'curves':
      return {
        ...raw,
        series: raw.series.map((one, at) => ({ ...one, table: waits(200, at === 0 ? 1 : 3), followed: 200 })),
      };
    case 'parts':
      return { ...raw, rows: raw.rows.map((row) => ({ ...row, counts: row.counts.map(() => 60) })) };
    case 'grid':
      return {
        ...raw,
        cells: raw.cells.map((row) =>
          row.map((cell) => {
            if (cell === null) return null;
            if ('count' in cell) return { count: 60 };
            return 'median' in cell ? { median: 3, n: 60 } : { ...cell, part: 80, whole: 200 };
          }),
        ),
      };
    case 'gaps':
      return {
        ...raw,
        rows: raw.rows.map(({ curves, ...row }) => ({
          ...{ ...row, group: { part: 60, whole: 200 }, rest: { part: 360, whole: 600 } },
          ...(curves ? { curves: { group: waits(200, 1), rest: waits(600, 1) } } : {}),
        })),
      };
    case 'numbers':
      return {
        ...raw,
        rows: raw.rows.map((row) => ({ ...row, people: 200, counts: row.counts.map((count) => (count || 1) * 20) })),
      };
    case 'missing':
      return raw;
  }
}

type Said = readonly [id: string, module: Omit<MetricModule, 'compute'>, raw: RawResult];
const answers: readonly Said[] = [
  ...catalogue.map((module) => [module.id, module, module.compute(facts, window)] as const),
  ...groupMetrics.map(
    (module) => [module.id, module, module.computeByGroup(facts, answersOfEverything, window)] as const,
  ),
];

/** Every sentence of a chart, as a reader of either language gets it. */
async function sentencesOf(module: Said[1], raw: RawResult): Promise<readonly string[]> {
  const rules =
    module.isSensitive || groupMetrics.some(({ id }) => id === module.id) ? identityRulesFor('team') : rulesFor('team');
  const { finding, caveats, comparison } = metricChart(module, publishMetric(raw, rules), rules, { window });
  const said = [finding, ...caveats, ...(comparison ? [comparison] : [])];
  for (const { key } of said) expect(keys).toContain(key);
  const languages = await Promise.all((['en', 'ar'] as const).map(createTranslator));
  return languages.flatMap((language) => {
    const t = language.t as unknown as (key: string, options: object) => string;
    const say = (sentence: Sentence): string => t(sentence.key, sentenceParams(sentence, say));
    return said.map(say);
  });
}

describe('what charts say, made of published shapes', () => {
  it('is said by metrics of every shape, and by each of them', () => {
    const kinds = new Set(answers.map(([, , { kind }]) => kind));
    expect([...kinds].sort()).toEqual(['counts', 'curves', 'gaps', 'grid', 'numbers', 'parts', 'rates', 'shares']);
  });

  it.each(answers)('of %s, small as it is, is whole sentences without a gap', async (_, module, raw) => {
    for (const sentence of await sentencesOf(module, raw)) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
    }
  });

  it.each(answers)('of %s as of many people is its own finding, whole as well', async (id, module, raw) => {
    const shape = publishMetric(large(raw), rulesFor('team'));
    const { finding } = metricChart(module, shape, rulesFor('team'), { window });
    const own = raw.kind === 'gaps' ? 'charts:common.likelyGap' : `${module.dashboard}:${id}.finding`;
    expect(finding.key).toBe(own);
    for (const sentence of await sentencesOf(module, large(raw))) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
    }
  });
});
