import type { Finding, PersonEffect } from '../../../shared/domain/decision.ts';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';

/** A decision the demo means to make, on the first case it suits. */
export interface PlannedDecision {
  readonly finding: Finding;
  readonly effect: PersonEffect;
  readonly reason: string;
  readonly suits: (view: CaseView) => boolean;
  /** What happens to it beyond being sent. */
  readonly turn?: 'meanwhile-closed-by-a-colleague' | 'undone-and-decided-anew';
}

const isLocal = (view: CaseView): boolean => view.member.server === null;
const isOneOf =
  (...categories: readonly CaseView['category'][]) =>
  (view: CaseView): boolean =>
    categories.includes(view.category);
const isNoEmergency = (view: CaseView): boolean => view.category !== 'crisis';

/** Twelve decisions, every finding and every effect among them. */
export const workPlan: readonly PlannedDecision[] = [
  {
    finding: 'upheld',
    effect: 'none',
    reason: 'Wrote to the person with the numbers of two crisis lines. Nothing to sanction.',
    suits: isOneOf('crisis'),
  },
  {
    finding: 'upheld',
    effect: 'suspend',
    reason: 'Private facts made public on purpose, after a warning.',
    suits: isOneOf('outing', 'hate'),
  },
  {
    finding: 'upheld',
    effect: 'silence',
    reason: 'Goes on after being asked to stop.',
    suits: isOneOf('outing', 'hate', 'harassment', 'sexual'),
  },
  {
    finding: 'upheld',
    effect: 'silence',
    reason: 'Third report in a month about the same behaviour.',
    suits: (view) => isNoEmergency(view) && view.reports.every((report) => report.remoteState === 'open'),
    turn: 'meanwhile-closed-by-a-colleague',
  },
  {
    finding: 'upheld',
    effect: 'warn',
    reason: 'First time; a word should be enough.',
    suits: (view) => isLocal(view) && isNoEmergency(view),
  },
  {
    finding: 'not-upheld',
    effect: 'none',
    reason: 'Read again in context: a joke among friends.',
    suits: isNoEmergency,
    turn: 'undone-and-decided-anew',
  },
  { finding: 'not-upheld', effect: 'none', reason: 'A heated debate, but within the rules.', suits: isNoEmergency },
  { finding: 'not-enough', effect: 'none', reason: 'The thread is gone; nothing to go by.', suits: isNoEmergency },
  { finding: 'bad-faith', effect: 'none', reason: 'Reported to get at the person.', suits: isNoEmergency },
  { finding: 'duplicate', effect: 'none', reason: 'Already dealt with last week.', suits: isNoEmergency },
  {
    finding: 'upheld',
    effect: 'sensitive',
    reason: 'Pictures without a warning, more than once.',
    suits: isNoEmergency,
  },
  {
    finding: 'upheld',
    effect: 'disable',
    reason: 'The account seems to be in other hands; frozen until its owner writes.',
    suits: (view) => isLocal(view) && isNoEmergency(view),
  },
];
