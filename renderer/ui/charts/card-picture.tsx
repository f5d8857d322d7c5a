import { type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartShape, MetricChart } from '../../../shared/domain/health/chart.ts';
import { FormattedText } from '../formatted-text.tsx';
import { ChartBoundary } from './chart-boundary.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { type ChartWords, useChartWords } from './chart-words.ts';
import { EarlierSummary } from './earlier-summary.tsx';
import type { DataDoors } from './missing-chart.tsx';

/** What a card says and draws in its own way, in the place of the catalogue's words and the drawing of its shape. */
export interface CardOwn {
  readonly title: string;
  readonly definition: string;
  /** The drawing, where the shape alone does not say it all. */
  readonly figure?: ReactNode;
  /** Figures that stand below the drawing. */
  readonly facts?: ReactNode;
  /** The same numbers as text. */
  readonly table?: ReactNode;
  /** What the community did in the year that the numbers end with, where no axis of dates holds it. */
  readonly notes?: MetricChart['annotations'];
}

export interface CardPictureProps {
  readonly chart: MetricChart;
  readonly own?: CardOwn | undefined;
  readonly doors: DataDoors;
  /** Id of the title, for what the card is called. */
  readonly heading?: string;
  /** The element as a drawing is made of it. */
  readonly picture?: Ref<HTMLDivElement>;
}

/** What a card shows and what a picture of it holds: title, finding, comparison, drawing, what it can't say. */
export function CardPicture({ chart, own, doors, heading, picture }: CardPictureProps) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const ownHeading = useId();
  const title = titleOf(chart, own, words);
  const finding = words.sentence(chart.finding);
  const missing = chart.shape.kind === 'missing';
  return (
    <div ref={picture} className="ui-metric-picture">
      <h2 id={heading ?? ownHeading}>{title}</h2>
      {!missing && <p className="ui-metric-finding">{finding}</p>}
      {chart.comparison && <p className="ui-metric-comparison">{words.sentence(chart.comparison)}</p>}
      <EarlierSummary chart={chart} />
      <ChartBoundary>
        {own?.figure ?? (
          <ChartFigure
            shape={chart.shape}
            name={t('card.chart', { title, finding })}
            annotations={chart.annotations}
            doors={doors}
          />
        )}
        {own?.facts}
      </ChartBoundary>
      {isDated(chart.shape) && <Annotations title={t('card.notes')} annotations={chart.annotations} numbered />}
      {own?.notes && <Annotations title={t('card.notesOfYear')} annotations={own.notes} />}
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

/** What a card is called: in its own words, or in those of the catalogue. */
export function titleOf(chart: MetricChart, own: CardOwn | undefined, words: ChartWords): string {
  return own?.title ?? words.sentence({ key: `${chart.dashboard}:${chart.metricId}.title`, params: {} });
}

/** True where something stands on an axis of dates. Elsewhere notes have no place, and a number without one says nothing. */
function isDated(shape: ChartShape): boolean {
  if (shape.kind === 'parts') return shape.rows.some(({ period }) => period !== null);
  return shape.kind === 'series' && shape.series.some(({ rows }) => rows.some(({ period }) => period !== null));
}

/** What the community did, numbered where the numbers stand in the drawing. The words are somebody's own. */
function Annotations({
  title,
  annotations,
  numbered = false,
}: {
  title: string;
  annotations: MetricChart['annotations'];
  numbered?: boolean;
}) {
  const words = useChartWords();
  if (annotations.length === 0) return null;
  return (
    <div className="ui-metric-notes">
      <h3>{title}</h3>
      <ol>
        {annotations.map(({ day, text }, at) => (
          <li key={`${day} ${text}`}>
            {numbered && <span>{words.tick(at + 1, 'count')}</span>}
            <span>{words.day(day)}</span>
            <FormattedText as="inline" text={text} />
          </li>
        ))}
      </ol>
    </div>
  );
}
