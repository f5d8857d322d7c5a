import { type ActivityLevel, activityLevels } from '../../../../shared/domain/activity.ts';
import { dashboards } from '../../../../shared/domain/health/pillar.ts';
import { gapOptions } from '../../../../shared/domain/health/view-options.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { DataContext } from '../../service/context.ts';
import { Turns } from '../../service/turns.ts';
import { readCommunityFacts } from '../../store/activities/community-facts.ts';
import type { ReadDb } from '../../store/db.ts';
import { beginSnapshot, keepReleases } from '../../store/health-releases/commands.ts';
import { findReleaseBefore } from '../../store/health-releases/queries.ts';
import { computeHealth } from '../compute-health.ts';
import { identityRulesOf } from '../disclosure/community-rules.ts';
import type { RawDashboard } from '../disclosure/dashboard-view.ts';
import { type Release, releaseTogether } from '../disclosure/release-together.ts';
import type { RawHealth } from '../raw-health.ts';
import { computeCommunity } from './compute-community.ts';
import { type FrozenQuarter, frozenNames } from './frozen-quarter.ts';
import { annotationsOf, modulesOf } from './read-dashboard.ts';

const WITHHELD_CELLS = 'withheld cells';

/**
 * Counts a quarter once, from one state of the store, in every way that may be asked for later, audits all of it together
 * and keeps what may be told. Two options of one chart told at different times would tell what changed in between; two
 * charts audited apart would give away what each hides (health.md C.3.4, C.7.3). What was told before stays as it was.
 */
export async function freezeQuarter(context: DataContext, quarter: FrozenQuarter): Promise<void> {
  const { communityId, firstDay } = quarter;
  const snapshot = beginSnapshot(context.write, communityId, 'quarter', firstDay, context.clock.now());
  const before = findReleaseBefore(context.read, snapshot, WITHHELD_CELLS);
  const counted = await context.readSnapshot((db) => countQuarter(context, db, quarter));
  const release = releaseTogether(
    {
      ...counted,
      secret: snapshot.secret,
      withheldBefore: new Set(before === undefined ? [] : (JSON.parse(before) as string[])),
    },
    'export',
  );
  keepReleases(
    context.write,
    [
      ...keptDashboards(release),
      ...keptViews(release),
      [WITHHELD_CELLS, JSON.stringify(release.withheld)] as const,
    ].map(([question, released]) => ({ snapshotId: snapshot.id, question, released })),
  );
}

interface CountedQuarter {
  readonly dashboards: readonly RawDashboard[];
  readonly views: readonly RawHealth[];
}

async function countQuarter(context: DataContext, db: ReadDb, quarter: FrozenQuarter): Promise<CountedQuarter> {
  const { communityId, lastDay, knownTo } = quarter;
  const community = readCommunityFacts(db, communityId);
  if (!community) throw new HearthError('not-found');
  const now = context.clock.now();
  const views: RawHealth[] = [];
  const turns = new Turns();
  for (const option of optionsToCount()) {
    views.push(await computeHealth(db, { communityId, ...option, now, asOf: lastDay }, turns));
  }
  const span = { unit: 'quarter', asOf: knownTo, viewTo: lastDay } as const;
  const question = { communityId, timeZone: community.timeZone, now, ...span };
  const { timeZone, cutOff, window, metrics } = await computeCommunity(
    db,
    question,
    new Set(modulesOf(dashboards)),
    turns,
  );
  const around = { communityId, unit: 'quarter', timeZone, cutOff, window, computedAt: now } as const;
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

interface HealthOption {
  readonly unit: 'fit';
  readonly level: ActivityLevel;
  readonly gapDays: number;
}

/** So many that every step, every gap and every level is counted once: a table knows no gap, and a curve no steps. */
function optionsToCount(): HealthOption[] {
  const longest = gapOptions.length;
  return activityLevels.flatMap((level) =>
    Array.from({ length: longest }, (_, at) => ({
      level,
      unit: 'fit' as const,
      gapDays: gapOptions[at % gapOptions.length] ?? gapOptions[0],
    })),
  );
}

type Kept = readonly [question: string, released: string];

function keptDashboards({ dashboards: views }: Release): Kept[] {
  return views.map((view) => [frozenNames.dashboard(view.dashboard), JSON.stringify(view)]);
}

/** Each table and curve once, with what stands around it. */
function keptViews({ views }: Release): Kept[] {
  const options = optionsToCount();
  const kept = new Map<string, string>();
  for (const [at, view] of views.entries()) {
    const { level, gapDays } = options[at] ?? { level: 2, gapDays: 0 };
    kept.set(frozenNames.around(level), JSON.stringify({ ...view, retention: null, stay: null }));
    kept.set(frozenNames.retention(level), JSON.stringify(view.retention));
    kept.set(frozenNames.stay(level, gapDays), JSON.stringify(view.stay));
  }
  return [...kept];
}
