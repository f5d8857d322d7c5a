import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../electron/data/health/findings/comparison.ts';
import { sentenceOf } from '../../../electron/data/health/findings/sentence-of.ts';
import type { ChartRow, ChartShape, Sentence } from '../../../shared/domain/health/chart.ts';
import { sentenceParams } from '../../../shared/domain/health/sentence-params.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';

const shown = (value: number, lower: number | null = null, upper: number | null = null): PublishedValue => ({
  ...{ mark: 'shown', value, lower, upper },
});

function row(name: string, value: PublishedValue, more: Partial<ChartRow> = {}): ChartRow {
  return { id: name, label: { name }, period: null, value, n: null, reference: null, note: null, ...more };
}

const bars = (...rows: ChartRow[]): ChartShape => ({
  ...{ kind: 'bars', unit: 'percent' },
  facets: [{ id: '0', label: { name: 'Evenings' }, rows }],
});

describe('a finding', () => {
  it('names the row it speaks of, and what that is a part of', async () => {
    const finding = sentenceOf(bars(row('Helpline', shown(40, 30, 50))), { topic: 'outreach', id: 'Z24' }, null);
    expect(finding.labels).toEqual({ row: { name: 'Helpline' }, whole: { name: 'Evenings' } });
    for (const language of ['en', 'ar'] as const) {
      const t = (await createTranslator(language)).t as unknown as (key: string, options: object) => string;
      const say = (one: Sentence): string => t(one.key, sentenceParams(one, say));
      // Set apart once, so that a name in another direction leaves the sentence alone.
      expect(say(finding)).toContain('\u2068Helpline\u2069');
    }
  });

  it('keeps the words of a name that is words in their own direction', async () => {
    const label = { key: 'advocacy:rows.eventOn', params: { event: 'Workshop', start: Date.UTC(2026, 8, 23) } };
    const facets = [{ id: '0', label: null, rows: [row('e', shown(40, 30, 50), { label })] }];
    const finding = sentenceOf({ kind: 'bars', unit: 'percent', facets }, { topic: 'advocacy', id: 'A7' }, null);
    const t = (await createTranslator('ar')).t as unknown as (key: string, options: object) => string;
    const say = (one: Sentence): string => t(one.key, sentenceParams(one, say));
    // Only the name and the day are set apart, not all of it by its first letter.
    expect(say(finding)).toContain('«\u2068Workshop\u2069، \u206823 سبتمبر 2026\u2069»');
  });

  it('names no row whose number is hidden, however it came to be', () => {
    for (const mark of ['hidden', 'unavailable', 'impossible'] as const) {
      const finding = sentenceOf(bars(row('Helpline', { mark })), { topic: 'outreach', id: 'Z24' }, null);
      expect(finding.labels).toBeUndefined();
      expect(JSON.stringify(finding)).not.toContain('Helpline');
    }
    const dots: ChartShape = {
      ...{ kind: 'dots', unit: 'percent', scale: 'linear', line: null },
      ...{ rows: [], tooFew: [{ name: 'Small' }] },
    };
    expect(JSON.stringify(sentenceOf(dots, { topic: 'outreach', id: 'Z17' }, null))).not.toContain('Small');
  });

  it('names no group as the one that differs', () => {
    const gaps: ChartShape = {
      ...{ kind: 'dots', unit: 'points', scale: 'linear', line: 0, tooFew: [] },
      rows: [row('Group', shown(-20, -30, -10), { note: 'likely-gap' })],
    };
    expect(JSON.stringify(sentenceOf(gaps, { topic: 'outreach', id: 'Z18' }, null))).not.toContain('Group');
  });
});

describe('a comparison with the period before', () => {
  const [before, now] = ['2026-04-01', '2026-07-01'];
  const over = (unit: 'percent' | 'count', old: PublishedValue, fresh: PublishedValue, n: PublishedValue | null) => {
    const rows = [
      row('a', old, { period: { start: before, end: '2026-06-30', complete: true }, n }),
      row('b', fresh, { period: { start: now, end: '2026-09-30', complete: true }, n }),
    ];
    const shape: ChartShape = { kind: 'series', unit, series: [{ id: 'all', label: { name: 'x' }, rows }] };
    return comparisonOf(shape, { start: now, before });
  };

  it('has a direction where both intervals say so', () => {
    expect(over('percent', shown(20, 15, 25), shown(40, 35, 45), shown(100))?.key).toBe(
      'charts:common.comparedUpShare',
    );
    expect(over('percent', shown(20, 15, 36), shown(40, 35, 45), shown(100))?.key).toBe(
      'charts:common.comparedSameShare',
    );
  });

  it('has none where there is no interval: shares of threads, requests and ties', async () => {
    const said = over('percent', shown(20), shown(40), shown(100));
    expect(said).toEqual({ key: 'charts:common.comparedChangedShare', params: { share: 0.2, now: 0.4 } });
    const t = (await createTranslator('en')).t as unknown as (key: string, options: object) => string;
    expect(t(said?.key ?? '', said?.params ?? {})).toMatch(/^From 20% .* to 40%; how much of that is chance/);
    expect(over('percent', shown(20), shown(20), shown(100))?.key).toBe('charts:common.comparedSameShare');
    expect(over('count', shown(2), shown(3), shown(40))?.key).toBe('charts:common.comparedChangedNumber');
  });

  it('has one for counts, which are no estimates', () => {
    expect(over('count', shown(20), shown(40), null)?.key).toBe('charts:common.comparedUpNumber');
  });
});
