import { bitsOf, isIn } from '../member-bits.ts';
import { isSame, sizeOf, sizeWithout } from '../member-set.ts';
import { setKinds, type ToldSets } from './row-people.ts';

/** A set of a measure that is about to be told, as member row numbers. */
export interface WholeToEven {
  readonly counted: readonly number[];
  readonly having: readonly number[];
}

export interface EvenOut {
  readonly wholes: readonly WholeToEven[];
  readonly told: ToldSets;
  readonly threshold: number;
  /**
   * A number of each member that nobody knows and that stays the same: it decides who is left out where anybody would do.
   * Other people every week would look like people who come and go.
   */
  readonly drawOf: (member: number) => number;
}

/** Leaving somebody out of one whole changes the others they are in. */
const MOST_ROUNDS = 6;

/**
 * Who is left out of a question, so that "all who answered" it can't be set off against a number told before from the same
 * snapshot (health.md C.7.1). Two questions of one survey are often answered by the same people but one or two; refusing
 * the second would refuse nearly every one.
 * - A whole that has all of a told set and up to T people more: those few are left out, and both wholes are the same.
 * - A whole that lacks up to T people of a told set: further people of it are left out, by a secret order, until more than
 *   T are missing, or none of the kind.
 * What can't be evened out so is left as it is, and `refusedRows` refuses it.
 */
export function leftOutOf(task: EvenOut): ReadonlySet<number> {
  const left = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = left.size;
    for (const whole of task.wholes) for (const kind of setKinds) evenOutKind(whole, kind, task, left);
    if (left.size === before) break;
  }
  return left;
}

function evenOutKind(
  whole: WholeToEven,
  kind: keyof WholeToEven,
  { told, threshold, drawOf }: EvenOut,
  left: Set<number>,
): void {
  let members = whole[kind].filter((member) => !left.has(member));
  let bits = bitsOf(members);
  const leave = (out: readonly number[]): void => {
    for (const member of out) left.add(member);
    members = members.filter((member) => !left.has(member));
    bits = bitsOf(members);
  };
  // What was told already is told again, whatever else was.
  if (told[kind].some((other) => isSame(bits, other.members))) return;
  for (const { members: other } of told[kind]) {
    const over = sizeWithout(bits, other);
    const under = sizeOf(other) - (sizeOf(bits) - over);
    if (under === 0 && over > 0 && over <= threshold) leave(members.filter((member) => !isIn(other, member)));
    else if (over === 0 && under > 0 && under <= threshold)
      leave(inSecretOrder(members, drawOf).slice(0, threshold + 1 - under));
  }
}

function inSecretOrder(members: readonly number[], drawOf: (member: number) => number): number[] {
  return [...members].sort((one, other) => drawOf(one) - drawOf(other));
}
