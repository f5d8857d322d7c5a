import type { BarsShape } from '../../../../../shared/domain/health/chart.ts';
import type { Published } from '../../../../../shared/domain/published.ts';
import type { GroupResult } from '../../metrics/group-metric.ts';
import type { RawShares } from '../../metrics/raw-result.ts';
import type { AuditCell, Relation } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { sizeOf } from '../member-set.ts';
import { mint } from '../mint.ts';
import { noteCarried } from '../note-carried.ts';
import { publishMetric } from '../publish/publish-metric.ts';
import type { DisclosureRules } from '../rules.ts';
import { publishShare } from '../shares.ts';
import { carriedRows, type HeldRow, holdRows, peopleTold, standingAsTold } from './held-rows.ts';
import { refusedRows } from './refused-rows.ts';
import { rowCells } from './row-cells.ts';
import { withCounts } from './row-counts.ts';
import type { RowPeople, ToldSets } from './row-people.ts';
import { NOBODY } from './row-people-sets.ts';
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
  const hidden = hiddenRows({ raw, secret }, refused, held, rules);
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

/**
 * Who answered, who preferred not to say and who said nothing are all who were asked, and with those who were not, all
 * members. How many members there are stands exactly on other screens.
 */
function hiddenRows(
  { raw, secret }: { readonly raw: RawShares; readonly secret: string },
  refused: ReadonlySet<string>,
  held: ReadonlyMap<string, HeldRow>,
  rules: DisclosureRules,
): ReadonlySet<string> {
  const cells: AuditCell[] = raw.rows.flatMap(({ id, part, whole }) => {
    const before = held.get(id);
    return [part, whole].flatMap((count, place) => {
      const told = before?.held[place] ? before.counts[place] : undefined;
      // Who was asked stands beside who answered: a row that may not tell who refused has nothing in it that hides that.
      const hides = () => refused.has(place === 1 && id === 'preferNotToSay' ? 'all' : id);
      const ruling = {
        hides,
        told: told === undefined ? undefined : [told],
        staysHidden: before?.staysHidden ?? false,
      };
      return rowCells([count], () => `${id} ${place}`, ruling, rules);
    });
  });
  const relations: Relation[] = [];
  const [all, silent] = ['all', 'preferNotToSay'].map((id) => raw.rows.find((row) => row.id === id));
  if (all && silent) {
    cells.push({ id: 'silent', count: all.whole - all.part - silent.part, sensitive: true, published: 'hidden' });
    relations.push({ total: 'all 1', parts: ['all 0', 'preferNotToSay 0', 'silent'], kind: 'equals' });
    relations.push({ total: 'all 1', parts: ['preferNotToSay 1'], kind: 'equals' });
  }
  addMembers(raw, cells, relations);
  const audited = auditRelease({ cells, relations, rules, otherRules: knownExactly(rules), secret });
  return new Set(
    raw.rows
      .map(({ id }) => id)
      .filter((id) => {
        if (audited.tooDetailed) return true;
        return [0, 1].some((place) => 'hidden' in (audited.cells.get(`${id} ${place}`) ?? { hidden: true }));
      }),
  );
}

/** What stands exactly on another screen is known to the last person. */
function knownExactly(rules: DisclosureRules): DisclosureRules {
  return { ...rules, threshold: 0, hideZero: false, rounding: 1 };
}

/** Members who were asked and members who were not are all members. A few who were asked may be no members any more. */
function addMembers(raw: RawShares, cells: AuditCell[], relations: Relation[]): void {
  const [all, notAsked] = ['all', 'notAsked'].map((id) => raw.rows.find((row) => row.id === id));
  if (!all || !notAsked) return;
  const asked = notAsked.whole - notAsked.part;
  const rest = asked - all.whole;
  cells.push({ id: 'members', count: notAsked.whole, sensitive: false, published: notAsked.whole });
  cells.push({ id: 'asked', count: asked, sensitive: false, published: 'hidden' });
  relations.push({ total: 'members', parts: ['asked', 'notAsked 0'], kind: 'equals' });
  relations.push({ total: 'members', parts: ['notAsked 1'], kind: 'equals' });
  if (rest === 0) relations.push({ total: 'asked', parts: ['all 1'], kind: 'equals' });
  else {
    cells.push({ id: 'rest', count: Math.abs(rest), sensitive: false, published: 'hidden' });
    relations.push(
      rest > 0
        ? { total: 'asked', parts: ['all 1', 'rest'], kind: 'equals' }
        : { total: 'all 1', parts: ['asked', 'rest'], kind: 'equals' },
    );
  }
}
