import { Download, ImageDown } from 'lucide-react';
import { memo, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { Button } from '../button.tsx';
import { FormattedText } from '../formatted-text.tsx';
import { ChartBoundary } from './chart-boundary.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { useChartWords } from './chart-words.ts';
import type { DataDoors } from './missing-chart.tsx';
import { pictureOf } from './picture/picture-of.ts';
import { ShapeTable } from './shape-tables.tsx';
import './metric-card.css';

/** SVG text, and a name for the file. */
export interface CardPicture {
  readonly text: string;
  readonly suggestedName: string;
}

/** What the screen around a card does for it. */
export interface CardDoors extends DataDoors {
  /** Saves the metric's tidy CSV; left out where a chart has no file of its own. */
  readonly onSaveCsv?: ((metricId: string) => void) | undefined;
  /** Saves a drawing of the card; left out where a drawing must not leave the screen. */
  readonly onSavePicture?: ((picture: CardPicture) => void) | undefined;
}

/** One metric as every metric stands: a finding, the drawing, what has to be said with it, its meaning, table and files. */
export const MetricCard = memo(function MetricCard({ chart, doors }: { chart: MetricChart; doors: CardDoors }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const picture = useRef<HTMLDivElement>(null);
  const [showsTable, setShowsTable] = useState(false);
  const [showsMeaning, setShowsMeaning] = useState(false);
  const heading = useId();
  const details = useId();
  const own = (part: 'title' | 'definition'): string =>
    words.sentence({ key: `${chart.dashboard}:${chart.metricId}.${part}`, params: {} });
  const title = own('title');
  const finding = words.sentence(chart.finding);
  const missing = chart.shape.kind === 'missing';
  // A grid is a table already.
  const tabled = !missing && chart.shape.kind !== 'grid';
  const savePicture = (): void => {
    if (!picture.current) return;
    const text = pictureOf(picture.current, { title, description: finding });
    doors.onSavePicture?.({ text, suggestedName: `${chart.metricId}.svg` });
  };
  return (
    <section className="ui-metric" aria-labelledby={heading}>
      <div ref={picture} className="ui-metric-picture">
        <h2 id={heading}>{title}</h2>
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
        <p className="ui-metric-stamp">{t('card.teamOnly')}</p>
      </div>
      <div className="ui-metric-actions">
        {tabled && (
          <Button
            variant="quiet"
            aria-expanded={showsTable}
            aria-controls={details}
            onPress={() => setShowsTable(!showsTable)}
          >
            {showsTable ? t('card.hideTable') : t('card.showTable')}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-expanded={showsMeaning}
          aria-controls={details}
          onPress={() => setShowsMeaning(!showsMeaning)}
        >
          {t('card.meaning')}
        </Button>
        {!missing && doors.onSaveCsv && (
          <Button variant="quiet" icon={Download} onPress={() => doors.onSaveCsv?.(chart.metricId)}>
            {t('card.saveCsv')}
          </Button>
        )}
        {!missing && doors.onSavePicture && (
          <Button variant="quiet" icon={ImageDown} onPress={savePicture}>
            {t('card.savePicture')}
          </Button>
        )}
      </div>
      <div id={details} className="ui-metric-details" hidden={!(showsTable || showsMeaning)}>
        {showsMeaning && <Meaning chart={chart} definition={own('definition')} />}
        {showsTable && <ShapeTable shape={chart.shape} name={t('card.table', { title })} />}
      </div>
    </section>
  );
});

/** The definition as it was applied: its version, what counts as active, and where it is written down. */
function Meaning({ chart, definition }: { chart: MetricChart; definition: string }) {
  const { t } = useTranslation(['charts', 'health']);
  return (
    <div className="ui-metric-meaning">
      <p className="ui-reading">{definition}</p>
      <ul>
        <li>{t('card.definition', { version: chart.definitionVersion })}</li>
        {chart.level !== null && <li>{t('card.level', { level: t(`health:screen.levels.${chart.level}`) })}</li>}
        <li>{t('card.source', { id: chart.metricId })}</li>
      </ul>
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
