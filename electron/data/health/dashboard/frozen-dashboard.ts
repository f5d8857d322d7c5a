import { type DashboardId, dashboards } from '../../../../shared/domain/health/pillar.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { DataContext } from '../../service/context.ts';
import type { JobHandle } from '../../service/jobs.ts';
import { type FrozenQuarter, frozenNames } from './frozen-quarter.ts';
import { frozenRelease } from './frozen-release.ts';

/**
 * Dashboards as they leave for one frozen quarter: all metrics, by the rules of an export, the same every time. Rejects with
 * HearthError `cancelled` when the job is.
 */
export async function frozenDashboards(
  context: DataContext,
  quarter: FrozenQuarter,
  job: JobHandle | null = null,
  wanted: readonly DashboardId[] = dashboards,
): Promise<Published<DashboardView>[]> {
  const views: Published<DashboardView>[] = [];
  for (const dashboard of wanted) {
    views.push(await frozenRelease<DashboardView>(context, quarter, frozenNames.dashboard(dashboard), job));
  }
  return views;
}
