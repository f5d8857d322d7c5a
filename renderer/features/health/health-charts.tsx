import { useMemo } from 'react';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import { type CardDoors, type DrawPicture, MetricCard } from '../../ui/charts/metric-card.tsx';
import { useNotes } from './goals/queries.ts';
import type { ChartMetric } from './queries.ts';
import { useHealthCards } from './use-health-cards.tsx';

/** What leaves a chart as files; both are made anew by the rules of an export. */
export interface HealthFiles {
  readonly saveCsv: (metric: ChartMetric) => void;
  /** `drawView` draws one chart of the view as it leaves. */
  readonly savePicture: (metric: ChartMetric, drawView: (view: HealthView) => ReturnType<DrawPicture>) => void;
}

const parts = { return: ['Z4', 'Z8', 'Z9'], reciprocity: ['R8'] } as const;
const noNotes: MetricChart['annotations'] = [];

/** Who stays and who comes and goes, or whether replies are mutual. */
export function HealthCharts({
  view,
  part,
  files,
}: {
  view: HealthView;
  part: keyof typeof parts;
  /** Null where the charts stay on the screen. */
  files: HealthFiles | null;
}) {
  const notes = useNotes(view.communityId).data ?? noNotes;
  const cardsOf = useHealthCards(notes);
  const told: readonly ChartMetric[] = parts[part];
  const cards = useMemo(
    () => cardsOf(view).filter(({ chart }) => told.includes(chart.metricId)),
    [cardsOf, view, told],
  );
  const doors = useMemo((): CardDoors => {
    const stay = { rooms: [], onOpen: () => undefined };
    if (!files) return stay;
    return {
      ...stay,
      onSaveCsv: (metric) => files.saveCsv(metric as ChartMetric),
      onSavePicture: (metric, draw) =>
        files.savePicture(metric as ChartMetric, async (exported) => {
          const card = cardsOf(exported).find(({ chart }) => chart.metricId === metric);
          if (!card) throw new Error('the view lacks the chart it was asked for');
          return await draw(card.chart, card.own);
        }),
    };
  }, [files, cardsOf]);
  return (
    <div className="health-charts">
      {cards.map(({ chart, own }) => (
        <MetricCard key={chart.metricId} chart={chart} own={own} doors={doors} />
      ))}
    </div>
  );
}
