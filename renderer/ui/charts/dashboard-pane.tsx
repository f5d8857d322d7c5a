import { ChartNoAxesColumn, FileUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartPeriod, MetricChart } from '../../../shared/domain/health/chart.ts';
import { Button } from '../button.tsx';
import { useFormat } from '../format/use-format.ts';
import { EmptyState, ErrorState } from '../states.tsx';
import { useChartWords } from './chart-words.ts';
import { MetricBoard } from './metric-board.tsx';
import type { CardDoors } from './metric-card.tsx';
import { ProtectNote } from './protect-note.tsx';

/** What a dashboard shows of its view. */
export interface ShownDashboard {
  readonly timeZone: string;
  readonly cutOff: number | null;
  readonly threshold: number | null;
  readonly rounding: number | null;
  readonly period: ChartPeriod | null;
  readonly charts: readonly MetricChart[];
}

export interface DashboardPaneProps {
  /** Nothing while it is computed for the first time. */
  readonly view: ShownDashboard | undefined;
  readonly failed: boolean;
  readonly onRetry: () => void;
  readonly doors: CardDoors;
  /** Stands where the charts will be, and above old ones while new ones are computed. */
  readonly computing: ReactNode;
  /** Stands before the charts, once there are activities. */
  readonly before?: ReactNode;
  /** Stands after the charts. */
  readonly after?: ReactNode;
}

/** One dashboard in all its states: being computed, failed, without activities, and as charts with the rules they follow. */
export function DashboardPane({ view, failed, onRetry, doors, computing, before, after }: DashboardPaneProps) {
  const { t } = useTranslation('dashboards');
  if (failed) return <DashboardFailed onRetry={onRetry} />;
  if (!view) return computing;
  const lacksAll = view.cutOff === null && view.charts.every(({ shape }) => shape.kind === 'missing');
  return (
    <div className="ui-board">
      {computing}
      {lacksAll ? (
        <EmptyState
          icon={ChartNoAxesColumn}
          title={t('state.noActivities')}
          actions={
            <Button variant="primary" icon={FileUp} onPress={() => doors.onOpen('imports')}>
              {t('health.import')}
            </Button>
          }
        >
          {t('state.noActivitiesWords')}
        </EmptyState>
      ) : (
        <>
          <Facts view={view} />
          {before}
          <MetricBoard charts={view.charts} doors={doors} />
          {after}
          <ProtectNote threshold={view.threshold} rounding={view.rounding} />
        </>
      )}
    </div>
  );
}

/** The failure of a whole dashboard, with a way on. */
export function DashboardFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('dashboards');
  return (
    <ErrorState title={t('state.failed')} actions={<Button onPress={onRetry}>{t('state.retry')}</Button>}>
      {t('state.failedWords')}
    </ErrorState>
  );
}

/** What every reader has to know before the first chart: which period, until when, in which zone. */
function Facts({ view }: { view: ShownDashboard }) {
  const { t } = useTranslation('dashboards');
  const format = useFormat();
  const words = useChartWords();
  return (
    <p className="ui-board-facts ui-figures">
      {view.period && <span>{t('facts.period', { period: words.period(view.period) })}</span>}
      {view.cutOff !== null && <span>{t('facts.until', { date: format.day(view.cutOff, view.timeZone) })}</span>}
      <span>{t('facts.zone', { zone: view.timeZone })}</span>
      <span>{t('facts.team')}</span>
    </p>
  );
}
