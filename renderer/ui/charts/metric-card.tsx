import { Download, ImageDown } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { Button } from '../button.tsx';
import { type CardOwn, CardPicture, titleOf } from './card-picture.tsx';
import { useChartWords } from './chart-words.ts';
import { useExportPicture } from './export-stage.tsx';
import type { DataDoors } from './missing-chart.tsx';
import { PoolingOffer, pooledOf } from './pooling-offer.tsx';
import { ShapeTable } from './shape-tables.tsx';
import './metric-card.css';

/** SVG text, and a name for the file. */
export interface CardPictureFile {
  readonly text: string;
  readonly suggestedName: string;
}

/** What the screen around a card does for it. */
export interface CardDoors extends DataDoors {
  /** Saves the metric's tidy CSV; left out where a chart has no file of its own. */
  readonly onSaveCsv?: ((metricId: string) => void) | undefined;
  /**
   * Saves a drawing of the metric; left out where none may leave the screen. `draw` makes it from the chart as it may leave.
   */
  readonly onSavePicture?: ((metricId: string, draw: DrawPicture) => void) | undefined;
}

/** Draws a published chart as SVG text. */
export type DrawPicture = (chart: MetricChart, own?: CardOwn) => Promise<CardPictureFile>;

/** One metric as every metric stands: a finding, the drawing, what has to be said with it, its meaning, table and files. */
export const MetricCard = memo(function MetricCard({
  chart: told,
  own,
  doors,
}: {
  chart: MetricChart;
  /** Words and a drawing in the place of the catalogue's. */
  own?: CardOwn | undefined;
  doors: CardDoors;
}) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const { draw, stage } = useExportPicture();
  const [showsTable, setShowsTable] = useState(false);
  const [showsMeaning, setShowsMeaning] = useState(false);
  const [wantsPooled, setWantsPooled] = useState(false);
  const chart = wantsPooled ? pooledOf(told) : told;
  const heading = useId();
  const details = useId();
  const title = titleOf(chart, own, words);
  const definition =
    own?.definition ?? words.sentence({ key: `${chart.dashboard}:${chart.metricId}.definition`, params: {} });
  const missing = chart.shape.kind === 'missing';
  // A grid is a table already.
  const tabled = !missing && (own?.table !== undefined || chart.shape.kind !== 'grid');
  const savePicture = (): void =>
    doors.onSavePicture?.(chart.metricId, async (exported, ownExported) => ({
      text: await draw(wantsPooled ? pooledOf(exported) : exported, ownExported),
      suggestedName: `${exported.metricId}.svg`,
    }));
  return (
    <section className="ui-metric" aria-labelledby={heading}>
      <CardPicture chart={chart} own={own} doors={doors} heading={heading} />
      {told.pooled && (
        <PoolingOffer pooled={told.pooled} heading={heading} isPooled={wantsPooled} onPooled={setWantsPooled} />
      )}
      <div className="ui-metric-actions">
        {tabled && (
          <Button
            variant="quiet"
            aria-describedby={heading}
            aria-expanded={showsTable}
            aria-controls={details}
            onPress={() => setShowsTable(!showsTable)}
          >
            {showsTable ? t('card.hideTable') : t('card.showTable')}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-describedby={heading}
          aria-expanded={showsMeaning}
          aria-controls={details}
          onPress={() => setShowsMeaning(!showsMeaning)}
        >
          {t('card.meaning')}
        </Button>
        {!missing && doors.onSaveCsv && (
          <Button
            variant="quiet"
            icon={Download}
            aria-describedby={heading}
            onPress={() => doors.onSaveCsv?.(chart.metricId)}
          >
            {t('card.saveCsv')}
          </Button>
        )}
        {!missing && doors.onSavePicture && (
          <Button variant="quiet" icon={ImageDown} aria-describedby={heading} onPress={savePicture}>
            {t('card.savePicture')}
          </Button>
        )}
      </div>
      <div id={details} className="ui-metric-details" hidden={!(showsTable || showsMeaning)}>
        {showsMeaning && <Meaning chart={chart} definition={definition} />}
        {showsTable &&
          (own?.table ?? <ShapeTable shape={chart.shape} name={t('card.table', { title })} earlier={chart.earlier} />)}
      </div>
      {stage}
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
        {chart.team && <li>{t('card.teamCounted')}</li>}
        <li>{t('card.source', { id: chart.metricId })}</li>
      </ul>
    </div>
  );
}
