import type { ActivityLevel } from '../../../shared/domain/activity.ts';
import type { DataBegin } from '../../../shared/domain/community.ts';
import type { CommunityId, Instant } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { Turns } from '../service/turns.ts';
import type { ActiveWeeks } from '../store/activities/bitmap-queries.ts';
import { readCommunityFacts } from '../store/activities/community-facts.ts';
import { MemberSet } from '../store/activities/member-set.ts';
import { readSpaces } from '../store/activities/message-queries.ts';
import { readPersonDays, readPersonWeeks } from '../store/activities/person-weeks.ts';
import { countActivityTotals, readJoinedAt, replyArcPages } from '../store/activities/queries.ts';
import type { ReadDb } from '../store/db.ts';
import type { DayNumber } from './calendar/civil-day.ts';
import { type LocalDays, localDaysIn } from './calendar/local-days.ts';
import { ArcLists } from './engine/arc-lists.ts';
import { joinedAsTeam } from './engine/joined-as-team.ts';
import { lifeCycleOf } from './engine/life-cycle-flow.ts';
import { membersMetBefore } from './engine/met-before.ts';
import { returnTableOf } from './engine/return-table.ts';
import { stayCurveOf } from './engine/stay-sweep.ts';
import { weeksUpTo } from './engine/weeks-up-to.ts';
import { EARLIER_WITHIN_DAYS, earlierRule } from './facts/joined-earlier.ts';
import { readEndedAccounts } from './facts/read-ended-accounts.ts';
import { readTeamOut } from './facts/read-team-out.ts';
import type { TeamRuleDays } from './facts/team-rule-days.ts';
import { fittingReturn, type ReturnStep } from './fitting-return.ts';
import { TIE_DAYS } from './metrics/connection/reply-graph.ts';
import type { StayCurve } from './metrics/stay-curve.ts';
import type { RawHealth } from './raw-health.ts';

/** What to compute. */
export interface HealthQuestion {
  readonly communityId: CommunityId;
  /** Of the return table; `fit` takes the finest step that says something. */
  readonly unit: ReturnStep | 'fit';
  readonly level: ActivityLevel;
  readonly gapDays: number;
  readonly now: Instant;
  /** Nothing after this local day is counted: the last day of a frozen quarter. */
  readonly asOf?: DayNumber;
  /** Ties of all days instead of the last 90: for checking against published figures of a whole data set. */
  readonly allTies?: boolean;
}

/** What to compute of one space: as it is now, and by week, for sets by space are kept without days. */
export type SpaceQuestion = Pick<HealthQuestion, 'communityId' | 'level' | 'now'> & { readonly spaceId: number };

/** Cohort tables end here: intervals beyond two years of weeks say nothing anybody reads. */
const MAX_INTERVALS = 104;

/**
 * Computes all metrics of a community from its rollups. Call it in a read snapshot: it lets other work run in between.
 * Rejects with HearthError `not-found`, and `cancelled` as the turns do.
 */
export async function computeHealth(db: ReadDb, question: HealthQuestion, turns = new Turns()): Promise<RawHealth> {
  const { around, stays } = await computeHealthByGap(db, { ...question, gaps: [question.gapDays] }, turns);
  return { ...around, stay: stays.get(question.gapDays) ?? null };
}

/** As `computeHealth` for several gaps at once: what no gap changes is counted once, and has no stay curve. */
export async function computeHealthByGap(
  db: ReadDb,
  question: Omit<HealthQuestion, 'gapDays'> & { readonly gaps: readonly number[] },
  turns: Turns,
): Promise<{ readonly around: RawHealth; readonly stays: ReadonlyMap<number, StayCurve> }> {
  const { facts, counted } = await factsOf(db, question, turns);
  const stays = new Map<number, StayCurve>();
  if (counted === null) return { around: { ...facts, ...NOTHING }, stays };
  const { active, lastDay, earlier, ended, dataStart, out } = counted;
  const without = ended.spamSet.or(out);
  const joinedEarlier = MemberSet.fromIds(earlier.keys());
  const options = { lastDay, joinedEarlier, without };
  const retention = fittingReturn(active, question.unit, { ...options, maxIntervals: MAX_INTERVALS });
  await turns.next();
  const { ends, spam } = ended;
  for (const gap of question.gaps) {
    stays.set(gap, stayCurveOf(active, { lastDay, gap, ends, spam, joinedEarlier: earlier, dataStart, without: out }));
    await turns.next();
  }
  const lifeCycle = lifeCycleOf(active, { unit: 'month', ...options });
  await turns.next();
  const reciprocity = await mutualTies(db, question, counted, turns);
  const around = { ...facts, retention, stay: null, lifeCycle, reciprocity };
  if (question.asOf !== undefined || question.allTies) return { around, stays };
  const before = { ...counted, lastDay: lastDay - TIE_DAYS };
  return { around: { ...around, reciprocityBefore: await mutualTies(db, question, before, turns) }, stays };
}

/** Return by week to one space, from the first week in it. Rejects as `computeHealth` does. */
export async function computeSpaceReturn(db: ReadDb, question: SpaceQuestion, turns = new Turns()): Promise<RawHealth> {
  const { communityId, level, spaceId } = question;
  if (!readSpaces(db, communityId).some(({ id }) => id === spaceId)) throw new HearthError('not-found');
  const { facts, counted } = await factsOf(db, question, turns);
  if (counted === null) return { ...facts, ...NOTHING, spaceId };
  const { lastDay, earlier, ended, dataStart, out } = counted;
  const active = readPersonWeeks(db, communityId, level, spaceId);
  const early = active.weeks.filter(({ week }) => week < dataStart + EARLIER_WITHIN_DAYS);
  const met = [...earlier.keys()].filter((id) => early.some(({ members }) => members.has(id)));
  const joinedEarlier = MemberSet.fromIds(met);
  const retention = returnTableOf(active, {
    unit: 'week',
    lastDay,
    joinedEarlier,
    without: ended.spamSet.or(out),
    maxIntervals: MAX_INTERVALS,
  });
  return { ...facts, ...NOTHING, spaceId, retention };
}

type Counted = NonNullable<Awaited<ReturnType<typeof factsOf>>['counted']>;

const NOTHING = { retention: null, stay: null, lifeCycle: null, reciprocity: null } as const;

/** R8 over the 90 days up to the last one; null where the data do not reach back so far, or hold no tie in them. */
async function mutualTies(
  db: ReadDb,
  { communityId, allTies = false }: Pick<HealthQuestion, 'communityId' | 'allTies'>,
  { calendar, dataStart, lastDay, lastAt, ended }: Counted,
  turns: Turns,
): Promise<RawHealth['reciprocity']> {
  const firstDay = allTies ? dataStart : lastDay - TIE_DAYS + 1;
  if (firstDay < dataStart) return null;
  const from = calendar.startOf(firstDay);
  const to = allTies ? lastAt : calendar.startOf(lastDay + 1) - 1;
  const arcs = new ArcLists();
  for (const page of replyArcPages(db, communityId, { from, to }, ended.spam)) {
    arcs.add(page.from, page.to);
    turns.progress('ties', 0, null);
    await turns.next();
  }
  return arcs.count === 0 ? null : turns.run(arcs.reciprocity());
}

/** What everything is counted from, and what is told beside it. */
async function factsOf(
  db: ReadDb,
  question: Pick<HealthQuestion, 'communityId' | 'level' | 'now' | 'asOf'>,
  turns: Turns,
) {
  const { communityId, level, now, asOf } = question;
  const community = readCommunityFacts(db, communityId);
  if (!community) throw new HearthError('not-found');
  const calendar = localDaysIn(community.timeZone);
  const until = asOf === undefined ? Number.MAX_SAFE_INTEGER : calendar.startOf(asOf + 1) - 1;
  turns.progress('people', 0, null);
  const known = { at: until, day: asOf ?? Number.MAX_SAFE_INTEGER };
  const totals = await turns.run(countActivityTotals(db, communityId, known));
  const facts = {
    communityId,
    spaceId: null,
    holdsPersonalData: community.holdsPersonalData,
    mayBeOlder: false,
    teamRule: [] as TeamRuleDays,
    lastDay: 0,
    timeZone: community.timeZone,
    level,
    computedAt: now,
    cutOff: totals.lastAt,
    members: totals.members,
    activities: totals.activities,
  };
  if (totals.firstAt === null || totals.lastAt === null) return { facts, counted: null };
  const lastDay = lastCompleteDay(calendar, Math.min(totals.lastAt, now), asOf);
  const dataStart = calendar.dayOf(totals.firstAt);
  const all = readPersonDays(db, communityId, level);
  const active = asOf === undefined ? all : weeksUpTo(all, asOf);
  const ended = readEndedAccounts(db, communityId, calendar, lastDay);
  const { earlier, mayBeOlder } = joinedBeforeData(db, communityId, community.dataBegin, active, calendar, dataStart);
  for (const id of ended.spam) earlier.delete(id);
  // Who was on the team when they joined is in no cohort where the team is not counted.
  const team = readTeamOut(db, communityId, lastDay);
  const out = joinedAsTeam(active.weeks, team);
  const counted = { active, calendar, lastDay, lastAt: totals.lastAt, earlier, ended, dataStart, out };
  return { facts: { ...facts, mayBeOlder, teamRule: team?.rule ?? [], lastDay }, counted };
}

/**
 * The day of the last activity and the current day may still go on: the one before is the last complete one. A frozen
 * quarter is over, and everything known of its last day counts.
 */
function lastCompleteDay(calendar: LocalDays, newest: Instant, asOf: DayNumber | undefined): DayNumber {
  const day = calendar.dayOf(newest);
  return asOf === undefined || day < asOf ? day - 1 : asOf;
}

/**
 * People met in the first 90 days of the data who may have been there before, with the day they joined where it is known:
 * their first message may lie before the data (health.md B.1, rule 6). `mayBeOlder`: others of them may, too, for nobody
 * said whether the community is older than its data.
 */
function joinedBeforeData(
  db: ReadDb,
  communityId: CommunityId,
  begin: DataBegin,
  active: ActiveWeeks,
  calendar: LocalDays,
  dataStart: DayNumber,
): { earlier: Map<number, DayNumber | undefined>; mayBeOlder: boolean } {
  const earlier = new Map<number, DayNumber | undefined>();
  if (begin === 'with-community') return { earlier, mayBeOlder: false };
  const joinedAt = readJoinedAt(db, communityId);
  const rule = earlierRule(begin, calendar.startOf(dataStart), joinedAt.values());
  let mayBeOlder = false;
  for (const id of membersMetBefore(active, dataStart + EARLIER_WITHIN_DAYS).ids()) {
    const joined = joinedAt.get(id) ?? null;
    if (joined === null && rule.isOpen) mayBeOlder = true;
    if (rule.isEarlier(joined)) earlier.set(id, joined === null ? undefined : calendar.dayOf(joined));
  }
  return { earlier, mayBeOlder };
}
