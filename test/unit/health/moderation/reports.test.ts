import { describe, expect, it } from 'vitest';
import { computeMetrics } from '../../../../electron/data/health/dashboard/compute-metrics.ts';
import { publishShares } from '../../../../electron/data/health/disclosure/publish/publish-shares.ts';
import { rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { backlogAge, backlogAgeNumbers } from '../../../../electron/data/health/metrics/moderation/backlog-age.ts';
import { coverageClock, coverageHours } from '../../../../electron/data/health/metrics/moderation/coverage-hours.ts';
import { repeatTargets } from '../../../../electron/data/health/metrics/moderation/repeat-targets.ts';
import { reportsPerActive } from '../../../../electron/data/health/metrics/moderation/reports-per-active.ts';
import { resolutionRatio } from '../../../../electron/data/health/metrics/moderation/resolution-ratio.ts';
import { timeToFirstAction } from '../../../../electron/data/health/metrics/moderation/time-to-first-action.ts';
import { Turns } from '../../../../electron/data/service/turns.ts';
import { aFacts, aWindow, type FactsPlan } from '../../../builders/health-facts.ts';
import { aReportFact } from '../../../builders/moderation-facts.ts';

const span = { firstDay: '2026-01-01', lastDay: '2026-03-31' };
const withReports = (reports: ReturnType<typeof aReportFact>[], plan: Partial<FactsPlan> = {}) =>
  aFacts({ ...span, ...plan, moderation: { reports } });
const empty = aFacts(span);

describe('M1 reports per 100 active', () => {
  it('sets reports opened in a month against the members who reacted or more', () => {
    const facts = withReports(
      [
        aReportFact('2026-01-31 23:59'),
        aReportFact('2026-02-01'),
        aReportFact('2026-02-28 23:59'),
        aReportFact('2026-03-01'),
      ],
      {
        active: {
          Ann: { level: 1, days: ['2026-01-05', '2026-02-05', '2026-02-06'] },
          Ben: { level: 3, days: ['2026-02-28'] },
          Seen: { level: 0, days: ['2026-02-05'] },
        },
      },
    );
    // Four reports in three months: the months are told together.
    expect(reportsPerActive.compute(facts, aWindow(facts, 'month'))).toMatchObject({
      ...{ kind: 'rates', draw: 'series', isPooled: true },
      rows: [{ id: '2026-01-01', events: 4, exposure: 2 }],
    });
    const many = withReports(
      ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].flatMap((day) =>
        Array.from({ length: 10 }, () => aReportFact(`${day} 12:00`)),
      ),
      { active: { Ann: { level: 1, days: ['2026-01-05', '2026-02-05', '2026-02-06'] } } },
    );
    expect(reportsPerActive.compute(many, aWindow(many, 'month'))).toMatchObject({
      ...{ kind: 'rates', draw: 'series' },
      rows: [
        { events: 10, exposure: 1 },
        { events: 20, exposure: 1 },
        { events: 10, exposure: 0 },
      ],
    });
  });

  it('told by quarter already, offers no quarters', async () => {
    const facts = aFacts({
      ...{ firstDay: '2025-07-01', lastDay: '2026-03-31' },
      active: { Ann: { level: 1, days: ['2025-07-05', '2025-10-05', '2026-01-05'] } },
      moderation: {
        reports: [...Array.from({ length: 10 }, () => aReportFact('2025-08-01')), aReportFact('2026-01-31')],
      },
    });
    const byTeam = { kept: facts, 'in-period': facts, 'by-joining': facts };
    const [told] = await computeMetrics(new Set([reportsPerActive]), byTeam, aWindow(facts, 'month'), new Turns());
    expect(told?.raw).toMatchObject({ isPooled: true, rows: [{ events: 10 }, { events: 0 }, { events: 1 }] });
    expect(told?.pooled).toBeUndefined();
  });

  it('needs reports and activity', () => {
    expect(reportsPerActive.compute(empty, aWindow(empty))).toEqual({ kind: 'missing', needs: ['reports'] });
    const facts = withReports([aReportFact('2026-02-01')]);
    expect(reportsPerActive.compute(facts, aWindow(facts))).toEqual({ kind: 'missing', needs: ['activity-days'] });
  });
});

describe('M2 time to first action', () => {
  it('censors what is still open, for this period and the one before', () => {
    const facts = withReports([
      aReportFact('2026-03-01 00:00', { acted: '2026-03-02 00:00', closed: '2026-03-02 00:00' }),
      aReportFact('2026-03-01 00:00', { acted: '2026-03-02 00:01' }),
      aReportFact('2026-03-31 00:00'),
      aReportFact('2026-03-05 00:00', { closed: '2026-03-05 06:00' }),
      aReportFact('2026-02-10 10:00', { acted: '2026-02-10 10:30' }),
    ]);
    const result = timeToFirstAction.compute(facts, aWindow(facts, 'month'));
    expect(result).toMatchObject({ kind: 'curves', time: 'hours', reads: 'rising', marks: [24] });
    const series = result.kind === 'curves' ? result.series : [];
    expect(series.map(({ id, followed }) => [id, followed])).toEqual([
      ['current', 4],
      ['previous', 1],
    ]);
    expect(series[0]?.table.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
      [6, 4, 0, 1],
      // The event comes before the censoring of the same hour; a minute more is not within 24 hours.
      [24, 3, 1, 1],
      [24 + 1 / 60, 1, 1, 0],
    ]);
    expect(series[1]?.table).toMatchObject([{ time: 0.5, events: 1 }]);
  });
});

describe('M3 backlog age', () => {
  const facts = withReports([
    aReportFact('2026-03-31 12:00'),
    aReportFact('2026-03-31 00:00'),
    aReportFact('2026-03-29 00:00'),
    aReportFact('2026-03-28 23:00'),
    aReportFact('2026-03-20'),
    aReportFact('2026-01-01'),
    aReportFact('2026-01-01', { closed: '2026-03-01' }),
    aReportFact('2026-03-01', { closed: '2026-04-05' }),
  ]);

  it('puts open reports into bins of age, and stays with the team', () => {
    expect(backlogAge.place).toBe('team');
    const result = backlogAge.compute(facts, aWindow(facts));
    expect(result.kind === 'counts' && result.rows.map((row) => [row.id, row.count])).toEqual([
      ['all', 7],
      ['upToOneDay', 1],
      ['oneToThreeDays', 1],
      ['threeToSevenDays', 2],
      ['sevenToThirtyDays', 1],
      ['overThirtyDays', 2],
    ]);
  });

  it('tells the median and the 90th percentile in whole days', () => {
    const result = backlogAgeNumbers.compute(facts, aWindow(facts));
    const rows = result.kind === 'numbers' ? result.rows : [];
    // Whole days: 0, 1, 3, 3, 12, 31, 90.
    expect(rows.map(({ id, formula, counts }) => [id, formula(counts)])).toEqual([
      ['median', { value: 3 }],
      ['ninetieth', { value: 90 }],
    ]);
    expect(rows[1]?.formula([9, 1])).toEqual({ value: 0 });
    expect(rows[1]?.formula([8, 2])).toEqual({ value: 1 });
    expect(rows[1]?.formula([0])).toBeUndefined();
  });
});

describe('M4 resolution ratio', () => {
  it('divides resolved by opened and may pass 1', () => {
    const facts = withReports([
      aReportFact('2026-01-10', { closed: '2026-02-10' }),
      aReportFact('2026-02-10', { closed: '2026-02-11' }),
      aReportFact('2026-03-10'),
    ]);
    const result = resolutionRatio.compute(facts, aWindow(facts, 'month'));
    const rows = result.kind === 'numbers' ? result.rows : [];
    expect(rows.map(({ counts, formula }) => [counts, formula(counts)?.value])).toEqual([
      [[0, 1], 0],
      [[2, 1], 2],
      [[0, 1], 0],
    ]);
    expect(rows[0]?.formula([3, 0])).toBeUndefined();
  });
});

describe('M8 repeat targets', () => {
  it('counts members who reported harm twice in upheld reports of 90 days', () => {
    const harmed = (opened: string, person: number, upheld: boolean | null = true) =>
      aReportFact(opened, { reporter: person, upheld });
    const facts = withReports([
      harmed('2026-01-01', 0),
      harmed('2026-03-31', 0),
      harmed('2025-12-31', 1),
      harmed('2026-02-01', 1),
      harmed('2026-02-01', 2, false),
      harmed('2026-02-02', 2),
      harmed('2026-02-02', -1),
      harmed('2026-02-03', -1),
    ]);
    expect(repeatTargets.compute(facts, aWindow(facts))).toMatchObject({ rows: [{ part: 1, whole: 3 }] });
    const diligent = (['spam', 'legal', 'violation', 'other'] as const).flatMap((category) =>
      [1, 2].map((day) => aReportFact(`2026-02-0${day}`, { reporter: 4, upheld: true, category })),
    );
    const more = withReports([...diligent, harmed('2026-02-01', 0)]);
    expect(repeatTargets.compute(more, aWindow(more))).toMatchObject({ rows: [{ part: 0, whole: 1 }] });
    // A moderator said whom it was: that counts, whoever reported, also of the team.
    const told = aFacts({
      ...span,
      people: { Ann: {}, Ben: {}, Mod: { staff: true } },
      moderation: {
        reports: [
          aReportFact('2026-02-01', { reporter: 1, harmed: 0, upheld: true }),
          aReportFact('2026-02-02', { reporter: 2, harmed: 0, upheld: true }),
          aReportFact('2026-02-03', { reporter: 1, upheld: true }),
          aReportFact('2026-02-04', { reporter: 1, harmed: -1, upheld: true }),
          aReportFact('2026-02-05', { reporter: 2, upheld: true }),
          aReportFact('2026-02-06', { reporter: 1, harmed: 2, upheld: true }),
          aReportFact('2026-02-06', { reporter: 1, harmed: 2, upheld: true, category: 'spam' }),
          aReportFact('2026-02-07', { reporter: 1, harmed: 2, upheld: false }),
        ],
      },
    });
    expect(repeatTargets.compute(told, aWindow(told))).toMatchObject({ rows: [{ part: 1, whole: 3 }] });
    const none = withReports([aReportFact('2026-02-01')]);
    expect(repeatTargets.compute(none, aWindow(none))).toMatchObject({ kind: 'missing' });
  });
});

describe('M10 coverage', () => {
  // 2026-03-02 is a Monday.
  const at = (hour: string, ...acted: (string | undefined)[]) =>
    acted.map((time) =>
      aReportFact(`2026-03-02 ${hour}:00`, time === undefined ? {} : { acted: `2026-03-02 ${time}` }),
    );
  const facts = withReports([
    ...at('08', '09:00', '10:00', '10:01', '12:00', '23:00'),
    ...at('09', '09:30', '10:00', '11:00', undefined, undefined),
    ...at('10', '10:03', '10:03', '10:03', '10:03'),
    ...at('11', '11:30', '12:00', undefined, undefined, undefined),
    // Closed without an action: nobody can say who was there.
    ...Array.from({ length: 5 }, () => aReportFact('2026-03-02 12:00', { closed: '2026-03-02 20:00' })),
    // Younger than two hours and not acted on: nothing can be said yet.
    aReportFact('2026-03-31 23:00'),
  ]);

  it('counts hours with at least half of at least five reports acted on within two hours', () => {
    expect(coverageHours.compute(facts, aWindow(facts))).toMatchObject({
      kind: 'shares',
      of: 'things',
      rows: [
        { id: 'all', part: 1, whole: 3 },
        { id: 'known', part: 3, whole: 168 },
      ],
    });
  });

  it('has no percentage of a handful of hours', () => {
    const raw = coverageHours.compute(facts, aWindow(facts));
    if (raw.kind !== 'shares') throw new Error('no shares');
    const shape = publishShares(raw, rulesFor('team'));
    const said = shape.kind === 'bars' ? shape.facets.flatMap(({ rows }) => rows) : [];
    expect(said.find(({ id }) => id === 'all')?.value).not.toHaveProperty('value');
    expect(said.find(({ id }) => id === 'known')?.value).toHaveProperty('value');
  });

  it('gives the median wait by weekday and hour, counting those still waiting', () => {
    const result = coverageClock.compute(facts, aWindow(facts));
    if (result.kind !== 'grid') throw new Error('no grid');
    expect(result).toMatchObject({ fewest: 5, unit: 'hours' });
    expect(result.rows).toHaveLength(7);
    expect(result.columns).toHaveLength(24);
    expect(result.cells[0]?.slice(8, 12)).toEqual([
      { median: 121 / 60, n: 5 },
      { median: 2, n: 5 },
      { median: 0.05, n: 4 },
      { median: Number.POSITIVE_INFINITY, n: 5 },
    ]);
    expect(result.cells[1]?.[23]).toEqual({ median: Number.NaN, n: 0 });
  });

  it('reads the clock of the community, also on a day of 23 hours', () => {
    const berlin = withReports(
      [
        // Clocks go from 02:00 to 03:00 on Sunday 2026-03-29.
        ...Array.from({ length: 5 }, () => aReportFact('2026-03-29 08:30', { acted: '2026-03-29 09:30' })),
      ],
      { timeZone: 'Europe/Berlin' },
    );
    const result = coverageClock.compute(berlin, aWindow(berlin));
    expect(result.kind === 'grid' && result.cells[6]?.[10]).toEqual({ median: 1, n: 5 });
  });
});
