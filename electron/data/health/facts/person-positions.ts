import type { LinkedPersons } from '../../store/members/linked-persons.ts';

/** Positions of members by their row number, in one array: looked up once for every message there is. */
export interface PersonPositions {
  /** Position of a member, −1 for somebody who is not counted (a bot, an account of another server). */
  readonly of: (memberId: number | null) => number;
  /** Row numbers by position; of somebody with several accounts that of the first. */
  readonly memberIds: Int32Array;
}

/**
 * Numbers people in the order given. Ids of one community lie close together, so the array is not much larger than they are.
 * `persons`: further accounts of the same people stand at their position.
 */
export function personPositions(memberIds: readonly number[], persons: LinkedPersons = new Map()): PersonPositions {
  const ids = Int32Array.from(memberIds);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const id of ids) {
    lowest = Math.min(lowest, id);
    highest = Math.max(highest, id);
  }
  const positions = new Int32Array(ids.length === 0 ? 0 : highest - lowest + 1).fill(-1);
  for (const [position, id] of ids.entries()) positions[id - lowest] = position;
  const further = new Map<number, number>();
  for (const [account, person] of persons) {
    if (account !== person) further.set(account, positions[person - lowest] ?? -1);
  }
  const single = (memberId: number) => positions[memberId - lowest] ?? -1;
  return {
    of: (memberId) => {
      if (memberId === null) return -1;
      // Looked up for every message there is: most communities have no such account.
      return further.size === 0 ? single(memberId) : (further.get(memberId) ?? single(memberId));
    },
    memberIds: ids,
  };
}
