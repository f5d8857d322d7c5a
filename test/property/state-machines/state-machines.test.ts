import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTransitions, waitingActionStates } from '../../../shared/domain/action.ts';
import { appealTransitions } from '../../../shared/domain/appeal.ts';
import { caseTransitions, isOpenCase } from '../../../shared/domain/case.ts';
import { reportTransitions } from '../../../shared/domain/report.ts';
import { canMove, ForbiddenTransition, move, type Transitions } from '../../../shared/domain/state-machine.ts';

const machines: readonly (readonly [string, Transitions<string>, readonly string[]])[] = [
  ['report', reportTransitions, ['new']],
  ['case', caseTransitions, ['new']],
  ['action', actionTransitions, ['drafted']],
  ['appeal', appealTransitions, ['received']],
];

describe.each(machines)('the %s machine', (name, machine, starts) => {
  const states = Object.keys(machine);

  it('names only states that it has, and never a move to where one is', () => {
    for (const [from, to] of Object.entries(machine)) {
      expect(to.every((state) => states.includes(state))).toBe(true);
      expect(to).not.toContain(from);
      expect(new Set(to).size).toBe(to.length);
    }
  });

  it('has no state that cannot be reached', () => {
    const reached = new Set(starts);
    for (let grown = -1; grown !== reached.size; ) {
      grown = reached.size;
      for (const state of [...reached]) for (const next of machine[state] ?? []) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('allows exactly the moves it lists, along any path', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 30 }), (wanted) => {
        let at = starts[0] ?? '';
        for (const to of wanted) {
          if (canMove(machine, at, to)) {
            at = move(name, machine, at, to);
            expect(at).toBe(to);
          } else {
            expect(() => move(name, machine, at, to)).toThrow(ForbiddenTransition);
          }
        }
      }),
    );
  });
});

describe('across the machines', () => {
  it('leaves a way to decide or drop every open case', () => {
    for (const state of Object.keys(caseTransitions) as (keyof typeof caseTransitions)[]) {
      if (!isOpenCase(state)) continue;
      const seen = new Set([state]);
      for (let grown = 0; grown !== seen.size; ) {
        grown = seen.size;
        for (const at of [...seen]) if (isOpenCase(at)) for (const next of caseTransitions[at]) seen.add(next);
      }
      expect(seen.has('decided') && seen.has('void')).toBe(true);
    }
  });

  it('never lets a sent action be taken back without a reading in between', () => {
    expect(actionTransitions.sending).not.toContain('reversed');
    for (const state of waitingActionStates) expect(actionTransitions[state]).toContain('conflict');
  });
});
