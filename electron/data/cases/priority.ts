import type { PriorityReason } from '../../../shared/domain/case.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';

/** What a case's place in the queue follows from. */
export interface PriorityFacts {
  readonly category: ReportCategory;
  readonly reports: number;
  /** Different people who reported, without those whose earlier reports were found to be in bad faith. */
  readonly reporters: number;
  readonly earlierUpheld: number;
  readonly escalated: boolean;
  readonly reopened: boolean;
  readonly openedAt: Instant;
}

/** `order` is the place in the queue: higher first. It stays right while time passes, because all cases age alike. */
export interface Priority {
  readonly order: number;
  readonly reasons: readonly PriorityReason[];
}

const categoryPoints: Readonly<Record<ReportCategory, number>> = {
  crisis: 100,
  outing: 90,
  hate: 60,
  harassment: 60,
  sexual: 50,
  legal: 50,
  violation: 30,
  other: 20,
  spam: 10,
};

/** Highest first: which of several categories a case with several reports is filed under. */
export function categoryRank(category: ReportCategory): number {
  return categoryPoints[category];
}

/** In a lane of their own, before everything else however old: minutes count there. */
const lanes: Readonly<Partial<Record<ReportCategory, number>>> = { crisis: 2, outing: 1 };

/** A case gains one point in this time, so that nothing waits for ever behind newer and louder cases. */
const minutesPerPoint = 120;
/** More than the minutes since 1970, so that no age lifts a case out of its lane. */
const laneWidth = 1_000_000_000;

/**
 * Computes the place of a case and says in parts why. Many reporters count less and less (logarithm, with a cap): a crowd
 * that agreed to report somebody must not outrun a person in danger.
 */
export function prioritize(facts: PriorityFacts): Priority {
  const lane = lanes[facts.category] ?? 0;
  const parts: PriorityReason[] = [
    { reason: 'lane', points: lane * 1000, count: null },
    { reason: 'category', points: categoryPoints[facts.category], count: null },
    { reason: 'reporters', points: reporterPoints(facts.reporters), count: facts.reporters },
    { reason: 'reports', points: repeatPoints(facts), count: facts.reports },
    { reason: 'earlier-upheld', points: Math.min(45, facts.earlierUpheld * 15), count: facts.earlierUpheld },
    { reason: 'escalated', points: facts.escalated ? 200 : 0, count: null },
    { reason: 'reopened', points: facts.reopened ? 40 : 0, count: null },
  ];
  const reasons = parts.filter((part) => part.points > 0);
  const points = reasons.filter((part) => part.reason !== 'lane').reduce((sum, part) => sum + part.points, 0);
  return { order: lane * laneWidth + points * minutesPerPoint - minutes(facts.openedAt), reasons };
}

/** The points and reasons to show at a moment: those stored, and what age adds. Never negative, whatever the clock says. */
export function priorityAt(
  reasons: readonly PriorityReason[],
  openedAt: Instant,
  now: Instant,
): { points: number; reasons: readonly PriorityReason[] } {
  const age = Math.max(0, Math.floor((now - openedAt) / 60_000 / minutesPerPoint));
  const all: readonly PriorityReason[] = age > 0 ? [...reasons, { reason: 'age', points: age, count: null }] : reasons;
  return { points: all.reduce((sum, part) => sum + part.points, 0), reasons: all };
}

function reporterPoints(reporters: number): number {
  return reporters < 2 ? 0 : Math.min(60, Math.round(20 * Math.log2(reporters)));
}

/** The same people reporting again adds little. */
function repeatPoints({ reports, reporters }: PriorityFacts): number {
  return Math.min(5, Math.max(0, reports - Math.max(1, reporters)));
}

function minutes(at: Instant): number {
  return Math.floor(at / 60_000);
}
