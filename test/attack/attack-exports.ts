import { WITHHELD } from '../../electron/data/health/disclosure/counts.ts';
import { type DisclosureRules, identityRulesFor, rulesFor } from '../../electron/data/health/disclosure/rules.ts';
import { auditTogether } from '../../electron/data/health/disclosure/together/audit-together.ts';
import type { RawResult, RawShares } from '../../electron/data/health/metrics/raw-result.ts';
import type { RawHealth } from '../../electron/data/health/raw-health.ts';
import { METRICS, moduleOf, type RandomExport, randomExport } from './random-exports.ts';
import { Reader } from './reader.ts';

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
  const told = audited(release);
  const cells = cellsOf(release.metrics, release.view, told.metrics, told.view);
  for (const { count, rules, isHidden } of cells.values()) {
    if (count <= rules.threshold) continue;
    tally.large += 1;
    if (isHidden) tally.largeHidden += 1;
  }
  const { left, undecided } = valuesLeft(cells, 'by trying');
  tally.undecided += undecided;
  for (const values of left) {
    tally.secrets += 1;
    if (values < FEWEST_LEFT) tally.found += 1;
    tally.leastLeft = Math.min(tally.leastLeft, values);
  }
  const apart = cellsOf(release.metrics, release.view, release.metrics, release.view);
  tally.foundWithout += valuesLeft(apart, 'at first sight').left.filter((values) => values < FEWEST_LEFT).length;
}

function audited({ metrics, view, window }: RandomExport) {
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

interface Seen {
  readonly count: number;
  readonly isHidden: boolean;
  readonly rules: DisclosureRules;
}

/** Every count a reader meets, by a name of the reader's own. `told`: the same result after the audit. */
function cellsOf(
  metrics: Readonly<Record<string, RawResult>>,
  view: RawHealth,
  toldMetrics: Readonly<Record<string, RawResult>>,
  toldView: RawHealth,
): Map<string, Seen> {
  const cells = new Map<string, Seen>();
  const plain = rulesFor('export');
  const strict = identityRulesFor('export');
  const see = (name: string, count: number, told: number | undefined, rules: DisclosureRules) => {
    const isHidden = Object.is(told ?? WITHHELD, WITHHELD) || looksHidden(count, rules);
    cells.set(name, { count, isHidden, rules });
  };
  const shares = (id: string, rules: DisclosureRules) => {
    const raw = metrics[id] as RawShares;
    const told = toldMetrics[id] as RawShares;
    for (const [at, row] of raw.rows.entries()) {
      see(`${id} part ${at}`, row.part, told.rows[at]?.part, rules);
      see(`${id} whole ${at}`, row.whole, told.rows[at]?.whole, rules);
    }
  };
  shares('R1', plain);
  shares('R14', plain);
  shares('M12', strict);
  const [counts, toldCounts] = [metrics.Z2, toldMetrics.Z2];
  if (counts?.kind === 'counts' && toldCounts?.kind === 'counts')
    for (const [at, row] of counts.rows.entries()) see(`Z2 ${at}`, row.count, toldCounts.rows[at]?.count, plain);
  const [mix, toldMix] = [metrics.M5, toldMetrics.M5];
  if (mix?.kind === 'parts' && toldMix?.kind === 'parts')
    for (const [at, row] of mix.rows.entries()) {
      for (const [part, count] of row.counts.entries())
        see(`M5 ${at} ${part}`, count, toldMix.rows[at]?.counts[part], strict);
      const whole = row.counts.reduce((sum, count) => sum + count, 0);
      see(`M5 ${at} all`, whole, toldMix.rows[at]?.whole ?? whole, strict);
    }
  for (const [at, row] of (view.lifeCycle ?? []).entries()) {
    for (const flow of FLOWS) see(`${flow} ${at}`, row[flow], toldView.lifeCycle?.[at]?.[flow], plain);
  }
  // Who came back is hidden also where it is nobody.
  const returned = { ...plain, hideZero: true };
  for (const [at, row] of (view.retention?.rows ?? []).entries()) {
    const toldRow = toldView.retention?.rows[at];
    see(`cohort ${at}`, row.size, toldRow?.size, plain);
    // Nobody comes back of a cohort of nobody: that everybody knows.
    for (const [k, cell] of row.cells.entries())
      if (k > 0 && row.size > 0) see(`returned ${at} ${k}`, cell.returned, toldRow?.cells[k]?.returned, returned);
  }
  for (const { interval, returned: all } of view.retention?.average ?? []) {
    const told = toldView.retention?.average.find((one) => one.interval === interval);
    see(`average ${interval}`, all, told?.returned, returned);
  }
  return cells;
}

const FLOWS = ['new', 'returning', 'resurrected', 'dormant', 'active'] as const;

function looksHidden(count: number, { threshold, hideZero }: DisclosureRules): boolean {
  return count === 0 ? hideZero : count <= threshold;
}

/**
 * Values left for each small count, by somebody who adds up all there is: by trying until there are enough, or only what
 * follows sum by sum, which finds less.
 */
function valuesLeft(
  cells: ReadonlyMap<string, Seen>,
  how: 'by trying' | 'at first sight',
): { left: number[]; undecided: number } {
  const names = [...cells.keys()];
  const ranges = [...cells.values()].map(rangeOf);
  const place = new Map(names.map((name, at) => [name, at]));
  const equal: number[][] = [];
  const within: number[][] = [];
  const sum = (total: string, parts: readonly string[]) => {
    const all = [total, ...parts].map((name) => place.get(name));
    if (all.every((at) => at !== undefined)) equal.push(all as number[]);
  };
  const atMost = (part: string, whole: string) => {
    const [own, other] = [place.get(part), place.get(whole)];
    if (own !== undefined && other !== undefined) within.push([other, own]);
  };
  for (let month = 0; month < 6; month += 1) {
    sum(`active ${month}`, [`new ${month}`, `returning ${month}`, `resurrected ${month}`]);
    sum(`active ${month - 1}`, [`returning ${month}`, `dormant ${month}`]);
    sum(`new ${month}`, [`cohort ${month}`]);
    for (let k = 1; k < 6; k += 1) atMost(`returned ${month} ${k}`, `cohort ${month}`);
  }
  for (let k = 1; k < 6; k += 1) {
    const cohorts = [0, 1, 2, 3, 4, 5].filter((month) => place.has(`returned ${month} ${k}`));
    sum(
      `average ${k}`,
      cohorts.map((month) => `returned ${month} ${k}`),
    );
  }
  for (const quarter of [0, 1]) {
    const months = [0, 1, 2].map((month) => `new ${quarter * 3 + month}`);
    sum(`Z2 ${quarter}`, months);
    sum(`R1 whole ${quarter}`, [`Z2 ${quarter}`]);
    atMost(`R1 part ${quarter}`, `R1 whole ${quarter}`);
    sum(
      `M5 ${quarter} all`,
      [0, 1, 2, 3].map((part) => `M5 ${quarter} ${part}`),
    );
  }
  atMost('M5 1 all', 'M12 whole 0');
  atMost('M12 part 0', 'M12 whole 0');
  const sessions = names.filter((name) => /^R14 part [1-9]/.test(name));
  sum('R14 part 0', sessions);
  sum(
    'R14 whole 0',
    sessions.map((name) => name.replace('part', 'whole')),
  );
  const reader = new Reader({
    ranges,
    equal,
    atMost: [],
    within,
    truth: [...cells.values()].map(({ count }) => count),
  });
  const secrets = names.flatMap((name, at) => {
    const { count, rules } = cells.get(name)!;
    return looksHidden(count, rules) && !cannotBe(name) ? [at] : [];
  });
  const sight = reader.atFirstSight().map(([low, high]) => high - low + 1);
  const left = secrets.map((at) => {
    const values = sight[at] ?? 0;
    return how === 'by trying' && values >= FEWEST_LEFT ? reader.valuesLeft(at, FEWEST_LEFT).length : values;
  });
  return { left, undecided: reader.undecided };
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
