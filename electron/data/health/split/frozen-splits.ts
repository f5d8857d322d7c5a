import { type SplitMeasure, teamMeasures } from '../../../../shared/domain/health/split.ts';
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
import type { SplitQuestion } from './read-split-facts.ts';
import { releaseFromSnapshot } from './release-from-snapshot.ts';

/** What a report tells by group: who is here, and who stays. The rest leaves where somebody asks for its file. */
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
  const { communityId } = quarter;
  const identity = findIdentity(context)?.current();
  const community = readCommunityFacts(context.read, communityId);
  if (!identity || !community) return [];
  const keys = [...new Set(listQuestions(identity.db, communityId).map(({ key }) => key))];
  const views: Published<SplitView>[] = [];
  for (const question of keys) {
    for (const measure of REPORTED) {
      const view = await frozenSplit(context, quarter, { question, measure }, new Turns(job)).catch(noAnswers);
      if (view && view.chart !== null) views.push(view);
    }
  }
  return views;
}

/**
 * One split of a frozen quarter as it leaves: without crossings, the same every time. Told once, when it is first asked for,
 * beside everything that was told before. Rejects with HearthError `not-found` where there are no answers or no such
 * question, or the measure is for the team alone, and `cancelled` as the turns do.
 */
export async function frozenSplit(
  context: DataContext,
  { communityId, firstDay, lastDay: asOf }: FrozenQuarter,
  { question, measure }: Pick<SplitQuestion, 'question' | 'measure'>,
  turns: Turns,
): Promise<Published<SplitView>> {
  if (teamMeasures.includes(measure)) throw new HearthError('not-found');
  const snapshot = beginSnapshot(context.write, communityId, 'quarter', firstDay, context.clock.now());
  const rules = identityRulesOf(context.read, communityId, 'export');
  const asked = { communityId, question, measure, cross: 'none' } as const;
  return await releaseFromSnapshot(context, asked, { snapshot, asOf, rules, crossings: ['none'] }, turns);
}

/** A quarter before the first answers has no splits, and a report without them is whole all the same. */
function noAnswers(error: unknown): null {
  if (error instanceof HearthError && error.code === 'not-found') return null;
  throw error;
}
