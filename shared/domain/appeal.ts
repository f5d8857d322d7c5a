import type { Transitions } from './state-machine.ts';

/** An appeal is always assigned to another person than the decider before it can have an outcome. */
export const appealStates = ['received', 'assigned', 'upheld', 'overturned', 'partly', 'answered'] as const;
export type AppealState = (typeof appealStates)[number];

export const appealTransitions: Transitions<AppealState> = {
  received: ['assigned'],
  assigned: ['received', 'upheld', 'overturned', 'partly'],
  upheld: ['answered'],
  overturned: ['answered'],
  partly: ['answered'],
  answered: [],
};
