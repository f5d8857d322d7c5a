/** Allowed next states for every state of one machine. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/** A move that the machine forbids. Carries the machine and both states, never anything about the item itself. */
export class ForbiddenTransition extends Error {
  readonly machine: string;
  readonly from: string;
  readonly to: string;
  constructor(machine: string, from: string, to: string) {
    super(`${machine}: ${from} can't become ${to}`);
    this.name = 'ForbiddenTransition';
    this.machine = machine;
    this.from = from;
    this.to = to;
  }
}

/** True when the machine allows the move. Staying in the same state is never a move. */
export function canMove<State extends string>(machine: Transitions<State>, from: State, to: State): boolean {
  return machine[from].includes(to);
}

/** Returns `to`, or throws ForbiddenTransition. Called where the row is written, so no caller can skip it. */
export function move<State extends string>(name: string, machine: Transitions<State>, from: State, to: State): State {
  if (!canMove(machine, from, to)) throw new ForbiddenTransition(name, from, to);
  return to;
}
