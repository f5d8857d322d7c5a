import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { eiIndexInSteps } from '../../statistics/e-i-index.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import type { RawEstimate, RawMissing } from '../raw-result.ts';
import type { MetricWindow, Period } from '../window.ts';
import { homeSpaces } from './home-spaces.ts';
import { rowLabel } from './labels.ts';
import { currentTiePeriod } from './reciprocal-ties.ts';
import { distinctTiesOf, type Ties, tieDays } from './reply-graph.ts';

/** Every computation over one state of the data deals the same shuffles. */
const SEED = 10;

/** R10. E–I index of ties by home space in the last 90 days, beside 1,000 shuffles of the spaces. */
export const tiesAcrossSpaces: MetricModule = {
  id: 'R10',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 2,
  level: 3,
  needs: ['messages', 'reply-links', 'spaces'],
  chart: null,
  source: 'Krackhardt and Stern 1988; Hanneman, LibreTexts 8.6',
  place: 'any',
  team: 'things',
  ...stepwise(function* (facts, window) {
    const placed = yield* placedTies(facts, window);
    if ('kind' in placed) return placed;
    const { period, ties, homes } = placed;
    const groupOf = (person: number) => {
      const home = homes[person] ?? -1;
      return home < 0 ? undefined : home;
    };
    const found = yield* eiIndexInSteps(ties.from, ties.to, groupOf, { seed: SEED });
    if (!found) return missing('reply-links');
    const { external, internal, byChance } = found;
    const all = external + internal;
    const crossingOf = (index: number) => Math.round(((index + 1) * all) / 2);
    const people = new Set([...ties.from, ...ties.to].filter((person) => (homes[person] ?? -1) >= 0)).size;
    const common = { period, unit: 'index' as const, people, decimals: 2 };
    return {
      kind: 'numbers',
      draw: 'numbers',
      rows: [
        { ...common, id: 'index', label: rowLabel('eiIndex'), counts: [external, internal], formula: indexOf },
        {
          ...common,
          id: 'chance',
          label: rowLabel('eiByChance'),
          counts: [byChance.mean, byChance.lower, byChance.upper].map(crossingOf).concat(all),
          formula: indexByChance,
        },
      ],
    };
  }),
};

function indexOf([external = 0, internal = 0]: readonly number[]): RawEstimate | undefined {
  const all = external + internal;
  return all > 0 ? { value: (external - internal) / all } : undefined;
}

/** Ties between spaces in the mean shuffle and at both ends of the middle 95% of them, then all ties. */
function indexByChance([mean = 0, lower = 0, upper = 0, all = 0]: readonly number[]): RawEstimate | undefined {
  if (all === 0) return undefined;
  const index = (crossing: number) => Math.min(1, (2 * crossing - all) / all);
  return { value: index(mean), lower: index(lower), upper: index(upper) };
}

/** Chart 14: how many members at home in one space have a tie to somebody at home in another, or in their own. */
export const tiesBetweenSpaces: MetricModule = {
  ...tiesAcrossSpaces,
  id: 'R10_spaces',
  chart: 14,
  ...stepwise(function* (facts, window) {
    const placed = yield* placedTies(facts, window);
    if ('kind' in placed) return placed;
    const shown = largestHomes(placed.homes, facts.spaces.length);
    const placeOf = new Map(shown.map((space, place) => [space, place]));
    const members = shown.map(() => shown.map(() => new Set<number>()));
    for (const [at, from] of placed.ties.from.entries()) {
      if (isStep(at)) yield;
      const row = placeOf.get(placed.homes[from] ?? -1) ?? -1;
      const column = placeOf.get(placed.homes[placed.ties.to[at] ?? -1] ?? -1) ?? -1;
      members[row]?.[column]?.add(from);
    }
    const labels = shown.map((space) => ({ name: facts.spaces[space]?.name ?? '' }));
    return {
      kind: 'grid',
      unit: 'count',
      of: 'people',
      rows: labels,
      columns: labels,
      cells: members.map((row) => row.map((writers) => ({ count: writers.size }))),
    };
  }),
};

/** More rows than this cannot be read. */
const MOST_SPACES = 12;

/** The spaces that most people are at home in, in the order of the community's list: their order tells no sizes. */
function largestHomes(homes: Int32Array, spaces: number): number[] {
  const sizes = new Int32Array(spaces);
  for (const home of homes) if (home >= 0) sizes[home] = (sizes[home] ?? 0) + 1;
  const used = Array.from(sizes.keys()).filter((space) => (sizes[space] ?? 0) > 0);
  const largest = used.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b).slice(0, MOST_SPACES);
  return largest.sort((a, b) => a - b);
}

interface Placed {
  readonly period: Period;
  readonly ties: Ties;
  readonly homes: Int32Array;
}

/** Ties of the 90 days up to the end of the current period, and where their people are at home. */
function* placedTies(facts: HealthFacts, window: MetricWindow): Steps<Placed | RawMissing> {
  const period = currentTiePeriod(facts, window);
  if ('kind' in period) return period;
  const span = tieDays(facts, period);
  const homes = yield* homeSpaces(facts, span);
  if (new Set(homes.filter((home) => home >= 0)).size < 2) return missing('spaces');
  return { period, ties: yield* distinctTiesOf(facts, period), homes };
}
