import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import type { ChartLabel } from '../../../shared/domain/health/chart.ts';
import { strings } from '../../../shared/strings/en.ts';
import { listKeys } from '../../../shared/strings/plural-forms.ts';
import { aCommunityOfEverything, answersOfEverything } from '../../builders/community-of-everything.ts';
import { aWindow } from '../../builders/health-facts.ts';

const keys = new Set(
  Object.entries(strings).flatMap(([topic, words]) =>
    listKeys(words).map((key) => `${topic}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`),
  ),
);

const facts = aCommunityOfEverything();
const groups = answersOfEverything;

/** Every label anywhere in an answer. */
function labelsOf(answer: unknown): ChartLabel[] {
  if (typeof answer !== 'object' || answer === null || ArrayBuffer.isView(answer)) return [];
  if ('key' in answer && 'params' in answer) return [answer as ChartLabel];
  return Object.values(answer).flatMap(labelsOf);
}

const answers = [
  ...catalogue.map((metric) => [metric.id, metric.compute(facts, aWindow(facts))] as const),
  ...groupMetrics.flatMap((metric) =>
    (['none', ...metric.crossings] as const).map(
      (crossing) =>
        [`${metric.id} by ${crossing}`, metric.computeByGroup(facts, groups, aWindow(facts), crossing)] as const,
    ),
  ),
];

describe('rows', () => {
  it('come about for every metric of resilience, outreach and moderation but the surveys', () => {
    const missing = answers.filter(([id, { kind }]) => /^[ZM]/.test(id) && kind === 'missing').map(([id]) => id);
    expect(missing).toEqual(['M11', 'M13', 'M13_scale']);
  });

  it.each(answers)('of %s are called by words of the catalogue', (_, answer) => {
    for (const label of labelsOf(answer)) if ('key' in label) expect(keys).toContain(label.key);
  });

  it('have ids of their own', () => {
    for (const [id, answer] of answers) {
      if (!('rows' in answer) || answer.kind === 'grid') continue;
      const ids = answer.rows.map((row) => row.id);
      expect([id, new Set(ids).size]).toEqual([id, ids.length]);
    }
  });
});
