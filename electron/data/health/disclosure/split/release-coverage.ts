import type { BarsShape } from '../../../../../shared/domain/health/chart.ts';
import type { Published } from '../../../../../shared/domain/published.ts';
import type { GroupResult } from '../../metrics/group-metric.ts';
import type { RawShares } from '../../metrics/raw-result.ts';
import { NOBODY, sizeOf } from '../member-set.ts';
import { mint } from '../mint.ts';
import { noteCarried } from '../note-carried.ts';
import { publishMetric } from '../publish/publish-metric.ts';
import type { DisclosureRules } from '../rules.ts';
import { publishShare } from '../shares.ts';
import { hiddenOfCoverage } from './audit-coverage.ts';
import { carriedRows, type HeldRow, holdRows, peopleTold, standingAsTold } from './held-rows.ts';
import { refusedRows } from './refused-rows.ts';
import { withCounts } from './row-counts.ts';
import type { RowPeople, ToldSets } from './row-people.ts';
import { type HoldableRow, type KeptRow, keptRows, type ToldMemory } from './told-memory.ts';

/** Identity pages are hidden where fewer than this many percent of those asked have answered (health.md E, chart 10). */
const LEAST_COVERAGE = 50;

/**
 * Whether enough of those asked have answered for groups to be compared. `erased`: what was told before was, so that nothing
 * can be compared with it for a while.
 */
export type CoverageState = 'enough' | 'too-low' | 'nobody' | 'erased';

/** Coverage as it leaves: told once from a snapshot, and the same beside every measure. */
export interface CoverageView {
  readonly shape: BarsShape;
  readonly state: CoverageState;
}

/** Coverage of a question before disclosure. Rows: `all` answered, `preferNotToSay`, `notAsked`. */
export interface RawCoverage {
  readonly raw: GroupResult;
  readonly rows: readonly RowPeople[];
  /** What other questions told of their coverage from the same snapshot. */
  readonly told: ToldSets;
  /** Everything told of the community before, and what this table is called in it. */
  readonly memory: ToldMemory;
  readonly name: string;
  readonly secret: string;
}

export interface ReleasedCoverage {
  readonly view: Published<CoverageView>;
  readonly kept: readonly KeptRow[];
  readonly sets: ToldSets;
}

/** What is said of coverage while nothing is: no number. */
export const NO_COVERAGE: CoverageView = { shape: { kind: 'bars', unit: 'percent', facets: [] }, state: 'erased' };

/** The gate of coverage: the ledger, the change limit and the audit, as for the groups it stands beside. */
export function releaseCoverage(coverage: RawCoverage, rules: DisclosureRules): ReleasedCoverage {
  const { raw, rows, told: before, memory, name, secret } = coverage;
  if (raw.kind !== 'shares') {
    const view = mint<CoverageView>({ shape: { kind: 'bars', unit: 'percent', facets: [] }, state: 'nobody' });
    return { view, kept: [], sets: { counted: [], having: [] } };
  }
  const table = { name, shape: 'coverage' } as const;
  const held = holdRows({ ...table, rows: holdable(raw, rows) }, memory, rules.threshold);
  const people = peopleTold(rows, held);
  const refused = refusedRows(people, [], before, rules.threshold, standingAsTold(held));
  const hidden = hiddenOfCoverage({ raw, secret }, refused, held, rules);
  const shown = raw.rows.map((row) => withCounts(row, hidden.has(row.id) ? [0, 0] : (held.get(row.id)?.counts ?? [])));
  const published = noteCarried(publishMetric({ ...raw, rows: shown }, rules), carriedRows(held));
  const shape: BarsShape = published.kind === 'bars' ? published : { kind: 'bars', unit: 'percent', facets: [] };
  const toldRows = people.filter(({ id }) => !hidden.has(id));
  return {
    view: mint({ shape, state: stateOf(held.get('all'), rules) }),
    kept: keptRows(table, held, { hidden, refused, curves: {} }, rules),
    sets: {
      counted: toldRows.flatMap(({ heading, counted }) => counted.map((members) => ({ heading, members }))),
      having: toldRows.flatMap(({ heading, having }) => having.map((members) => ({ heading, members }))),
    },
  };
}

/**
 * By the percentage as it is shown, and from counts told before where few came or went, so that hiding the groups tells
 * nothing that it does not tell. Where those asked are too few for a percentage, the groups are too few as well and say so
 * themselves. Where the audit hides it, that is because next to nobody stayed silent: no row like that is anywhere near half.
 */
function stateOf(all: HeldRow | undefined, rules: DisclosureRules): CoverageState {
  const [part = 0, whole = 0] = all?.counts ?? [];
  const answered = publishShare(part, whole, rules);
  if (answered.mark === 'hidden') return 'nobody';
  return 'value' in answered && answered.value < LEAST_COVERAGE ? 'too-low' : 'enough';
}

/**
 * Who was not asked is no part of those who were: the two numbers of that row are of no set that is kept. Nor is how many were
 * asked where somebody typed it in: where that moved, it is told anew and the people behind the row still are not, or typing
 * another number would show who left.
 */
function holdable(raw: RawShares, rows: readonly RowPeople[]): readonly HoldableRow[] {
  const people = new Map(rows.map((row) => [row.id, row]));
  return raw.rows.map(({ id, part, whole }) => {
    const [counted = NOBODY] = people.get(id)?.counted ?? [];
    const [having = NOBODY] = people.get(id)?.having ?? [];
    return {
      id,
      counts: [part, whole],
      people: [counted, having],
      cells: id === 'notAsked' ? [] : [having, ...(sizeOf(counted) === whole ? [counted] : [])],
    };
  });
}
