import type { AppealFact, DecisionFact, ReportFact } from '../../electron/data/health/facts/moderation-facts.ts';
import { anInstant } from './health-facts.ts';

/** A report still open; `opened`, `acted` and `closed` as 'YYYY-MM-DD HH:MM' in UTC. */
export function aReportFact(
  opened: string,
  overrides: Partial<ReportFact> & { readonly acted?: string; readonly closed?: string } = {},
): ReportFact {
  const { acted, closed, ...rest } = overrides;
  return {
    openedAt: anInstant(opened),
    firstActionAt: acted === undefined ? null : anInstant(acted),
    closedAt: closed === undefined ? null : anInstant(closed),
    closedThereBy: null,
    category: 'harassment',
    about: -1,
    reporter: -1,
    harmed: null,
    upheld: null,
    ...rest,
  };
}

/** A decision of moderator 0 that upheld a report without restricting anybody. */
export function aDecisionFact(at: string, overrides: Partial<DecisionFact> = {}): DecisionFact {
  return {
    at: anInstant(at),
    by: 0,
    finding: 'upheld',
    isSanction: false,
    about: -1,
    category: 'harassment',
    reversed: false,
    ...overrides,
  };
}

/** An appeal nobody has decided, or decided at an instant with an outcome. */
export function anAppealFact(received: string, decided?: string, outcome: AppealFact['outcome'] = null): AppealFact {
  return {
    receivedAt: anInstant(received),
    decidedAt: decided === undefined ? null : anInstant(decided),
    outcome,
  };
}
