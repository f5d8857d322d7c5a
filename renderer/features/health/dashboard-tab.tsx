import { type ReactNode, useMemo } from 'react';
import type { DashboardId } from '../../../shared/domain/health/pillar.ts';
import { DashboardPane } from '../../ui/charts/dashboard-pane.tsx';
import type { DrawPicture } from '../../ui/charts/metric-card.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { type DashboardChoice, useDashboard } from './queries.ts';

/** One dashboard with its files. */
export function DashboardTab({
  dashboard,
  choice,
  doors,
  before,
  after,
}: {
  dashboard: DashboardId;
  choice: DashboardChoice;
  doors: ScreenDoors;
  before?: ReactNode;
  after?: ReactNode;
}) {
  const view = useDashboard(dashboard, choice);
  const { communityId, unit } = choice;
  const cards = useMemo(
    () => ({
      ...doors,
      onSaveCsv: (metricId: string) => doors.saveCsv({ communityId, metricId, unit }),
      onSavePicture: (metricId: string, draw: DrawPicture) => doors.savePicture({ communityId, metricId }, draw),
    }),
    [doors, communityId, unit],
  );
  return (
    <DashboardPane
      view={view.data}
      failed={view.isError}
      onRetry={() => void view.refetch()}
      doors={cards}
      before={before}
      after={after}
    />
  );
}
