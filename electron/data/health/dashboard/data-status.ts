import type { ChartPeriod } from '../../../../shared/domain/health/chart.ts';
import { dashboards } from '../../../../shared/domain/health/pillar.ts';
import type { CommunityId, Instant } from '../../../../shared/domain/ids.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { Turns } from '../../service/turns.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { readActiveDayNumbers, readSources, type SourceRow } from '../../store/activities/source-queries.ts';
import { countBots, countPeople } from '../../store/members/people-queries.ts';
import type { OutreachRows } from '../../store/outreach/outreach-rows.ts';
import { readOutreach } from '../../store/outreach/read-outreach.ts';
import { isoDateOf } from '../calendar/civil-day.ts';
import type { RawStatus } from '../disclosure/release-status.ts';
import { computedFor } from './read-dashboard.ts';

const MS_PER_DAY = 86_400_000;
/** A source without anything new for longer is called stale: a weekly import has missed its week. */
const FRESH_DAYS = 8;
/** Spans without a single activity of at least this many days are told as gaps. */
const GAP_DAYS = 7;
const MOST_GAPS = 20;

/** Sources that coordinators fill, in the order of the records room. */
const RECORDS = [
  'routes',
  'memberRoutes',
  'partners',
  'events',
  'attendance',
  'campaigns',
  'participation',
  'resourceUse',
  'mentorships',
  'roles',
] as const satisfies readonly (keyof OutreachRows)[];

/** How fresh each source is, where nothing was recorded, and what metrics lack. Throws HearthError `not-found`. */
export async function readDataStatus(
  context: DataContext,
  communityId: CommunityId,
  job: JobHandle | null,
): Promise<RawStatus> {
  const community = readCommunityFacts(context.read, communityId);
  if (!community) throw new HearthError('not-found');
  const now = context.clock.now();
  const computed = await Promise.all(
    dashboards.map((dashboard) => computedFor(context, { communityId, dashboard, unit: 'quarter' }, job)),
  );
  const span = computed.find(({ firstDay }) => firstDay !== null);
  const sources = await new Turns(job).run(readSources(context.read, communityId));
  const outreach = readOutreach(context.read, communityId);
  return {
    communityId,
    timeZone: community.timeZone,
    firstDay: span?.firstDay === undefined || span.firstDay === null ? null : isoDateOf(span.firstDay),
    lastDay: span?.lastDay === undefined || span.lastDay === null ? null : isoDateOf(span.lastDay),
    members: countPeople(context.read, communityId),
    botsRemoved: countBots(context.read, communityId),
    sources: [
      ...sources.map((row) => sourceOf(row, now)),
      ...RECORDS.map((id) => recordSource(id, outreach[id].length)),
    ],
    gaps: gapsIn(readActiveDayNumbers(context.read, communityId)),
    missing: computed.flatMap(({ metrics }) =>
      metrics.flatMap(({ module, raw }) => (raw.kind === 'missing' ? [{ metricId: module.id, needs: raw.needs }] : [])),
    ),
    notes: [],
  };
}

function sourceOf({ id, count, last_at }: SourceRow, now: Instant): RawStatus['sources'][number] {
  if (count === 0) return { id, count, lastAt: null, state: 'none' };
  const isFresh = last_at !== null && now - last_at <= FRESH_DAYS * MS_PER_DAY;
  return { id, count, lastAt: last_at, state: isFresh ? 'fresh' : 'stale' };
}

/** Records are written down when something happens: without a date of their own they are there or not. */
function recordSource(id: string, count: number): RawStatus['sources'][number] {
  return { id, count, lastAt: null, state: count === 0 ? 'none' : 'fresh' };
}

function gapsIn(days: readonly number[]): ChartPeriod[] {
  const gaps: ChartPeriod[] = [];
  for (let at = 1; at < days.length; at += 1) {
    const before = days[at - 1] ?? 0;
    const after = days[at] ?? 0;
    if (after - before - 1 < GAP_DAYS) continue;
    gaps.push({ start: isoDateOf(before + 1), end: isoDateOf(after - 1), complete: true });
  }
  return gaps.reverse().slice(0, MOST_GAPS);
}
