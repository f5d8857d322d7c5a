import type { Transitions } from './state-machine.ts';

/** One person's complaint, as received: new -> linked to a case -> answered, or set aside as invalid or a duplicate. */
export const reportStates = ['new', 'linked', 'answered', 'invalid', 'duplicate'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportTransitions: Transitions<ReportState> = {
  new: ['linked', 'invalid', 'duplicate'],
  linked: ['answered', 'invalid', 'duplicate'],
  // A reopened case brings its reports back; a platform may also revive a report under the same id.
  answered: ['linked'],
  invalid: ['linked'],
  duplicate: ['linked'],
};

/** Where the report stands on its platform. `gone` is not `resolved`: it vanished and the local copy is the only one. */
export const remoteReportStates = ['open', 'resolved', 'gone'] as const;
export type RemoteReportState = (typeof remoteReportStates)[number];

/**
 * Reasons a report is made, across platforms. `crisis` (someone may be in danger) and `outing` (private facts about a
 * person's identity made public) are lanes of their own because minutes count there.
 */
export const reportCategories = [
  'crisis',
  'outing',
  'harassment',
  'hate',
  'sexual',
  'legal',
  'violation',
  'spam',
  'other',
] as const;
export type ReportCategory = (typeof reportCategories)[number];

/**
 * What is done to a person. Spam, legal matters, broken rules and the rest may be noticed by anybody, and harm nobody in
 * particular.
 */
export const harmCategories: readonly ReportCategory[] = ['crisis', 'outing', 'harassment', 'hate', 'sexual'];

/** Categories with a lane of their own at the head of the queue. A server's rule may say that a report belongs there. */
export const ruleLanes = ['crisis', 'outing'] as const satisfies readonly ReportCategory[];
export type RuleLane = (typeof ruleLanes)[number];
