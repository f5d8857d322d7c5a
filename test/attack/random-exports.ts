import { packActiveDays } from '../../electron/data/health/metrics/active-days.ts';
import { catalogue } from '../../electron/data/health/metrics/catalogue.ts';
import { lifeCycle } from '../../electron/data/health/metrics/life-cycle.ts';
import { periodAt } from '../../electron/data/health/metrics/metric-window.ts';
import type { RawResult } from '../../electron/data/health/metrics/raw-result.ts';
import { returnTable } from '../../electron/data/health/metrics/return-on-period.ts';
import type { MetricWindow, Period } from '../../electron/data/health/metrics/window.ts';
import type { RawHealth } from '../../electron/data/health/raw-health.ts';
import { aRawHealth } from '../builders/raw-health.ts';

/** Six months of a community: who was there when, who was answered, what was decided, who came to the evenings. */
export interface RandomExport {
  readonly window: MetricWindow;
  readonly view: RawHealth;
  readonly metrics: Readonly<Record<(typeof METRICS)[number], RawResult>>;
}
export const METRICS = ['R1', 'R14', 'Z2', 'M5', 'M12'] as const;

const FIRST_QUARTER = 8100;
const QUARTERS = [FIRST_QUARTER, FIRST_QUARTER + 1];
const MONTHS_PER_QUARTER = 3;
const FINDINGS = ['upheld', 'partly', 'not', 'duplicate'];

export function moduleOf(id: string) {
  const module = catalogue.find((one) => one.id === id);
  if (!module) throw new Error(`no metric ${id}`);
  return module;
}

/** A community of 20 to 150 people whose months and quarters are small enough to be worth attacking. */
export function randomExport(random: () => number): RandomExport {
  const below = (limit: number) => Math.floor(random() * limit);
  const periods = QUARTERS.map((index) =>
    periodAt('quarter', index, periodAt('quarter', FIRST_QUARTER + 2, 0).firstDay),
  );
  const lastDay = periods[1]!.lastDay;
  const months = Array.from({ length: 2 * MONTHS_PER_QUARTER }, (_, at) => {
    const quarter = periods[Math.floor(at / MONTHS_PER_QUARTER)]!;
    return quarter.firstDay + 31 * (at % MONTHS_PER_QUARTER) + 2;
  });
  const favourite = below(months.length);
  const people = Array.from({ length: 20 + below(130) }, () => {
    const first = random() < 0.3 ? favourite : below(months.length);
    return months.filter((_, month) => month === first || (month > first && random() < 0.35));
  });
  const active = packActiveDays(people);
  const answered = people.map(() => random() < 0.6);
  const inPeriod =
    ({ firstDay, lastDay: last }: Period) =>
    (days: readonly number[]) =>
      (days[0] ?? -1) >= firstDay && (days[0] ?? -1) <= last;
  const newIn = (period: Period) => people.filter(inPeriod(period)).length;
  const answeredIn = (period: Period) => people.filter((days, at) => inPeriod(period)(days) && answered[at]).length;
  const outcomes = periods.map(() => FINDINGS.map(() => (random() < 0.3 ? below(8) : below(40))));
  const decided = outcomes.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const closed = below(20);
  const automatic = below(closed + 1);
  const sessions = Array.from({ length: 1 + below(3) }, () => {
    const whole = random() < 0.5 ? 1 + below(10) : 8 + below(50);
    return { part: below(whole + 1), whole };
  });
  const total = (key: 'part' | 'whole') => sessions.reduce((sum, one) => sum + one[key], 0);
  const rowOf = (period: Period) => ({ id: String(period.index), label: { name: 'x' }, period });
  return {
    window: { unit: 'quarter', periods, current: periods[1]!, previous: periods[0]! },
    view: aRawHealth({
      members: people.length,
      retention: returnTable(active, { unit: 'month', lastDay }),
      lifeCycle: lifeCycle(active, { unit: 'month', lastDay }),
    }),
    metrics: {
      R1: {
        ...{ kind: 'shares', draw: 'series', of: 'people' },
        rows: periods.map((period) => ({ ...rowOf(period), part: answeredIn(period), whole: newIn(period) })),
      },
      R14: {
        ...{ kind: 'shares', draw: 'bars', of: 'things' },
        rows: [
          { id: 'all', label: { name: 'all' }, part: total('part'), whole: total('whole') },
          ...sessions.map((one, at) => ({ id: `0:${at}`, label: { name: 'x' }, facet: { name: 'Readers' }, ...one })),
        ],
      },
      Z2: {
        ...{ kind: 'counts', draw: 'series', of: 'people' },
        rows: periods.map((period) => ({ ...rowOf(period), count: newIn(period) })),
      },
      M5: {
        ...{ kind: 'parts', unit: 'percent', of: 'things' },
        parts: FINDINGS.map((id) => ({ id, label: { name: id } })),
        rows: periods.map((period, at) => ({ ...rowOf(period), counts: outcomes[at] ?? [] })),
      },
      M12: {
        ...{ kind: 'shares', draw: 'bars', of: 'things' },
        rows: [{ id: 'automatic', label: { name: 'x' }, part: automatic, whole: (decided[1] ?? 0) + closed }],
      },
    },
  };
}
