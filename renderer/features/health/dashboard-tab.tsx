import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardId } from '../../../shared/domain/health/pillar.ts';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { DashboardPane } from '../../ui/charts/dashboard-pane.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { useCardDoors } from '../../ui/charts/use-card-doors.ts';
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
  const { t } = useTranslation('dashboards');
  const { query: view, computing } = useDashboard(dashboard, choice);
  const cards = useCardDoors(doors, choice.communityId, choice.unit);
  return (
    <DashboardPane
      view={view.data}
      failed={view.isError}
      onRetry={() => void view.refetch()}
      doors={cards}
      computing={<ComputingNote computing={computing} label={t('state.computing')} rows={view.data ? 0 : 12} />}
      before={before}
      after={after}
    />
  );
}
