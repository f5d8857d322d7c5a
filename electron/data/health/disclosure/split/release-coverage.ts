import type { BarsShape } from '../../../../../shared/domain/health/chart.ts';
import type { Published } from '../../../../../shared/domain/published.ts';
import type { GroupResult } from '../../metrics/group-metric.ts';
import type { RawShares } from '../../metrics/raw-result.ts';
import type { AuditCell, Relation } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { mint } from '../mint.ts';
import { noteCarried } from '../note-carried.ts';
import { publishMetric } from '../publish/publish-metric.ts';
import type { DisclosureRules } from '../rules.ts';
import { publishShare } from '../shares.ts';
import { type ToldCounts, toldNow } from './carried-rows.ts';
import { refusedRows } from './refused-rows.ts';
import { rowCells } from './row-cells.ts';
import { withCounts } from './row-counts.ts';
import type { RowPeople, ToldSets } from './row-people.ts';

/** Identity pages are hidden where fewer than this many percent of those asked have answered (health.md E, chart 10). */
const LEAST_COVERAGE = 50;

/** Whether enough of those asked have answered for groups to be compared. */
export type CoverageState = 'enough' | 'too-low' | 'nobody';

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
  readonly toldBefore: ToldCounts;
  readonly secret: string;
}

export interface ReleasedCoverage {
  readonly view: Published<CoverageView>;
  readonly told: ToldCounts;
  readonly sets: ToldSets;
}

/** The gate of coverage: the ledger, the change limit and the audit, as for the groups it stands beside. */
export function releaseCoverage(coverage: RawCoverage, rules: DisclosureRules): ReleasedCoverage {
  const { raw, rows, told: before, toldBefore, secret } = coverage;
  if (raw.kind !== 'shares') {
    const view = mint<CoverageView>({ shape: { kind: 'bars', unit: 'percent', facets: [] }, state: 'nobody' });
    return { view, told: toldBefore, sets: { counted: [], having: [] } };
  }
  const refused = refusedRows(rows, [], before, rules.threshold);
  const carried = carriedCounts(raw, toldBefore, rules);
  const hidden = hiddenRows({ raw, secret }, refused, carried, rules);
  const again = asTold(raw, carried);
  const told = toldNow(raw, again, hidden, toldBefore);
  const shown = raw.rows.map((row) => withCounts(row, hidden.has(row.id) ? [0, 0] : (told[row.id] ?? [])));
  const unmoved = new Set([...carried].filter(([, counts]) => !counts.includes(undefined)).map(([id]) => id));
  const published = noteCarried(publishMetric({ ...raw, rows: shown }, rules), unmoved);
  const shape: BarsShape = published.kind === 'bars' ? published : { kind: 'bars', unit: 'percent', facets: [] };
  const toldRows = rows.filter(({ id }) => !hidden.has(id));
  return {
    view: mint({ shape, state: stateOf(raw, again, rules) }),
    told,
    sets: {
      counted: toldRows.flatMap(({ heading, counted }) => counted.map((members) => ({ heading, members }))),
      having: toldRows.flatMap(({ heading, having }) => having.map((members) => ({ heading, members }))),
    },
  };
}

/**
 * By the percentage as it is shown, so that hiding the groups tells nothing that it does not tell. Where those asked are too
 * few for a percentage, the groups are too few as well and say so themselves. Where the audit hides it, that is because next
 * to nobody stayed silent: no row like that is anywhere near half.
 */
function stateOf(raw: RawShares, told: ReadonlyMap<string, readonly number[]>, rules: DisclosureRules): CoverageState {
  const all = raw.rows.find(({ id }) => id === 'all');
  const [part = 0, whole = 0] = (all && told.get(all.id)) ?? [all?.part, all?.whole];
  const answered = publishShare(part, whole, rules);
  if (answered.mark === 'hidden') return 'nobody';
  return 'value' in answered && answered.value < LEAST_COVERAGE ? 'too-low' : 'enough';
}

/** Counts of a row that are told as they were; undefined where the count of now is told. */
type CarriedCounts = readonly (number | undefined)[];

/**
 * Rows whose people came or went by no more than T, as `carriedRows`. How many were asked is a number somebody typed in: where
 * that moved, it is told anew and the people behind the row still are not, or typing another number would show who left.
 */
function carriedCounts(
  raw: RawShares,
  toldBefore: ToldCounts,
  { threshold }: DisclosureRules,
): ReadonlyMap<string, CarriedCounts> {
  const moved = (now: number, before: number) => Math.abs(now - before) > threshold;
  return new Map(
    raw.rows.flatMap(({ id, part, whole }): [string, CarriedCounts][] => {
      const [partBefore, wholeBefore] = toldBefore[id] ?? [];
      if (partBefore === undefined || wholeBefore === undefined || moved(part, partBefore)) return [];
      return [[id, [partBefore, moved(whole, wholeBefore) ? undefined : wholeBefore]]];
    }),
  );
}

/** Carried rows with all their counts, those of now where they are told anew. */
function asTold(raw: RawShares, carried: ReadonlyMap<string, CarriedCounts>): ReadonlyMap<string, readonly number[]> {
  return new Map(
    raw.rows.flatMap(({ id, part, whole }): [string, readonly number[]][] => {
      const counts = carried.get(id);
      return counts ? [[id, [counts[0] ?? part, counts[1] ?? whole]]] : [];
    }),
  );
}

/** Who answered, who preferred not to say and who said nothing are all who were asked. */
function hiddenRows(
  { raw, secret }: { readonly raw: RawShares; readonly secret: string },
  refused: ReadonlySet<string>,
  carried: ReadonlyMap<string, CarriedCounts>,
  rules: DisclosureRules,
): ReadonlySet<string> {
  const cells: AuditCell[] = raw.rows.flatMap(({ id, part, whole }) =>
    [part, whole].flatMap((count, place) => {
      const told = carried.get(id)?.[place];
      // Who was asked stands beside who answered: a row that may not tell who refused has nothing in it that hides that.
      const hides = () => refused.has(place === 1 && id === 'preferNotToSay' ? 'all' : id);
      const ruling = { hides, told: told === undefined ? undefined : [told] };
      return rowCells([count], () => `${id} ${place}`, ruling, rules);
    }),
  );
  const relations: Relation[] = [];
  const [all, silent] = ['all', 'preferNotToSay'].map((id) => raw.rows.find((row) => row.id === id));
  if (all && silent) {
    cells.push({ id: 'silent', count: all.whole - all.part - silent.part, sensitive: true, published: 'hidden' });
    relations.push({ total: 'all 1', parts: ['all 0', 'preferNotToSay 0', 'silent'], kind: 'equals' });
    relations.push({ total: 'all 1', parts: ['preferNotToSay 1'], kind: 'equals' });
  }
  const audited = auditRelease({ cells, relations, rules, secret });
  return new Set(
    raw.rows
      .map(({ id }) => id)
      .filter((id) => {
        if (audited.tooDetailed) return true;
        return [0, 1].some((place) => 'hidden' in (audited.cells.get(`${id} ${place}`) ?? { hidden: true }));
      }),
  );
}
