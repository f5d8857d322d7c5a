import { describe, expect, it } from 'vitest';
import type { ReleasedTable } from '../../../electron/data/health/disclosure/split/release-split.ts';
import type { StandingRow } from '../../../electron/data/health/disclosure/split/told-memory.ts';
import { randomSurvey, type Survey } from '../../attack/random-surveys.ts';
import { crossings, releasedSplit, tableOf } from '../../attack/split-of-survey.ts';
import { seededRandom } from '../../bench/seeded-random.ts';

/**
 * The team's week and the file of a quarter about the same people: whichever is told first, the other neither shows what it
 * hides nor hides what it shows, or the two side by side would give away what each protects.
 */

const nothing = { sets: { counted: [], having: [] }, rows: [] };

function standing(released: readonly ReleasedTable[], kind: StandingRow['kind']): StandingRow[] {
  return released
    .flatMap(({ kept }) => kept)
    .map(({ people, cells, standsAs: _, ...row }, id) => ({
      ...row,
      ...{ id, kind, people: () => people, cells: () => cells },
    }));
}

function tell(survey: Survey, kind: StandingRow['kind'], rows: readonly StandingRow[]): readonly ReleasedTable[] {
  const [question] = survey.questions;
  if (!question) throw new Error('a survey asks something');
  const crossed = kind === 'week' ? crossings : (['none'] as const);
  const tables = crossed.map((cross) => tableOf(survey, question, cross));
  return releasedSplit(
    question.name,
    tables,
    { told: nothing, memory: { kind, rows } },
    kind === 'week' ? 'team' : 'export',
  );
}

/** What the groups of a question are told as, by row; null for a hidden one, and nothing where all are refused. */
function groupsOf(released: readonly ReleasedTable[]): ReadonlyMap<string, string | null> {
  const none = released.find(({ cross }) => cross === 'none');
  return new Map(none?.rows.map(({ id, shown }) => [id, shown?.join(' ') ?? null]));
}

/** Random surveys told to one first and to the other after it: the groups each was shown. */
function* toldInTurn(seed: number, first: StandingRow['kind'], second: StandingRow['kind']) {
  const random = seededRandom(seed);
  for (let at = 0; at < 150; at += 1) {
    const survey = randomSurvey(random);
    const before = tell(survey, first, []);
    yield { at, before: groupsOf(before), after: groupsOf(tell(survey, second, standing(before, first))) };
  }
}

describe('the groups of a question', () => {
  it('are shown in a week as the file of a quarter told them', () => {
    let told = 0;
    for (const { at, before, after } of toldInTurn(11, 'quarter', 'week')) {
      if (after.size === 0) continue;
      for (const [row, counts] of before) {
        if (counts === null) continue;
        told += 1;
        expect(after.get(row), `survey ${at}, ${row}`).toBe(counts);
      }
    }
    expect(told).toBeGreaterThan(50);
  });

  it('are in no file where the week hides them', () => {
    let hidden = 0;
    for (const { at, before, after } of toldInTurn(12, 'week', 'quarter')) {
      for (const [row, counts] of before) {
        if (counts !== null) continue;
        hidden += 1;
        expect(after.get(row) ?? null, `survey ${at}, ${row}`).toBeNull();
      }
    }
    expect(hidden).toBeGreaterThan(50);
  });
});
