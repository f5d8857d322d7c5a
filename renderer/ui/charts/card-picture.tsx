import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { FormattedText } from '../formatted-text.tsx';
import { ChartBoundary } from './chart-boundary.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { useChartWords } from './chart-words.ts';
import type { DataDoors } from './missing-chart.tsx';

export interface CardPictureProps {
  readonly chart: MetricChart;
  readonly doors: DataDoors;
  /** Id of the title, for what the card is called. */
  readonly heading?: string;
  /** The element as a drawing is made of it. */
  readonly picture?: Ref<HTMLDivElement>;
}

/** What a card shows and what a picture of it holds: title, finding, comparison, drawing, what it can't say. */
export function CardPicture({ chart, doors, heading, picture }: CardPictureProps) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const own = useId();
  const title = words.sentence({ key: `${chart.dashboard}:${chart.metricId}.title`, params: {} });
  const finding = words.sentence(chart.finding);
  const missing = chart.shape.kind === 'missing';
  return (
    <div ref={picture} className="ui-metric-picture">
      <h2 id={heading ?? own}>{title}</h2>
      {!missing && <p className="ui-metric-finding">{finding}</p>}
      {chart.comparison && <p className="ui-metric-comparison">{words.sentence(chart.comparison)}</p>}
      <ChartBoundary>
        <ChartFigure
          shape={chart.shape}
          name={t('card.chart', { title, finding })}
          annotations={chart.annotations}
          doors={doors}
        />
      </ChartBoundary>
      <Annotations annotations={chart.annotations} />
      {!missing && chart.caveats.length > 0 && (
        <ul className="ui-metric-caveats">
          {chart.caveats.map((caveat) => (
            <li key={caveat.key}>{words.sentence(caveat)}</li>
          ))}
        </ul>
      )}
      <p className="ui-metric-stamp">{t('card.exported')}</p>
    </div>
  );
}

/** What the community did, by the number that stands in the drawing. The words are somebody's own. */
function Annotations({ annotations }: { annotations: MetricChart['annotations'] }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  if (annotations.length === 0) return null;
  return (
    <div className="ui-metric-notes">
      <h3>{t('card.notes')}</h3>
      <ol>
        {annotations.map(({ day, text }, at) => (
          <li key={`${day} ${text}`}>
            <span>{words.tick(at + 1, 'count')}</span>
            <span>{words.day(day)}</span>
            <FormattedText as="inline" text={text} />
          </li>
        ))}
      </ol>
    </div>
  );
}
