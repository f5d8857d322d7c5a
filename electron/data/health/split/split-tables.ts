import type { SplitCrossing } from '../../../../shared/domain/health/split.ts';
import { bitsOf } from '../disclosure/member-bits.ts';
import { leftOutOf } from '../disclosure/split/even-out.ts';
import type { RawSplitTable } from '../disclosure/split/release-split.ts';
import type { HeadingPeople, RowPeople, ToldSets } from '../disclosure/split/row-people.ts';
import { crossRows, type GroupRow } from '../metrics/group/group-rows.ts';
import { type GroupFacts, withoutPeople } from '../metrics/group-facts.ts';
import type { GroupMetricModule, PersonStatus } from '../metrics/group-metric.ts';
import type { SplitFacts } from './read-split-facts.ts';

/** What was told before decides who is left out. */
export interface ToldBefore {
  readonly sets: ToldSets;
  readonly threshold: number;
  readonly secret: string;
}

/** True counts of a measure by group in some crossings, and who stands behind every one of them. Pure. */
export function splitTables(
  module: GroupMetricModule,
  facts: SplitFacts,
  crossings: readonly SplitCrossing[],
  told: ToldBefore,
): readonly RawSplitTable[] {
  const statusOf = module.statusOf?.(facts.facts, facts.window) ?? (() => -1);
  const left = leftOutOf({
    wholes: crossings.flatMap((cross) =>
      headingsOf(rowsOf(facts, facts.groups, cross), statusOf, facts).map(({ ids }) => ids),
    ),
    told: told.sets,
    threshold: told.threshold,
    secret: told.secret,
  });
  const groups = withoutPeople(facts.groups, new Set([...left].map((id) => facts.positions.of(id))));
  return crossings.map((cross): RawSplitTable => {
    const rows = rowsOf(facts, groups, cross);
    return {
      cross,
      raw: module.computeByGroup(facts.facts, groups, facts.window, cross),
      rows: rows.map((row) => peopleOf(row, statusOf, facts)),
      headings: headingsOf(rows, statusOf, facts).map(({ people }) => people),
    };
  });
}

function rowsOf({ facts, window }: SplitFacts, groups: GroupFacts, cross: SplitCrossing): GroupRow[] {
  return crossRows(facts, groups, window, cross);
}

function peopleOf(
  { id, code, heading, members, others }: GroupRow,
  statusOf: PersonStatus,
  facts: SplitFacts,
): RowPeople {
  const sides = [members, others].map((people) => memberIds(people, statusOf, facts));
  return {
    id,
    code,
    heading,
    counted: sides.map(({ counted }) => bitsOf(counted)),
    having: sides.map(({ having }) => bitsOf(having)),
  };
}

interface HeadingIds {
  readonly people: HeadingPeople;
  readonly ids: { readonly counted: readonly number[]; readonly having: readonly number[] };
}

/** Everybody of each heading: a group and all others, the same for each of its rows. */
function headingsOf(rows: readonly GroupRow[], statusOf: PersonStatus, facts: SplitFacts): HeadingIds[] {
  const first = new Map(rows.map((row) => [row.heading, row]));
  return [...first].map(([heading, { members, others }]) => {
    const ids = memberIds([...members, ...others], statusOf, facts);
    return { ids, people: { heading, counted: bitsOf(ids.counted), having: bitsOf(ids.having) } };
  });
}

function memberIds(people: Iterable<number>, statusOf: PersonStatus, { positions }: SplitFacts): HeadingIds['ids'] {
  const counted: number[] = [];
  const having: number[] = [];
  for (const person of people) {
    const status = statusOf(person);
    if (status < 0) continue;
    const id = positions.memberIds[person] ?? 0;
    counted.push(id);
    if (status > 0) having.push(id);
  }
  return { counted, having };
}
