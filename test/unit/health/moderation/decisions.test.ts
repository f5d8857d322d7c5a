import { describe, expect, it } from 'vitest';
import type { SurveyKind, SurveyWave } from '../../../../electron/data/health/facts/survey-facts.ts';
import { appeals, appealTime } from '../../../../electron/data/health/metrics/moderation/appeals.ts';
import { automationShare } from '../../../../electron/data/health/metrics/moderation/automation-share.ts';
import { moderatorLoad, moderatorShares } from '../../../../electron/data/health/metrics/moderation/moderator-load.ts';
import { outcomeMix, outcomeMixByCategory } from '../../../../electron/data/health/metrics/moderation/outcome-mix.ts';
import {
  moderatorWellbeing,
  safetyExperience,
} from '../../../../electron/data/health/metrics/moderation/team-surveys.ts';
import { aDay, aFacts, aWindow } from '../../../builders/health-facts.ts';
import { aDecisionFact, anAppealFact, aReportFact } from '../../../builders/moderation-facts.ts';

const span = { firstDay: '2026-01-01', lastDay: '2026-03-31' };
const empty = aFacts(span);

describe('M5 outcome mix', () => {
  const facts = aFacts({
    ...span,
    moderation: {
      decisions: [
        aDecisionFact('2026-01-10'),
        aDecisionFact('2026-02-10', { finding: 'not-upheld' }),
        aDecisionFact('2026-03-10', { category: 'spam' }),
        aDecisionFact('2026-03-11', { finding: 'duplicate', category: 'spam' }),
        aDecisionFact('2025-12-31 23:59'),
      ],
    },
  });

  it('splits the decisions of a period in a fixed order', () => {
    expect(outcomeMix.compute(facts, aWindow(facts))).toMatchObject({
      kind: 'parts',
      unit: 'percent',
      parts: ['upheld', 'not-upheld', 'not-enough', 'bad-faith', 'duplicate'].map((id) => ({ id })),
      rows: [{ counts: [2, 1, 0, 0, 1] }],
    });
  });

  it('splits them by category for the team alone', () => {
    expect(outcomeMixByCategory.place).toBe('team');
    const result = outcomeMixByCategory.compute(facts, aWindow(facts));
    const rows = result.kind === 'parts' ? result.rows : [];
    expect(rows).toHaveLength(9);
    expect(rows.find(({ id }) => id === 'spam')?.counts).toEqual([1, 0, 0, 0, 1]);
    expect(rows.find(({ id }) => id === 'hate')?.counts).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('M6 appeals', () => {
  const facts = aFacts({
    ...span,
    moderation: {
      decisions: [
        ...Array.from({ length: 10 }, () => aDecisionFact('2026-02-01', { isSanction: true })),
        aDecisionFact('2026-02-01'),
      ],
      appeals: [
        anAppealFact('2026-02-02', '2026-02-04 12:00', 'overturned'),
        anAppealFact('2026-02-03', '2026-02-10', 'partly'),
        anAppealFact('2026-03-30', '2026-04-02', 'upheld'),
        anAppealFact('2025-12-20', '2026-01-09', 'upheld'),
        anAppealFact('2026-03-01'),
      ],
    },
  });

  it('sets appeals made against sanctions, and those overturned against those decided', () => {
    expect(appeals.compute(facts, aWindow(facts))).toMatchObject({
      rows: [
        { id: 'made', part: 4, whole: 10 },
        { id: 'overturned', part: 1, whole: 3 },
        { id: 'partly', part: 1, whole: 3 },
      ],
    });
    expect(appeals.compute(empty, aWindow(empty))).toEqual({ kind: 'missing', needs: ['appeals'] });
  });

  it('tells the median of whole days to a decision', () => {
    const result = appealTime.compute(facts, aWindow(facts));
    const row = result.kind === 'numbers' ? result.rows[0] : undefined;
    expect(row).toMatchObject({ people: 3, fewest: 10, unit: 'days' });
    expect(row?.formula(row.counts)).toEqual({ value: 7 });
  });
});

describe('M9 moderator load', () => {
  const byModerators = (...counts: number[]) =>
    aFacts({
      ...span,
      moderation: {
        decisions: [
          ...counts.flatMap((count, by) => Array.from({ length: count }, () => aDecisionFact('2026-03-02', { by }))),
          // The day before the 30 days begin.
          aDecisionFact('2026-03-01 23:59', { by: 99 }),
        ],
      },
    });

  it('tells the absence factor and the share of the busiest, for any size of team', () => {
    const facts = byModerators(2, 30, 8);
    const result = moderatorLoad.compute(facts, aWindow(facts));
    const rows = result.kind === 'numbers' ? result.rows : [];
    expect(rows.map(({ id, counts, formula }) => [id, counts, formula(counts)])).toEqual([
      ['all', [30, 8, 2], { value: 1 }],
      ['busiest', [30, 40], { value: 75 }],
    ]);
    expect(rows[0]).toMatchObject({ people: 3, fewest: 1 });
    expect([moderatorLoad.place, moderatorShares.place]).toEqual(['team', 'team']);
  });

  it('draws shares, largest first, of a team of four and more', () => {
    const four = byModerators(10, 5, 20, 15);
    expect(moderatorShares.compute(four, aWindow(four))).toMatchObject({
      rows: [20, 15, 10, 5].map((part, at) => ({ id: `load/${at + 1}`, part, whole: 50 })),
    });
    const three = byModerators(10, 5, 20);
    expect(moderatorShares.compute(three, aWindow(three))).toMatchObject({
      kind: 'numbers',
      rows: [{ id: 'all', people: 3 }],
    });
  });
});

describe('M12 automation', () => {
  const decisions = [aDecisionFact('2026-02-01'), aDecisionFact('2026-02-02'), aDecisionFact('2025-12-01')];
  const closed = (closedThereBy: 'person' | 'machine' | null, on: string) =>
    aReportFact('2025-11-01', { closed: on, closedThereBy });

  it('counts what automated accounts closed, of decisions and closings by whoever is told', () => {
    const reports = [
      closed('machine', '2026-02-01'),
      closed('machine', '2025-12-01'),
      closed('person', '2026-03-01'),
      closed(null, '2026-03-01'),
    ];
    const facts = aFacts({ ...span, moderation: { decisions, reports } });
    expect(automationShare.compute(facts, aWindow(facts))).toMatchObject({
      rows: [{ id: 'automatic', part: 1, whole: 4 }],
    });
  });

  it('says nothing while all that is known are decisions made here, by people', () => {
    const facts = aFacts({ ...span, moderation: { decisions, reports: [closed(null, '2026-03-01')] } });
    expect(automationShare.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['closings'] });
    expect(automationShare.compute(empty, aWindow(empty))).toMatchObject({ kind: 'missing' });
  });
});

describe('M11 and M13 surveys', () => {
  const wave = (kind: SurveyKind, answers: number[][], overrides: Partial<SurveyWave> = {}): SurveyWave => ({
    kind,
    day: aDay('2026-02-01'),
    invited: 0,
    scale: [1, 5],
    items: ['Saw harm', 'Stopped posting'],
    answers: answers.map((row) => Float64Array.from(row)),
    event: -1,
    ...overrides,
  });
  const eight = [...Array.from({ length: 5 }, () => [4, 3]), [5, 1], [2, 2], [3, Number.NaN]];
  const of = (...surveys: SurveyWave[]) => {
    const facts = aFacts({ ...span, surveys });
    return safetyExperience.compute(facts, aWindow(facts));
  };

  it('count answers above the middle of the scale, item by item', () => {
    const result = of(wave('safety', eight), wave('wellbeing', [...eight, ...eight]));
    const rows = result.kind === 'numbers' ? result.rows : [];
    expect(rows.map(({ label, counts, people, fewest }) => [label, counts, people, fewest])).toEqual([
      [{ name: 'Saw harm' }, [6, 8], 8, 8],
      [{ name: 'Stopped posting' }, [0, 7], 7, 8],
    ]);
    expect(rows[0]?.formula([6, 8])?.value).toBe(75);
  });

  it('take the newest wave, and none with fewer than eight answers', () => {
    const older = wave('safety', [...eight, [5, 5]], { day: aDay('2026-01-05') });
    expect(of(older, wave('safety', eight.slice(1)))).toMatchObject({ rows: [{ people: 9 }, { people: 8 }] });
    expect(of(wave('safety', eight.slice(1)))).toEqual({ kind: 'missing', needs: ['surveys'] });
  });

  it('are not there for a team of five, whatever was imported', () => {
    const facts = aFacts({ ...span, surveys: [wave('wellbeing', eight, { invited: 5 })] });
    expect(moderatorWellbeing.place).toBe('team');
    expect(moderatorWellbeing.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['surveys'] });
  });
});
