import { WITHHELD } from '../../electron/data/health/disclosure/counts.ts';
import { type DisclosureRules, identityRulesFor, rulesFor } from '../../electron/data/health/disclosure/rules.ts';
import type { RawResult } from '../../electron/data/health/metrics/raw-result.ts';
import type { RawHealth } from '../../electron/data/health/raw-health.ts';

/** The charts of an export, before the audit or after it. */
export interface Files {
  readonly metrics: Readonly<Record<string, RawResult>>;
  readonly view: RawHealth;
}

/** A count as a reader meets it. */
export interface Seen {
  readonly count: number;
  readonly isHidden: boolean;
  readonly rules: DisclosureRules;
}

interface Count {
  /** A name of the reader's own. */
  readonly name: string;
  readonly count: number;
  readonly rules: DisclosureRules;
}

const PLAIN = rulesFor('export');
const STRICT = identityRulesFor('export');
/** Who came back is hidden also where it is nobody. */
const RETURNED = { ...PLAIN, hideZero: true };
const FLOWS = ['new', 'returning', 'resurrected', 'dormant', 'active'] as const;

/** Every count a reader meets, by name. `told`: the same files after the audit. */
export function seenIn(files: Files, told: Files): ReadonlyMap<string, Seen> {
  const after = new Map(countsIn(told).map(({ name, count }) => [name, count]));
  const isEmpty = (name: string) => isOfNobody(name, files.view);
  return new Map(
    countsIn(files)
      .filter(({ name }) => !isEmpty(name))
      .map(({ name, count, rules }): [string, Seen] => {
        const isWithheld = Object.is(after.get(name) ?? WITHHELD, WITHHELD);
        return [name, { count, rules, isHidden: isWithheld || looksHidden(count, rules) }];
      }),
  );
}

/** Whether a count is hidden for its own size. */
export function looksHidden(count: number, { threshold, hideZero }: DisclosureRules): boolean {
  return count === 0 ? hideZero : count <= threshold;
}

/** Nobody comes back of a cohort of nobody: that everybody knows. */
function isOfNobody(name: string, { retention }: RawHealth): boolean {
  const [, cohort] = /^returned (\d+) /.exec(name) ?? [];
  return cohort !== undefined && retention?.rows[Number(cohort)]?.size === 0;
}

function countsIn({ metrics, view }: Files): Count[] {
  return [
    ...sharesIn('R1', metrics.R1, PLAIN),
    ...sharesIn('R14', metrics.R14, PLAIN),
    ...sharesIn('M12', metrics.M12, STRICT),
    ...signUpsIn(metrics.Z2),
    ...findingsIn(metrics.M5),
    ...lifeCycleIn(view),
    ...returnIn(view),
  ];
}

function sharesIn(id: string, raw: RawResult | undefined, rules: DisclosureRules): Count[] {
  if (raw?.kind !== 'shares') return [];
  return raw.rows.flatMap(({ part, whole }, at) => [
    { name: `${id} part ${at}`, count: part, rules },
    { name: `${id} whole ${at}`, count: whole, rules },
  ]);
}

function signUpsIn(raw: RawResult | undefined): Count[] {
  if (raw?.kind !== 'counts') return [];
  return raw.rows.map(({ count }, at) => ({ name: `Z2 ${at}`, count, rules: PLAIN }));
}

function findingsIn(raw: RawResult | undefined): Count[] {
  if (raw?.kind !== 'parts') return [];
  return raw.rows.flatMap(({ counts, whole }, at) => [
    ...counts.map((count, part) => ({ name: `M5 ${at} ${part}`, count, rules: STRICT })),
    { name: `M5 ${at} all`, count: whole ?? counts.reduce((sum, count) => sum + count, 0), rules: STRICT },
  ]);
}

function lifeCycleIn({ lifeCycle }: RawHealth): Count[] {
  return (lifeCycle ?? []).flatMap((row, at) =>
    FLOWS.map((flow) => ({ name: `${flow} ${at}`, count: row[flow], rules: PLAIN })),
  );
}

function returnIn({ retention }: RawHealth): Count[] {
  const cohorts = (retention?.rows ?? []).flatMap(({ size, cells }, at) => [
    { name: `cohort ${at}`, count: size, rules: PLAIN },
    ...cells.slice(1).map(({ returned }, k) => ({ name: `returned ${at} ${k + 1}`, count: returned, rules: RETURNED })),
  ]);
  const averages = (retention?.average ?? []).map(({ interval, returned }) => ({
    name: `average ${interval}`,
    count: returned,
    rules: RETURNED,
  }));
  return [...cohorts, ...averages];
}
