import { type ActivityLevel, activityLevels } from '../../../../shared/domain/activity.ts';
import { dashboards } from '../../../../shared/domain/health/pillar.ts';
import { gapOptions } from '../../../../shared/domain/health/view-options.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DataContext } from '../../service/context.ts';
import { Turns } from '../../service/turns.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import type { ReadDb } from '../../store/db.ts';
import { beginSnapshot, keepReleases } from '../../store/health-releases/commands.ts';
import { findNewestRelease } from '../../store/health-releases/queries.ts';
import { holdTeams, readTeamChanges } from '../../store/members/team.ts';
import { inTransaction } from '../../store/transaction.ts';
import { computeHealthByGap } from '../compute-health.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import type { RawDashboard } from '../disclosure/dashboard-view.ts';
import { type Release, releaseTogether } from '../disclosure/release-together.ts';
import { uncountedQuarters } from '../facts/team-rule-days.ts';
import type { RawHealth } from '../raw-health.ts';
import { computeCommunity } from './compute-community.ts';
import { type FrozenQuarter, frozenNames } from './frozen-quarter.ts';
import { annotationsOf, modulesOf } from './read-dashboard.ts';

const WITHHELD_CELLS = 'withheld cells';

/**
 * Counts a quarter once, from one state of the store, in every way that may be asked for later, audits all of it together
 * and keeps what may be told. Two options of one chart told at different times would tell what changed in between; two
 * charts audited apart would give away what each hides (health.md C.3.4, C.7.3). What was told before stays as it was.
 * Rejects with HearthError `cancelled` as the turns do; the quarter is then not frozen.
 */
export async function freezeQuarter(
  context: DataContext,
  quarter: FrozenQuarter,
  turns: Turns = new Turns(),
): Promise<void> {
  const { communityId, firstDay } = quarter;
  const snapshot = beginSnapshot(context.write, communityId, 'quarter', firstDay, context.clock.now());
  const teams = uncountedQuarters(readTeamChanges(context.read, communityId), quarter.lastDay);
  inTransaction(context.write, () => holdTeams(context.write, communityId, teams));
  const before = findNewestRelease(
    context.read,
    { communityId, kind: 'quarter', upTo: firstDay - 1 },
    WITHHELD_CELLS,
  )?.released;
  const counted = await context.readSnapshot((db) => countQuarter(context, db, quarter, turns));
  // The audit can't be stopped: whoever has left by now is heard before it begins.
  await turns.yield();
  const release = releaseTogether(
    {
      dashboards: counted.dashboards,
      views: counted.views.map(({ raw }) => raw),
      secret: snapshot.secret,
      withheldBefore: new Set(before === undefined ? [] : (JSON.parse(before) as string[])),
    },
    'export',
  );
  keepReleases(
    context.write,
    [
      ...keptDashboards(release),
      ...keptViews(release, counted.views),
      [WITHHELD_CELLS, JSON.stringify(release.withheld)] as const,
    ].map(([question, released]) => ({ snapshotId: snapshot.id, question, released })),
  );
}

interface CountedQuarter {
  readonly dashboards: readonly RawDashboard[];
  readonly views: readonly CountedView[];
}

/** A part of the view of one level, and what it is kept under. */
interface CountedView {
  readonly raw: RawHealth;
  readonly names: readonly { readonly name: string; readonly part: 'around' | 'retention' | 'stay' }[];
}

async function countQuarter(
  context: DataContext,
  db: ReadDb,
  quarter: FrozenQuarter,
  turns: Turns,
): Promise<CountedQuarter> {
  const { communityId, lastDay, knownTo } = quarter;
  const community = readCommunityFacts(db, communityId);
  if (!community) throw new HearthError('not-found');
  const now = context.clock.now();
  const views: CountedView[] = [];
  for (const level of activityLevels) {
    const asked = { communityId, level, unit: 'fit', gaps: gapOptions, now, asOf: lastDay } as const;
    views.push(...partsOf(level, await computeHealthByGap(db, asked, turns)));
  }
  const span = { unit: 'quarter', asOf: knownTo, viewTo: lastDay, pools: 'all' } as const;
  const question = { communityId, timeZone: community.timeZone, now, ...span };
  const { timeZone, cutOff, window, metrics, teamRule } = await computeCommunity(
    db,
    question,
    new Set(modulesOf(dashboards)),
    turns,
  );
  const around = { communityId, unit: 'quarter', timeZone, cutOff, window, teamRule, computedAt: now } as const;
  const shared = {
    annotations: annotationsOf(context, communityId),
    identityRules: identityRulesOf(db, communityId, 'export'),
  };
  return {
    views,
    dashboards: dashboards.map((dashboard) => ({
      ...around,
      ...shared,
      dashboard,
      metrics: metrics.filter(({ module }) => module.dashboard === dashboard),
    })),
  };
}

/** Each table and curve of a level once: told twice, it would be counted twice by the audit. */
function partsOf(
  level: ActivityLevel,
  { around, stays }: Awaited<ReturnType<typeof computeHealthByGap>>,
): CountedView[] {
  const whole: CountedView = {
    raw: around,
    names: [
      { name: frozenNames.around(level), part: 'around' },
      { name: frozenNames.retention(level), part: 'retention' },
    ],
  };
  const curves = gapOptions.map((gap): CountedView => {
    const raw = { ...around, retention: null, lifeCycle: null, reciprocity: null, stay: stays.get(gap) ?? null };
    return { raw, names: [{ name: frozenNames.stay(level, gap), part: 'stay' }] };
  });
  return [whole, ...curves];
}

type Kept = readonly [question: string, released: string];

function keptDashboards({ dashboards: views }: Release): Kept[] {
  return views.map((view) => [frozenNames.dashboard(view.dashboard), JSON.stringify(view)]);
}

function keptViews({ views }: Release, counted: readonly CountedView[]): Kept[] {
  return views.flatMap((view, at) =>
    (counted[at]?.names ?? []).map(({ name, part }): Kept => {
      const told = part === 'around' ? { ...view, retention: null, stay: null } : view[part];
      return [name, JSON.stringify(told)];
    }),
  );
}
