import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricChart, Sentence } from '../../../shared/domain/health/chart.ts';
import { countsTeamThroughout } from '../../../shared/domain/health/team-rule.ts';
import type { Finding, HealthView, RetentionTable, StayCurve } from '../../../shared/ipc/topics/health.ts';
import type { CardOwn } from '../../ui/charts/card-picture.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { lifeCycleShape, reciprocityShape, stayShape } from './charts/health-shapes.ts';
import { LifeCycleTable, ReciprocityTable, RetentionCurveTable, StayTable } from './charts/health-tables.tsx';
import { RetentionFigure, retentionShape } from './charts/retention-figure.tsx';
import { lifeCycleComparison, retentionComparison } from './compared.ts';
import type { ChartMetric } from './queries.ts';
import { usePublishedText } from './use-published-text.ts';

/** One chart of return and stay, as a card shows it. */
export interface HealthCard {
  readonly chart: MetricChart & { readonly metricId: ChartMetric };
  readonly own: CardOwn;
}

type Told = NonNullable<HealthView['retention' | 'stay' | 'lifeCycle' | 'reciprocity']>;

const prefixed = ({ key, params }: Finding): Sentence => ({ key: `health:${key}`, params });

/** What every chart of the view has in common with the charts of the dashboards. */
function chartOf<Metric extends Told>(
  told: Metric,
  shape: MetricChart['shape'],
  more: Partial<Pick<MetricChart, 'comparison' | 'annotations' | 'dashboard'>> = {},
): HealthCard['chart'] {
  return {
    metricId: told.metricId,
    dashboard: 'resilience',
    isCore: true,
    definitionVersion: told.definitionVersion,
    level: told.level,
    chart: null,
    shape,
    finding: prefixed(told.finding),
    caveats: told.caveats.map(prefixed),
    ...(countsTeamThroughout(told.caveats) ? { team: 'counted' as const } : {}),
    comparison: told.comparison ? prefixed(told.comparison) : null,
    annotations: [],
    ...more,
  };
}

/**
 * Makes the cards of a view: of the one on the screen, and of the one that leaves as a picture. Notes stand on the one
 * chart with an axis of dates.
 */
export function useHealthCards(annotations: MetricChart['annotations']): (view: HealthView) => readonly HealthCard[] {
  const { t } = useTranslation('health');
  const format = useFormat();
  return useCallback(
    (view) => {
      const { retention, stay, lifeCycle, reciprocity } = view;
      const cards: (HealthCard | null)[] = [
        retention && {
          chart: chartOf(retention, retentionShape(retention), { comparison: retentionComparison(retention) }),
          own: retentionWords(retention, view.spaceId === null, t),
        },
        stay && {
          chart: chartOf(stay, stayShape(stay)),
          own: {
            title: t('screen.stay.title'),
            definition: t('screen.stay.definition', { days: format.number(stay.gapDays) }),
            facts: <StayFacts stay={stay} />,
            table: <StayTable stay={stay} />,
          },
        },
        lifeCycle && {
          chart: chartOf(lifeCycle, lifeCycleShape(lifeCycle), {
            comparison: lifeCycleComparison(lifeCycle),
            annotations,
          }),
          own: {
            title: t('screen.lifeCycle.title'),
            definition: t('screen.lifeCycle.definition'),
            table: <LifeCycleTable lifeCycle={lifeCycle} />,
          },
        },
        reciprocity && {
          chart: chartOf(reciprocity, reciprocityShape(reciprocity), { dashboard: 'connection' }),
          own: {
            title: t('screen.reciprocity.title'),
            definition: t('screen.reciprocity.definition'),
            table: <ReciprocityTable reciprocity={reciprocity} />,
          },
        },
      ];
      return cards.filter((card) => card !== null);
    },
    [t, format, annotations],
  );
}

type SayHealth = ReturnType<typeof useTranslation<'health'>>['t'];

function retentionWords(retention: RetentionTable, isWhole: boolean, t: SayHealth): CardOwn {
  return {
    title: t('screen.retention.title'),
    definition: t(isWhole ? 'screen.retention.definition' : 'screen.retention.spaceDefinition'),
    figure: <RetentionFigure table={retention} />,
    table: <RetentionCurveTable table={retention} />,
  };
}

/** How the people behind the curve are told apart. */
function StayFacts({ stay }: { stay: StayCurve }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const format = useFormat();
  return (
    <p className="ui-board-facts ui-figures">
      <span>{t('screen.stay.lapsed', { value: say(stay.lapsed, 'count') })}</span>
      {stay.removed && (
        <span>
          {t('screen.stay.removed', {
            day: format.number(stay.removed.day),
            value: say(stay.removed.share, 'percent'),
          })}
        </span>
      )}
      <span>{t('screen.stay.stillHere', { value: say(stay.stillHere, 'count') })}</span>
      <span>{t('screen.stay.tooRecent', { value: say(stay.tooRecent, 'count') })}</span>
    </p>
  );
}
