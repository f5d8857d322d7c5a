import type { SplitMeasure } from '../../../../shared/domain/health/split.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import { findIdentity, usingIdentity } from '../../identity/identity-of.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { Turns } from '../../service/turns.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import { beginSnapshot } from '../../store/health-releases/commands.ts';
import { listQuestions } from '../../store/identity/questions.ts';
import type { FrozenQuarter } from '../dashboard/frozen-quarter.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import { releaseFromSnapshot } from './release-from-snapshot.ts';

/** What a report tells by group: who is here, and who stays. The rest is for the team. */
const REPORTED: readonly SplitMeasure[] = ['representation', 'stay'];

/**
 * The splits of a frozen quarter as they leave: every question of the community, two measures each, by the rules of an
 * export. Those that say nothing (too few answers, too detailed) are left out. Rejects with HearthError `cancelled` when the
 * job is; what was told until then stands.
 */
export function frozenSplits(
  context: DataContext,
  quarter: FrozenQuarter,
  job: JobHandle | null = null,
): Promise<Published<SplitView>[]> {
  // All of them or none: erased in between, a report would tell half.
  return usingIdentity(context, () => splitsOf(context, quarter, job));
}

async function splitsOf(
  context: DataContext,
  quarter: FrozenQuarter,
  job: JobHandle | null,
): Promise<Published<SplitView>[]> {
  const { communityId, firstDay, lastDay: asOf } = quarter;
  const identity = findIdentity(context)?.current();
  const community = readCommunityFacts(context.read, communityId);
  if (!identity || !community) return [];
  const keys = [...new Set(listQuestions(identity.db, communityId).map(({ key }) => key))];
  const snapshot = beginSnapshot(context.write, communityId, 'quarter', firstDay, context.clock.now());
  const rules = identityRulesOf(context.read, communityId, 'export');
  const place = { snapshot, asOf, rules, crossings: ['none'] } as const;
  const views: Published<SplitView>[] = [];
  for (const question of keys) {
    for (const measure of REPORTED) {
      const asked = { communityId, question, measure, cross: 'none' } as const;
      const view = await releaseFromSnapshot(context, asked, place, new Turns(job)).catch(noAnswers);
      if (view && view.chart !== null) views.push(view);
    }
  }
  return views;
}

/** A quarter before the first answers has no splits, and a report without them is whole all the same. */
function noAnswers(error: unknown): null {
  if (error instanceof HearthError && error.code === 'not-found') return null;
  throw error;
}
