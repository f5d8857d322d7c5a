import type { SplitCrossing, SplitMeasure } from '../../../../shared/domain/health/split.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../../store/db.ts';
import type { IdentityStore } from '../../store/identity/open-identity.ts';
import { type DayNumber, isoDateOf } from '../calendar/civil-day.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import type { RawSplit } from '../disclosure/split/release-split.ts';
import { readHealthFacts } from '../facts/read-health-facts.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import { crossRows } from '../metrics/group/group-rows.ts';
import { metricWindow } from '../metrics/metric-window.ts';
import type { MetricWindow } from '../metrics/window.ts';
import { bitsOf } from './ledger-bits.ts';
import { readGroupFacts } from './read-group-facts.ts';

/** A question about groups. There is no field in it for a filter, a range, a NOT, an OR or a second question. */
export interface SplitQuestion {
  readonly communityId: CommunityId;
  readonly question: string;
  readonly measure: SplitMeasure;
  readonly cross: SplitCrossing;
}

export interface SplitTask extends SplitQuestion {
  /** Nothing after this local day is known. */
  readonly asOf: DayNumber;
  readonly now: Instant;
  readonly rules: DisclosureRules;
}

export type ComputedSplit = Omit<RawSplit, 'released' | 'toldBefore' | 'secret'>;

/** Quarters whose messages groups are compared by: two years and the half year that ties reach back. */
const QUARTERS = 9;
const DAYS_BEFORE = 190;

/** True counts of a split as they stood at the end of a day; null without activities, answers or the question. */
export async function computeSplit(
  db: ReadDb,
  identity: IdentityStore,
  task: SplitTask,
): Promise<ComputedSplit | null> {
  const { communityId, question, measure, cross, asOf, now, rules } = task;
  const read = await readHealthFacts(db, {
    communityId,
    now,
    asOf,
    messagesFrom: (lastDay) => firstDayOf('quarter', periodOf('quarter', lastDay) - QUARTERS + 1) - DAYS_BEFORE,
  });
  const module = groupMetrics.find((one) => one.measure === measure);
  const coverage = groupMetrics.find((one) => one.measure === 'coverage');
  if (!read || !module || !coverage) return null;
  const { facts, positions } = read;
  const answers = readGroupFacts(identity, db, communityId, question, positions, rules);
  if (!answers) return null;
  const { groups } = answers;
  const window = upToNow(metricWindow('quarter', facts.firstDay, facts.lastDay));
  const rows = crossRows(facts, groups, window, cross);
  const beside =
    measure === 'stay' && cross === 'none' ? groupMetrics.filter((one) => one.measure === 'inequality') : [];
  return {
    communityId,
    question,
    questionVersion: groups.version,
    wording: answers.wording,
    measure,
    cross,
    snapshotDay: isoDateOf(facts.lastDay),
    module,
    raw: module.computeByGroup(facts, groups, window, cross),
    coverage: coverage.computeByGroup(facts, groups, window),
    beside: beside.map((one) => ({ module: one, raw: one.computeByGroup(facts, groups, window) })),
    rows: rows.map(({ id, members }) => ({
      id,
      members: bitsOf(Array.from(members, (position) => positions.memberIds[position] ?? 0)),
    })),
  };
}

/** Groups are compared by a pooled year: it ends with what is known, not with the last whole quarter. */
function upToNow(window: MetricWindow): MetricWindow {
  return { ...window, current: window.periods.at(-1) ?? window.current };
}
