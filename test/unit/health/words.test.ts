import { describe, expect, it } from 'vitest';
import { lifeCycleFinding } from '../../../electron/data/health/findings/life-cycle.ts';
import { retentionFinding } from '../../../electron/data/health/findings/retention.ts';
import { stayFinding } from '../../../electron/data/health/findings/stay.ts';
import { rejectReasons } from '../../../electron/data/platforms/files/reject-reasons.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';
import health from '../../../shared/strings/en/health.json' with { type: 'json' };
import imports from '../../../shared/strings/en/imports.json' with { type: 'json' };
import { listKeys } from '../../../shared/strings/plural-forms.ts';

const keys = new Set(listKeys(health));
const share = (value: number) => ({ mark: 'shown', value, lower: value - 3, upper: value + 3 }) as const;

describe('reasons against a line', () => {
  it.each(rejectReasons)('%s has words', (reason) => {
    expect(Object.keys(imports.reasons)).toContain(reason);
  });
});

describe('findings', () => {
  it('are whole sentences in both languages', async () => {
    const retention = { metricId: 'Z4', definitionVersion: 1, level: 2, unit: 'week', cohorts: [] } as const;
    const average = [{ mark: 'impossible' } as const, share(60), share(50), share(45), share(40)];
    const month = {
      complete: true,
      fresh: share(10),
      returning: share(20),
      resurrected: share(5),
      dormant: share(8),
      active: share(35),
    };
    const findings = [
      retentionFinding({ ...retention, average }),
      retentionFinding({ ...retention, average: average.slice(0, 2) }),
      retentionFinding({ ...retention, unit: 'month', average }),
      retentionFinding({ ...retention, average: [] }),
      lifeCycleFinding({
        metricId: 'Z9',
        definitionVersion: 1,
        level: 2,
        periods: [{ ...month, start: '2026-09-01' }],
      }),
      lifeCycleFinding({ metricId: 'Z9', definitionVersion: 1, level: 2, periods: [] }),
      retentionFinding({ ...retention, average }, 'space'),
      retentionFinding({ ...retention, average: average.slice(0, 2) }, 'space'),
      retentionFinding({ ...retention, average: [] }, 'space'),
    ];
    for (const language of ['en', 'ar'] as const) {
      const t = (await createTranslator(language)).t as unknown as (key: string, options: object) => string;
      for (const { key, params } of findings) {
        expect(keys).toContain(key);
        const sentence = t(key, { ns: 'health', ...params });
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/\{\{|\d{9}/);
      }
    }
    const english = (await createTranslator('en')).t as unknown as (key: string, options: object) => string;
    const [first] = findings;
    expect(english(first!.key, { ns: 'health', ...first!.params })).toBe(
      'About 60% of newcomers (between 57% and 63%) were active again in the week after they joined, and about 40% (37% to 43%) in the fourth week.',
    );
    expect(english(findings[4]!.key, { ns: 'health', ...findings[4]!.params })).toContain('September 2026');
  });

  it('say that they can not say', () => {
    const none = {
      metricId: 'Z8',
      definitionVersion: 1,
      level: 2,
      gapDays: 90,
      points: [],
      atRisk: [],
      cutAtDay: null,
    } as const;
    const unavailable = { mark: 'unavailable' } as const;
    const counts = { medianDays: unavailable, lapsed: unavailable, stillHere: unavailable, tooRecent: unavailable };
    expect(stayFinding({ ...none, ...counts, marks: [{ day: 90, share: unavailable }] }).key).toBe(
      'findings.stay.tooFew',
    );
  });
});
