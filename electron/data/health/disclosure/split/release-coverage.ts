import type { BarsShape } from '../../../../../shared/domain/health/chart.ts';
import type { Published } from '../../../../../shared/domain/published.ts';
import type { GroupResult } from '../../metrics/group-metric.ts';
import type { RawShares } from '../../metrics/raw-result.ts';
import type { AuditCell, Relation } from '../audit/audit-cells.ts';
import { auditRelease } from '../audit/audit-release.ts';
import { roundedCount } from '../counts.ts';
import { mint } from '../mint.ts';
import { noteCarried } from '../note-carried.ts';
import { publishMetric } from '../publish/publish-metric.ts';
import type { DisclosureRules } from '../rules.ts';
import { carriedRows, type ToldCounts, toldNow } from './carried-rows.ts';
import { refusedRows } from './refused-rows.ts';
import { rowCells } from './row-cells.ts';
import { withCounts } from './row-counts.ts';
import type { RowPeople, ToldSets } from './row-people.ts';

/** Identity pages are hidden where fewer than this share of those asked have answered (health.md E, chart 10). */
const LEAST_COVERAGE = 0.5;

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
  const carried = carriedRows(raw, toldBefore, rules);
  const hidden = hiddenRows({ raw, secret }, refused, carried, rules);
  const told = toldNow(raw, carried, hidden, toldBefore);
  const shown = raw.rows.map((row) => withCounts(row, hidden.has(row.id) ? [0, 0] : (told[row.id] ?? [])));
  const shape = noteCarried(publishMetric({ ...raw, rows: shown }, rules), carried);
  const toldRows = rows.filter(({ id }) => !hidden.has(id));
  return {
    view: mint({
      shape: shape.kind === 'bars' ? shape : { kind: 'bars', unit: 'percent', facets: [] },
      state: stateOf(raw, carried, rules),
    }),
    told,
    sets: {
      counted: toldRows.flatMap(({ heading, counted }) => counted.map((members) => ({ heading, members }))),
      having: toldRows.flatMap(({ heading, having }) => having.map((members) => ({ heading, members }))),
    },
  };
}

/** From rounded counts, and those told before where few came or went: the state may say no more than the numbers. */
function stateOf(
  raw: RawShares,
  carried: ReadonlyMap<string, readonly number[]>,
  rules: DisclosureRules,
): CoverageState {
  const all = raw.rows.find(({ id }) => id === 'all');
  const [part = 0, whole = 0] = (all && carried.get(all.id)) ?? [all?.part, all?.whole];
  const answered = roundedCount(part, rules);
  const asked = roundedCount(whole, rules);
  if (answered === undefined || asked === undefined || asked === 0) return 'nobody';
  return answered / asked < LEAST_COVERAGE ? 'too-low' : 'enough';
}

/** Who answered, who preferred not to say and who said nothing are all who were asked. */
function hiddenRows(
  { raw, secret }: { readonly raw: RawShares; readonly secret: string },
  refused: ReadonlySet<string>,
  carried: ReadonlyMap<string, readonly number[]>,
  rules: DisclosureRules,
): ReadonlySet<string> {
  const cells: AuditCell[] = raw.rows.flatMap(({ id, part, whole }) =>
    rowCells(
      [part, whole],
      (place) => `${id} ${place}`,
      { hides: () => refused.has(id), told: carried.get(id) },
      rules,
    ),
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
