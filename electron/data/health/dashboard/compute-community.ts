import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { Turns } from '../../service/turns.ts';
import type { ReadDb } from '../../store/db.ts';
import { readErasedBefore } from '../../store/outreach/keeping.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';
import { readHealthFacts } from '../facts/read-health-facts.ts';
import type { TeamRuleDays } from '../facts/team-rule-days.ts';
import { factsByTeam } from '../facts/without-team.ts';
import { type MetricModule, readsMessages } from '../metrics/metric-module.ts';
import { metricWindow } from '../metrics/metric-window.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { type ComputedMetric, computeMetrics, type PoolsCounted } from './compute-metrics.ts';

/** All metrics of a community with their true counts, and the window they were counted in. */
export interface ComputedCommunity {
  readonly timeZone: string;
  readonly cutOff: Instant | null;
  readonly firstDay: DayNumber | null;
  readonly lastDay: DayNumber | null;
  readonly window: MetricWindow | null;
  /** What was chosen about counting the team; empty where it is counted throughout. */
  readonly teamRule: TeamRuleDays;
  readonly metrics: readonly ComputedMetric[];
}

export interface CommunityQuestion {
  readonly communityId: CommunityId;
  readonly timeZone: string;
  readonly unit: 'month' | 'quarter';
  readonly now: Instant;
  /** Nothing after this local day is known. */
  readonly asOf?: DayNumber;
  /** Last day of the newest period under view; what is known after it says how that period went on. */
  readonly viewTo?: DayNumber;
  /** Without it those whose chart would offer it to the team. */
  readonly pools?: PoolsCounted;
}

/** Periods before the first one under view whose messages still matter: ties and first acts reach back half a year. */
const DAYS_BEFORE = 190;
const PERIODS_SEEN = 9;

/**
 * Computes metrics from one state of the store. Without activities there is nothing to compute, and no window. Metrics may
 * be added while others are computed, but no first one that reads messages. Rejects with HearthError `cancelled` as the
 * turns do.
 */
export async function computeCommunity(
  db: ReadDb,
  question: CommunityQuestion,
  modules: ReadonlySet<MetricModule>,
  turns: Turns,
): Promise<ComputedCommunity> {
  const { communityId, unit, now, asOf, viewTo, timeZone, pools = 'offered' } = question;
  const needsMessages = [...modules].some(readsMessages);
  const request = {
    communityId,
    now,
    ...(asOf === undefined ? {} : { asOf }),
    messagesFrom: (lastDay: DayNumber) =>
      needsMessages ? firstDayOf(unit, periodOf(unit, lastDay) - PERIODS_SEEN + 1) - DAYS_BEFORE : lastDay + 1,
  };
  const read = await readHealthFacts(db, request, turns);
  if (!read) return { timeZone, cutOff: null, firstDay: null, lastDay: null, window: null, teamRule: [], metrics: [] };
  const { facts, positions, team } = read;
  const window = metricWindow(unit, facts.firstDay, Math.min(facts.lastDay, viewTo ?? facts.lastDay));
  return {
    timeZone: facts.timeZone,
    cutOff: facts.cutOff,
    firstDay: facts.firstDay,
    lastDay: facts.lastDay,
    window,
    teamRule: team?.rule ?? [],
    metrics: await computeMetrics(modules, factsByTeam(facts, positions, team), window, turns, {
      erasedBefore: readErasedBefore(db, communityId),
      pools,
    }),
  };
}
