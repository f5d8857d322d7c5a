/** Positions of members by their row number, in one array: looked up once for every message there is. */
export interface PersonPositions {
  /** Position of a member, −1 for somebody who is not counted (a bot, an account of another server). */
  readonly of: (memberId: number | null) => number;
  /** Row numbers by position. */
  readonly memberIds: Int32Array;
}

/** Numbers people in the order given. Ids of one community lie close together, so the array is not much larger than they are. */
export function personPositions(memberIds: readonly number[]): PersonPositions {
  const ids = Int32Array.from(memberIds);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const id of ids) {
    lowest = Math.min(lowest, id);
    highest = Math.max(highest, id);
  }
  const positions = new Int32Array(ids.length === 0 ? 0 : highest - lowest + 1).fill(-1);
  for (const [position, id] of ids.entries()) positions[id - lowest] = position;
  return {
    of: (memberId) => (memberId === null ? -1 : (positions[memberId - lowest] ?? -1)),
    memberIds: ids,
  };
}
