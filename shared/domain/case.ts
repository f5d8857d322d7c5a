import type { Transitions } from './state-machine.ts';

/** The work item: all open reports about one author in one community. */
export const caseStates = [
  'new',
  'queued',
  'claimed',
  'waiting',
  'escalated',
  'decided',
  'reopened',
  'void',
  'archived',
] as const;
export type CaseState = (typeof caseStates)[number];

export const caseTransitions: Transitions<CaseState> = {
  new: ['queued', 'void'],
  queued: ['claimed', 'waiting', 'escalated', 'decided', 'void'],
  claimed: ['queued', 'waiting', 'escalated', 'decided', 'void'],
  waiting: ['queued', 'claimed', 'escalated', 'void'],
  escalated: ['claimed', 'queued', 'decided', 'void'],
  decided: ['reopened', 'archived', 'claimed'],
  reopened: ['queued', 'claimed', 'waiting', 'escalated', 'decided', 'void'],
  // The source is gone but the copy is kept; new facts may still bring the case back.
  void: ['reopened', 'archived'],
  archived: ['reopened'],
};

/** States in which somebody still has to do something: what the queue shows and what a new report joins. */
export const openCaseStates = [
  'new',
  'queued',
  'claimed',
  'waiting',
  'escalated',
  'reopened',
] as const satisfies readonly CaseState[];

export function isOpenCase(state: CaseState): boolean {
  return (openCaseStates as readonly CaseState[]).includes(state);
}

/** One reason why a case stands where it stands, shown in words on request. Points are added up. */
export interface PriorityReason {
  readonly reason: 'lane' | 'category' | 'reports' | 'reporters' | 'age' | 'earlier-upheld' | 'escalated' | 'reopened';
  readonly points: number;
  readonly count: number | null;
}
