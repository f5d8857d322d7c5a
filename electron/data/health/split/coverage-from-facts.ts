import { bitsOf } from '../disclosure/member-bits.ts';
import type { ToldCounts } from '../disclosure/split/carried-rows.ts';
import { leftOutOf } from '../disclosure/split/even-out.ts';
import type { RawCoverage } from '../disclosure/split/release-coverage.ts';
import type { RowPeople, ToldSets } from '../disclosure/split/row-people.ts';
import { accountEnds } from '../facts/people-table.ts';
import { coverage } from '../metrics/group/coverage.ts';
import { withoutPeople } from '../metrics/group-facts.ts';
import type { SplitFacts } from './read-split-facts.ts';

/** What was told of coverage before: by other questions from this snapshot, and by this one from an earlier snapshot. */
export interface CoverageBefore {
  readonly told: ToldSets;
  readonly toldBefore: ToldCounts;
  readonly secret: string;
  readonly threshold: number;
}

/** True coverage of a question and who stands behind it. Pure. */
export function coverageOf({ facts, positions, groups, window }: SplitFacts, before: CoverageBefore): RawCoverage {
  const idsOf = (people: Iterable<number>) => Array.from(people, (person) => positions.memberIds[person] ?? 0);
  const left = leftOutOf({
    wholes: [{ counted: idsOf(groups.asked), having: idsOf(groups.answered) }],
    ...before,
  });
  const kept = withoutPeople(groups, new Set([...left].map(positions.of)));
  const row = (id: string, counted: Iterable<number>, having: Iterable<number>): RowPeople => ({
    id,
    code: id,
    heading: id,
    counted: [bitsOf(idsOf(counted))],
    having: [bitsOf(idsOf(having))],
  });
  const livingAsked = groups.everAsked.filter((person) => facts.people.endedHow[person] === accountEnds.lives);
  return {
    raw: coverage.computeByGroup(facts, kept, window),
    rows: [
      row('all', kept.asked, kept.answered),
      row('preferNotToSay', kept.asked, kept.preferNotToSay),
      // Among the same members who was not asked is told by who was: of those the identity file knows the number.
      row('notAsked', livingAsked, []),
    ],
    told: before.told,
    toldBefore: before.toldBefore,
    secret: before.secret,
  };
}
