import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import type { SplitPage } from '../../../shared/ipc/topics/dashboards.ts';
import { codeOf } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import { MetricCard } from '../../ui/charts/metric-card.tsx';
import { ProtectNote } from '../../ui/charts/protect-note.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { type SplitChoice, useSplit } from './queries.ts';
import { SplitFacts } from './split-facts.tsx';
import { useSplitCards } from './use-split-cards.tsx';
import { useSplitDoors } from './use-split-doors.ts';

/** A share of members that stands beside no population, though that is what it is read against. */
function lacksBenchmark({ chart, shape }: MetricChart): boolean {
  return chart === REPRESENTATION && shape.kind === 'dots' && (shape.benchmarks ?? []).length === 0;
}

/** Row of research/health.md E. */
const REPRESENTATION = 10;

/** Why there is no quarter to show, said in its own words: that is no failure. */
const NO_QUARTER = ['quarter-open', 'nothing-to-report'];

/** A split by group: how many answered comes first, then the measure with what stands beside it. */
export function SplitCharts({ choice, doors }: { choice: SplitChoice; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  const { query: split, computing } = useSplit(choice);
  if (split.isPending) return <ComputingNote computing={computing} label={t('state.computing')} rows={10} />;
  if (split.error && NO_QUARTER.includes(codeOf(split.error))) return <FailureCallout error={split.error} />;
  if (split.error) return <DashboardFailed onRetry={() => void split.refetch()} />;
  return <SplitPageCards page={split.data} doors={doors} />;
}

function SplitPageCards({ page, doors }: { page: SplitPage; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  const cardsOf = useSplitCards();
  const [coverage, ...measures] = useMemo(() => cardsOf(page), [cardsOf, page]);
  const cardDoors = useSplitDoors(doors, page);
  const { refused, chart, threshold, rounding } = page;
  const seeing = useMemo(() => ({ rooms: doors.rooms, onOpen: doors.onOpen }), [doors]);
  const hasCoverage = page.coverage.facets.length > 0;
  return (
    <>
      <SplitFacts page={page} />
      {coverage && <MetricCard {...coverage} doors={hasCoverage ? cardDoors : seeing} />}
      {refused !== null && <Callout announce>{t(`split.refused.${refused}`)}</Callout>}
      {chart && lacksBenchmark(chart) && (
        <Callout
          actions={
            doors.rooms.includes('records') && (
              <Button onPress={() => doors.onOpen('records')}>{t('outreach.records')}</Button>
            )
          }
        >
          {t('split.noBenchmark')}
        </Callout>
      )}
      {measures.map((card) => (
        <MetricCard key={card.chart.metricId} {...card} doors={cardDoors} />
      ))}
      <ProtectNote threshold={threshold} rounding={rounding} />
    </>
  );
}
