import type { SplitCrossing } from '../../../../shared/domain/health/split.ts';
import { bitsOf } from '../disclosure/member-bits.ts';
import { sizeOf } from '../disclosure/member-set.ts';
import { leftOutOf } from '../disclosure/split/even-out.ts';
import type { RawSplitTable } from '../disclosure/split/release-split.ts';
import { mapRows, withCounts } from '../disclosure/split/row-counts.ts';
import type { HeadingPeople, RowPeople, ToldSets } from '../disclosure/split/row-people.ts';
import { crossRows, type GroupRow } from '../metrics/group/group-rows.ts';
import { type GroupFacts, withoutPeople } from '../metrics/group-facts.ts';
import type { GroupMetricModule, GroupResult, PersonStatus } from '../metrics/group-metric.ts';
import type { Held } from './held-places.ts';
import type { SplitFacts } from './read-split-facts.ts';

/** What was told before decides who is left out. */
export interface ToldBefore {
  readonly sets: ToldSets;
  readonly threshold: number;
  /** As in `EvenOut`. */
  readonly drawOf: (member: number) => number;
}

/** True counts of a measure by group in some crossings, and who stands behind every one of them. Pure. */
export function splitTables(
  module: GroupMetricModule,
  facts: SplitFacts,
  crossings: readonly SplitCrossing[],
  told: ToldBefore,
  { places, statusOf }: Held,
): readonly RawSplitTable[] {
  const everybody = { ...facts.groups, places };
  const left = leftOutOf({
    wholes: crossings.flatMap((cross) =>
      headingsOf(rowsOf(facts, everybody, cross), statusOf, facts).map(({ ids }) => ids),
    ),
    told: told.sets,
    threshold: told.threshold,
    drawOf: told.drawOf,
  });
  const groups = withoutPeople(everybody, new Set([...left].map((id) => facts.positions.of(id))));
  return crossings.map((cross): RawSplitTable => {
    const rows = rowsOf(facts, groups, cross);
    const people = rows.map((row) => peopleOf(row, statusOf, facts));
    return {
      cross,
      raw: countedAgain(module.computeByGroup(facts.facts, groups, facts.window, cross), people),
      rows: people,
      headings: headingsOf(rows, statusOf, facts).map(({ people }) => people),
    };
  });
}

/** Counts of the people who are held to be counted, in place of those of now. What happens to people is not held. */
function countedAgain(raw: GroupResult, people: readonly RowPeople[]): GroupResult {
  if (raw.kind !== 'gaps' && raw.kind !== 'shares') return raw;
  const behind = new Map(people.map((row) => [row.id, row]));
  return mapRows(raw, (row) => {
    const { counted = [], having = [] } = behind.get(row.id) ?? {};
    const [group = 0, rest = 0] = counted.map(sizeOf);
    const [part = 0, otherPart = 0] = having.map(sizeOf);
    return withCounts(row, raw.kind === 'gaps' ? [part, group, otherPart, rest] : [group, group + rest]);
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
