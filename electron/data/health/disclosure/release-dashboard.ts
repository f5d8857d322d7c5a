import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { RawDashboard } from './dashboard-view.ts';
import { releaseTogether } from './release-together.ts';

/** The gate of one dashboard. A metric of the team alone never goes to an export. */
export function releaseDashboard(raw: RawDashboard, place: DisclosurePlace): Published<DashboardView> {
  const [view] = releaseTogether({ dashboards: [raw], views: [] }, place).dashboards;
  if (!view) throw new Error('a dashboard went into its release and did not come out');
  return view;
}
