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
const isAbout =
  (...categories: readonly CaseView['category'][]) =>
  (view: CaseView): boolean =>
    categories.includes(view.category);
const anything = (): boolean => true;

/** Twelve decisions, every finding and every effect among them; the choosier ones first. */
export const workPlan: readonly PlannedDecision[] = [
  {
    finding: 'upheld',
    effect: 'none',
    reason: 'Handed to the people who look after legal matters. Nothing to sanction here.',
    suits: isAbout('legal'),
  },
  { finding: 'upheld', effect: 'suspend', reason: 'Came only to advertise.', suits: isAbout('spam') },
  {
    finding: 'upheld',
    effect: 'silence',
    reason: 'Goes on after being asked to stop.',
    suits: isAbout('violation'),
  },
  {
    finding: 'upheld',
    effect: 'silence',
    reason: 'Third report in a month about the same behaviour.',
    suits: isAbout('violation'),
    turn: 'meanwhile-closed-by-a-colleague',
  },
  {
    finding: 'upheld',
    effect: 'warn',
    reason: 'First time; a word should be enough.',
    suits: (view) => isLocal(view) && isAbout('violation')(view),
  },
  {
    finding: 'upheld',
    effect: 'disable',
    reason: 'The account seems to be in other hands; frozen until its owner writes.',
    suits: isLocal,
  },
  {
    finding: 'not-upheld',
    effect: 'none',
    reason: 'Read again in context: a joke among friends.',
    suits: anything,
    turn: 'undone-and-decided-anew',
  },
  { finding: 'not-upheld', effect: 'none', reason: 'A heated debate, but within the rules.', suits: anything },
  { finding: 'not-enough', effect: 'none', reason: 'The thread is gone; nothing to go by.', suits: anything },
  { finding: 'bad-faith', effect: 'none', reason: 'Reported to get at the person.', suits: anything },
  { finding: 'duplicate', effect: 'none', reason: 'Already dealt with last week.', suits: anything },
  { finding: 'upheld', effect: 'sensitive', reason: 'Pictures without a warning, more than once.', suits: anything },
];
