import type { Ability, Community } from '../../../shared/domain/community.ts';
import { type SourceId, sourceIds, type WhyNotFresh } from '../../../shared/domain/freshness.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { BackFill, CommunityFreshness, SourceFreshness, UnreadItems } from '../../../shared/ipc/topics/sync.ts';
import type { DataContext } from '../service/context.ts';
import { listCommunities } from '../store/communities/queries.ts';
import type { ReadDb } from '../store/db.ts';
import { type ActivityReadingRow, findActivityReading } from '../store/sync-state/activity-reading.ts';
import { findSyncState } from '../store/sync-state/queries.ts';
import { listSourceReads, type SourceReadRow } from '../store/sync-state/sources.ts';
import { listUnreadProblems } from '../store/unread/queries.ts';
import { minutesBetweenReadings, ownInterval } from './schedule.ts';

/** What only the schedule knows of a community. */
export interface Planned {
  readonly nextPullAt: Instant | null;
  readonly nextActivitiesAt: Instant | null;
  readonly isReadingActivities: boolean;
}

const dayMs = 24 * 60 * 60_000;

/** Since when what is fresh, in every community that is read over the network. */
export function readFreshness(
  context: Pick<DataContext, 'write' | 'setting' | 'network' | 'clock'>,
  plannedFor: (community: Community) => Planned,
): readonly CommunityFreshness[] {
  const db = context.write;
  return listCommunities(db)
    .filter((one) => one.platform !== 'import')
    .map((community) => {
      const { id: communityId, name, connection } = community;
      const everyMinutes = minutesBetweenReadings(context, communityId);
      const reading = findActivityReading(db, communityId);
      const planned = plannedFor(community);
      const reads = new Map(listSourceReads(db, communityId).map((row) => [row.source, row]));
      const given = { db, community, reading, planned, reads, everyMinutes, network: context.network.state() };
      return {
        communityId,
        name,
        connection,
        everyMinutes,
        ownInterval: ownInterval(db, communityId),
        sources: sourceIds.map((id) => sourceOf(given, id)),
        backFill: community.capabilities?.activities === true ? backFillOf(reading, planned) : null,
        unread: listUnreadProblems(db, communityId).map(toUnreadItems),
      };
    });
}

interface Given {
  readonly db: ReadDb;
  readonly community: Community;
  readonly reading: ActivityReadingRow;
  readonly planned: Planned;
  readonly reads: ReadonlyMap<string, SourceReadRow>;
  readonly everyMinutes: number;
  readonly network: ReturnType<DataContext['network']['state']>;
}

function sourceOf(given: Given, id: SourceId): SourceFreshness {
  const read = given.reads.get(id);
  const why = whyNot(given, id);
  return { id, readAt: read?.read_at ?? null, nextAt: isNever(why) ? null : nextAt(given, id), why };
}

const never: readonly (WhyNotFresh | null)[] = ['platform', 'version', 'right', 'hearth', 'unknown', 'paused'];

function isNever(why: string | null): boolean {
  return (never as readonly (string | null)[]).includes(why);
}

function nextAt({ db, community, planned }: Given, id: SourceId): Instant | null {
  if (id === 'activities') return planned.nextActivitiesAt ?? planned.nextPullAt;
  if (id !== 'measures' || planned.nextPullAt === null) return planned.nextPullAt;
  const last = findSyncState(db, community.id).measures_at;
  return last === null ? planned.nextPullAt : Math.max(planned.nextPullAt, last + dayMs);
}

/** The first thing in the way, in the order in which a person would have to deal with it. */
function whyNot(given: Given, id: SourceId): string | null {
  const { community, network, reads, everyMinutes, reading } = given;
  const absent = absence(community, id);
  if (absent !== null) return absent;
  if (community.connection !== 'connected') return community.connection;
  if (network !== 'online') return network;
  if (id === 'activities' && reading.paused === 1) return 'paused';
  const code = reads.get(id)?.error_code ?? null;
  if (code !== null) return code;
  if (id === 'activities' && reading.filled_at === null) return 'back-fill';
  return everyMinutes > 0 ? null : 'manual';
}

/** Why the server gives none of it, or null where it does. */
function absence({ capabilities }: Community, id: SourceId): string | null {
  if (id === 'reports' || id === 'open-list') return null;
  if (!capabilities) return 'unknown';
  const isOffered =
    id === 'activities'
      ? capabilities.activities === true
      : capabilities.measures || capabilities.dimensions || capabilities.retention;
  if (isOffered) return null;
  const ability: Ability = id;
  return capabilities.absences?.find((one) => one.ability === ability)?.why ?? 'platform';
}

function backFillOf(reading: ActivityReadingRow, planned: Planned): BackFill {
  const { first_at: firstAt, reached_at: reachedAt, filled_at: filledAt, paused } = reading;
  const idle = filledAt === null ? 'waiting' : 'caught-up';
  const running = planned.isReadingActivities ? 'reading' : idle;
  return { state: paused === 1 ? 'paused' : running, firstAt, reachedAt, isFilled: filledAt !== null };
}

function toUnreadItems(row: ReturnType<typeof listUnreadProblems>[number]): UnreadItems {
  const { list, problem, count, gone } = row;
  return { list, problem, count, gone, firstSeenAt: row.first_seen_at, lastSeenAt: row.last_seen_at };
}
