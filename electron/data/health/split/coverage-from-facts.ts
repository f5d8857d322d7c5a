import { bitsOf } from '../disclosure/member-bits.ts';
import { leftOutOf } from '../disclosure/split/even-out.ts';
import type { RawCoverage } from '../disclosure/split/release-coverage.ts';
import type { RowPeople, ToldSets } from '../disclosure/split/row-people.ts';
import type { ToldMemory } from '../disclosure/split/told-memory.ts';
import { accountEnds } from '../facts/people-table.ts';
import { coverage } from '../metrics/group/coverage.ts';
import { withoutPeople } from '../metrics/group-facts.ts';
import type { SplitFacts } from './read-split-facts.ts';

/** What was told before: of coverage by other questions from this snapshot, and of anything from earlier ones. */
export interface CoverageBefore {
  readonly told: ToldSets;
  readonly memory: ToldMemory;
  /** What the table is called in it. */
  readonly name: string;
  readonly secret: string;
  /** As in `EvenOut`. */
  readonly drawOf: (member: number) => number;
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
    memory: before.memory,
    name: before.name,
    secret: before.secret,
  };
}
