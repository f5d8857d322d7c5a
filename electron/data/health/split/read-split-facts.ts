import type { SplitCrossing, SplitMeasure } from '../../../../shared/domain/health/split.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import type { Turns } from '../../service/turns.ts';
import type { ReadDb } from '../../store/db.ts';
import type { IdentityStore } from '../../store/identity/open-identity.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';
import type { DecidedTerm } from '../disclosure/free-text-terms.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import type { PersonPositions } from '../facts/person-positions.ts';
import { readHealthFacts } from '../facts/read-health-facts.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import type { GroupFacts } from '../metrics/group-facts.ts';
import { readsMessages } from '../metrics/metric-module.ts';
import { metricWindow } from '../metrics/metric-window.ts';
import type { MetricWindow } from '../metrics/window.ts';
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

/** What a split is counted from, as it stood at the end of a day. */
export interface SplitFacts {
  readonly facts: HealthFacts;
  readonly positions: PersonPositions;
  readonly groups: GroupFacts;
  /** The words people were asked with, by language. */
  readonly wording: Readonly<Record<string, string>>;
  /** Which terms have a row of their own: to be kept with what is told. */
  readonly terms: readonly DecidedTerm[];
  readonly window: MetricWindow;
}

/** Quarters whose messages groups are compared by: two years and the half year that ties reach back. */
const QUARTERS = 9;
const DAYS_BEFORE = 190;

/** Facts of a split; null without activities, answers or the question. Call it in a read snapshot, and use them in it. */
export async function readSplitFacts(
  db: ReadDb,
  identity: IdentityStore,
  { communityId, question, measure, asOf, now, rules }: SplitTask,
  turns: Turns,
): Promise<SplitFacts | null> {
  const needsMessages = groupMetrics.some((module) => module.measure === measure && readsMessages(module));
  const messagesFrom = (lastDay: DayNumber) =>
    needsMessages ? firstDayOf('quarter', periodOf('quarter', lastDay) - QUARTERS + 1) - DAYS_BEFORE : lastDay + 1;
  const read = await readHealthFacts(db, { communityId, now, asOf, messagesFrom }, turns);
  if (!read) return null;
  const { facts, positions } = read;
  const answers = readGroupFacts(identity, db, communityId, question, positions, rules);
  if (!answers) return null;
  const window = upToNow(metricWindow('quarter', facts.firstDay, facts.lastDay));
  return { facts, positions, ...answers, window };
}

/** Groups are compared by a pooled year: it ends with what is known, not with the last whole quarter. */
function upToNow(window: MetricWindow): MetricWindow {
  return { ...window, current: window.periods.at(-1) ?? window.current };
}
