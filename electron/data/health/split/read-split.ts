import type { SplitMeasure } from '../../../../shared/domain/health/split.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import { identityOf } from '../../identity/identity-of.ts';
import type { DataContext } from '../../service/context.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { beginSnapshot, forgetOldWeeks, keepRelease } from '../../store/health-releases/commands.ts';
import { findRelease, findToldBefore, readLedger } from '../../store/health-releases/queries.ts';
import type { SnapshotRow } from '../../store/health-releases/row.ts';
import { readIdentityThreshold } from '../../store/identity/settings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { localDaysIn } from '../calendar/local-days.ts';
import { keptAsText, reviveRelease } from '../disclosure/revive-release.ts';
import { type DisclosureRules, identityRulesFor } from '../disclosure/rules.ts';
import type { ToldCounts } from '../disclosure/split/carried-rows.ts';
import { type ReleasedSplit, releaseSplit } from '../disclosure/split/release-split.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import { computeSplit, type SplitQuestion } from './compute-split.ts';
import { bitsFromRow, rowFromBits } from './ledger-bits.ts';
import { type SnapshotWeek, snapshotWeekOf } from './snapshot-week.ts';

/**
 * A measure by the groups of an identity question, from the snapshot of the week. Asked again within the week the same is
 * said again. Throws HearthError `not-found` for a community, question or crossing that does not exist.
 */
export async function readSplit(context: DataContext, asked: SplitQuestion): Promise<Published<SplitView>> {
  const { communityId, question, measure, cross } = asked;
  const community = readCommunityFacts(context.read, communityId);
  const module = groupMetrics.find((one) => one.measure === measure);
  if (!community || !module) throw new HearthError('not-found');
  if (cross !== 'none' && !module.crossings.includes(cross)) throw new HearthError('not-found');
  const week = snapshotWeekOf(localDaysIn(community.timeZone).dayOf(context.clock.now()));
  const snapshot = beginSnapshot(context.write, communityId, 'week', week.monday, context.clock.now());
  const name = JSON.stringify([question, measure, cross]);
  const kept = findRelease(context.write, snapshot.id, name);
  if (kept !== undefined) return reviveRelease<SplitView>(kept);
  return await releaseNow(context, asked, { name, week, snapshot, timeZone: community.timeZone });
}

interface Asked {
  readonly name: string;
  readonly week: SnapshotWeek;
  readonly snapshot: SnapshotRow;
  readonly timeZone: string;
}

async function releaseNow(
  context: DataContext,
  { communityId, question, measure, cross }: SplitQuestion,
  { name, week, snapshot, timeZone }: Asked,
): Promise<Published<SplitView>> {
  const identity = identityOf(context).current();
  if (!identity) throw new HearthError('not-found');
  const rules = rulesOf(context, communityId);
  const computed = await context.readSnapshot((db) =>
    computeSplit(db, identity, {
      communityId,
      question,
      measure,
      cross,
      timeZone,
      week,
      now: context.clock.now(),
      rules,
    }),
  );
  if (!computed) throw new HearthError('not-found');
  const told = findToldBefore(context.write, communityId, week.monday, name);
  const released = releaseSplit(
    {
      ...computed,
      released: readLedger(context.write, snapshot.id, measure).map((row) => ({
        measure: row.measure,
        members: bitsFromRow(row),
      })),
      toldBefore: told === undefined ? {} : (JSON.parse(told) as ToldCounts),
      secret: snapshot.secret,
    },
    rules,
  );
  keep(context, communityId, { name, week, snapshot }, measure, released);
  return released.view;
}

function keep(
  context: DataContext,
  communityId: CommunityId,
  { name, week, snapshot }: Omit<Asked, 'timeZone'>,
  measure: SplitMeasure,
  { view, told, shown }: ReleasedSplit,
): void {
  inTransaction(context.write, () => {
    keepRelease(context.write, {
      snapshotId: snapshot.id,
      question: name,
      released: keptAsText(view),
      told: JSON.stringify(told),
      ledger: shown.map(({ members }) => ({ measure, ...rowFromBits(members) })),
    });
    forgetOldWeeks(context.write, communityId, week.monday);
  });
}

/** The team's rules for identity cells, with the threshold that the community chose to raise. */
function rulesOf(context: DataContext, communityId: CommunityId): DisclosureRules {
  const chosen = readIdentityThreshold(context.read, communityId);
  return identityRulesFor('team', chosen ?? undefined);
}
