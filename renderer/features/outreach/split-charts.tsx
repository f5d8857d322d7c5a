import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { coverageSentences } from '../../../shared/domain/health/coverage-sentences.ts';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import { useChartWords } from '../../ui/charts/chart-words.ts';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import { MetricCard } from '../../ui/charts/metric-card.tsx';
import { ProtectNote } from '../../ui/charts/protect-note.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { Section } from '../../ui/page.tsx';
import { type SplitChoice, useSplit } from './queries.ts';

/** A share of members that stands beside no population, though that is what it is read against. */
function lacksBenchmark({ chart, shape }: MetricChart): boolean {
  return chart === REPRESENTATION && shape.kind === 'dots' && (shape.benchmarks ?? []).length === 0;
}

/** Row of research/health.md E. */
const REPRESENTATION = 10;

/** How many answered comes first: whoever reads on knows for whom the rest speaks. No file and no picture leaves from here. */
export function SplitCharts({ choice, doors }: { choice: SplitChoice; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  const words = useChartWords();
  const { query: split, computing } = useSplit(choice);
  if (split.isPending) return <ComputingNote computing={computing} label={t('state.computing')} rows={10} />;
  if (split.error) return <DashboardFailed onRetry={() => void split.refetch()} />;
  const { coverage, chart, beside, refused, snapshotDay, questionVersion, threshold, rounding } = split.data;
  const seeing = { rooms: doors.rooms, onOpen: doors.onOpen };
  return (
    <>
      <p className="ui-board-facts ui-figures">
        <span>{t('split.snapshot', { day: words.day(snapshotDay) })}</span>
        <span>{t('split.version', { version: questionVersion })}</span>
      </p>
      <p className="ui-description">{t('split.held')}</p>
      <Section title={t('split.coverage')} lead={t('split.coverageLead')}>
        <p className="ui-reading">{coverageSentences(coverage).map(words.sentence).join(' ')}</p>
        <ChartFigure shape={coverage} name={t('split.coverage')} doors={seeing} />
      </Section>
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
      {chart && <MetricCard chart={chart} doors={seeing} />}
      {beside.map((one) => (
        <MetricCard key={one.metricId} chart={one} doors={seeing} />
      ))}
      <ProtectNote threshold={threshold} rounding={rounding} />
    </>
  );
}
