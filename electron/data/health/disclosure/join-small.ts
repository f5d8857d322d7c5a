import type { RawCounts, RawResult, RawShares } from '../metrics/raw-result.ts';
import { isTooSmall } from './counts.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * A result in which what is too small to be told joins what stands beside it, where its chart does so instead of hiding it (health.md
 * E, charts 9 and 11). Before the audit: a count that is in no row any more is none that a sum could give away.
 */
export function joinSmall(raw: RawResult, rules: DisclosureRules): RawResult {
  if (raw.kind === 'counts' && raw.stepsNamed) return joinSteps(raw, raw.stepsNamed, rules);
  if (raw.kind === 'shares' && raw.others) return joinHeadings(raw, raw.others, rules);
  return raw;
}

type Step = RawCounts['rows'][number];

/** From the last step on each small one joins the one before it, and the first the next: never the one that would tell most. */
function joinSteps(raw: RawCounts, named: NonNullable<RawCounts['stepsNamed']>, rules: DisclosureRules): RawCounts {
  const rows = [...raw.rows];
  for (let at = rows.length - 1; at >= 0 && rows.length > 1; at -= 1) {
    const [one, before, after] = [rows[at], rows[at - 1], rows[at + 1]];
    if (!one || !isTooSmall(one.count, rules)) continue;
    if (before) rows.splice(at - 1, 2, joined(before, one, named));
    else if (after) rows.splice(at, 2, joined(one, after, named));
  }
  return { ...raw, rows };
}

function joined(lower: Step, upper: Step, named: NonNullable<RawCounts['stepsNamed']>): Step {
  const step = { from: lower.step?.from ?? 0, to: upper.step?.to ?? Number.POSITIVE_INFINITY };
  return {
    id: `${lower.id}+${upper.id}`,
    label: named(step.from, step.to),
    step,
    count: lower.count + upper.count,
  };
}

type Share = RawShares['rows'][number];

/** Under one heading are at least T + 1 people then, if need be with the smallest of those that could stand alone. */
function joinHeadings(raw: RawShares, others: NonNullable<RawShares['others']>, rules: DisclosureRules): RawShares {
  const headings = new Map<string, Share[]>();
  for (const row of raw.rows) {
    const heading = JSON.stringify(row.facet ?? null);
    headings.set(heading, [...(headings.get(heading) ?? []), row]);
  }
  const sized = [...headings].map(([heading, rows]) => ({
    heading,
    rows,
    people: rows.find(({ id }) => endOf(id) === others.people)?.whole ?? 0,
  }));
  const small = sized.filter(({ people }) => isTooSmall(people, rules));
  if (small.length === 0) return raw;
  const larger = sized.filter(({ people }) => people > rules.threshold).sort((a, b) => a.people - b.people);
  const peopleIn = () => small.reduce((sum, { people }) => sum + people, 0);
  while (isTooSmall(peopleIn(), rules) && larger.length > 0) small.push(...larger.splice(0, 1));
  const gone = new Set(small.map(({ heading }) => heading));
  const kept = raw.rows.filter(({ facet }) => !gone.has(JSON.stringify(facet ?? null)));
  return { ...raw, rows: [...kept, ...sumOfHeadings(small, others)] };
}

function sumOfHeadings(
  small: readonly { readonly rows: readonly Share[] }[],
  { label, notAll }: NonNullable<RawShares['others']>,
): Share[] {
  const byEnd = new Map<string, Share[]>();
  for (const row of small.flatMap(({ rows }) => rows))
    byEnd.set(endOf(row.id), [...(byEnd.get(endOf(row.id)) ?? []), row]);
  return [...byEnd].flatMap(([end, rows]): Share[] => {
    const [first] = rows;
    if (!first || (end === notAll && rows.length < small.length)) return [];
    const sum = (key: 'part' | 'whole') => rows.reduce((all, row) => all + row[key], 0);
    return [{ id: `others/${end}`, label: first.label, facet: label, part: sum('part'), whole: sum('whole') }];
  });
}

function endOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}
