import { identityRulesFor, rulesFor } from '../../electron/data/health/disclosure/rules.ts';
import { auditTogether } from '../../electron/data/health/disclosure/together/audit-together.ts';
import type { RawResult } from '../../electron/data/health/metrics/raw-result.ts';
import { METRICS, moduleOf, type RandomExport, randomExport } from './random-exports.ts';
import { Reader } from './reader.ts';
import { type Files, looksHidden, type Seen, seenIn } from './seen-in-export.ts';

/** What came of exports in which several charts speak of the same people. */
export interface ExportTally {
  exports: number;
  secrets: number;
  /** Secrets that a reader of all charts would have found if each chart had been told by itself. */
  foundWithout: number;
  found: number;
  leastLeft: number;
  undecided: number;
  /** Counts over the threshold, and how many of them were not told. */
  large: number;
  largeHidden: number;
}

const FEWEST_LEFT = 5;
const MOST_PEOPLE = 400;

/** Audits random exports by the product's own gate, and reads them as somebody who has every file before them. */
export function attackExports(exports: number, random: () => number): ExportTally {
  const tally: ExportTally = {
    ...{ exports: 0, secrets: 0, foundWithout: 0, found: 0, leastLeft: Number.POSITIVE_INFINITY },
    ...{ undecided: 0, large: 0, largeHidden: 0 },
  };
  for (let at = 0; at < exports; at += 1) attackOne(randomExport(random), tally);
  return tally;
}

function attackOne(release: RandomExport, tally: ExportTally): void {
  tally.exports += 1;
  const quarterOf = quarterOfMonth(release);
  const cells = seenIn(release, audited(release));
  for (const { count, rules, isHidden } of cells.values()) {
    if (count <= rules.threshold) continue;
    tally.large += 1;
    if (isHidden) tally.largeHidden += 1;
  }
  const { left, undecided } = valuesLeft(cells, quarterOf, 'by trying');
  tally.undecided += undecided;
  for (const values of left) {
    tally.secrets += 1;
    if (values < FEWEST_LEFT) tally.found += 1;
    tally.leastLeft = Math.min(tally.leastLeft, values);
  }
  const apart = seenIn(release, release);
  tally.foundWithout += valuesLeft(apart, quarterOf, 'at first sight').left.filter(
    (values) => values < FEWEST_LEFT,
  ).length;
}

function audited({ metrics, view, window }: RandomExport): Files {
  const together = auditTogether({
    charts: METRICS.map((metricId) => {
      const isSensitive = moduleOf(metricId).isSensitive !== undefined;
      return { metricId, raw: metrics[metricId], window, isSensitive };
    }),
    views: [view],
    rules: identityRulesFor('export'),
    otherRules: rulesFor('export'),
    secret: 'a secret of the attack',
  });
  const told = Object.fromEntries(METRICS.map((id, at) => [id, together.charts[at]])) as Record<string, RawResult>;
  return { metrics: told, view: together.views[0]! };
}

/**
 * Values left for each small count, by somebody who adds up all there is: by trying until there are enough, or only what
 * follows sum by sum, which finds less.
 */
function valuesLeft(
  cells: ReadonlyMap<string, Seen>,
  quarterOf: QuarterOf,
  how: 'by trying' | 'at first sight',
): { left: number[]; undecided: number } {
  const names = [...cells.keys()];
  const seen = [...cells.values()];
  const reader = new Reader({
    ranges: seen.map(rangeOf),
    ...sumsOver(names, quarterOf),
    atMost: [],
    truth: seen.map(({ count }) => count),
  });
  const sight = reader.atFirstSight().map(([low, high]) => high - low + 1);
  const left = names.flatMap((name, at) => {
    const { count, rules } = cells.get(name)!;
    if (!looksHidden(count, rules) || cannotBe(name)) return [];
    const values = sight[at] ?? 0;
    return how === 'by trying' && values >= FEWEST_LEFT ? reader.valuesLeft(at, FEWEST_LEFT).length : values;
  });
  return { left, undecided: reader.undecided };
}

/** The quarter of a month, both counted from the first one told: months before anybody was there are not. */
type QuarterOf = (month: number) => number;

function quarterOfMonth({ view, window }: RandomExport): QuarterOf {
  const [firstMonth, firstQuarter] = [view.lifeCycle?.[0]?.period ?? 0, window.periods[0]?.index ?? 0];
  return (month) => Math.floor((firstMonth + month) / 3) - firstQuarter;
}

const MONTHS = [0, 1, 2, 3, 4, 5] as const;

/** The sums that a reader of the definitions can form over these counts. */
function sumsOver(
  names: readonly string[],
  quarterOf: QuarterOf,
): { readonly equal: number[][]; readonly within: number[][] } {
  const place = new Map(names.map((name, at) => [name, at]));
  const equal: number[][] = [];
  const within: number[][] = [];
  const sum = (total: string, parts: readonly string[]) => {
    const all = [total, ...parts].map((name) => place.get(name));
    if (all.every((at) => at !== undefined)) equal.push(all);
  };
  const atMost = (part: string, whole: string) => {
    const [own, other] = [place.get(part), place.get(whole)];
    if (own !== undefined && other !== undefined) within.push([other, own]);
  };
  for (const month of MONTHS) {
    sum(`active ${month}`, [`new ${month}`, `returning ${month}`, `resurrected ${month}`]);
    sum(`active ${month - 1}`, [`returning ${month}`, `dormant ${month}`]);
    sum(`new ${month}`, [`cohort ${month}`]);
    for (const k of MONTHS.slice(1)) atMost(`returned ${month} ${k}`, `cohort ${month}`);
  }
  for (const k of MONTHS.slice(1)) {
    const back = MONTHS.map((month) => `returned ${month} ${k}`);
    sum(
      `average ${k}`,
      back.filter((name) => place.has(name)),
    );
  }
  for (const quarter of [0, 1]) {
    const months = MONTHS.filter((month) => quarterOf(month) === quarter).map((month) => `new ${month}`);
    sum(
      `Z2 ${quarter}`,
      months.filter((name) => place.has(name)),
    );
    sum(`R1 whole ${quarter}`, [`Z2 ${quarter}`]);
    atMost(`R1 part ${quarter}`, `R1 whole ${quarter}`);
    sum(
      `M5 ${quarter} all`,
      [0, 1, 2, 3].map((part) => `M5 ${quarter} ${part}`),
    );
  }
  atMost('M5 1 all', 'M12 whole 0');
  atMost('M12 part 0', 'M12 whole 0');
  const wholeOf = (part: string) => part.replace('part', 'whole');
  const sessions = names.filter((name) => /^R14 part [1-9]/.test(name));
  sum('R14 part 0', sessions);
  sum('R14 whole 0', sessions.map(wholeOf));
  for (const part of ['R14 part 0', ...sessions]) atMost(part, wholeOf(part));
  return { equal, within };
}

/** Before the first month there was nobody who could come back, stay or go. */
function cannotBe(name: string): boolean {
  return name === 'resurrected 1' || /^(returning|resurrected|dormant) 0$/.test(name);
}

/** Counts that would look as a cell is shown. The reader has guessed which hidden cells are small and which are not. */
function rangeOf({ count, isHidden, rules }: Seen): [number, number] {
  const { threshold, rounding } = rules;
  if (isHidden) return looksHidden(count, rules) ? [rules.hideZero ? 0 : 1, threshold] : [0, MOST_PEOPLE];
  if (count === 0) return [0, 0];
  const shown = Math.round(count / rounding) * rounding;
  return [Math.max(threshold + 1, shown - 2), shown + 2];
}
