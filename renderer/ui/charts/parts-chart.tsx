import { useTranslation } from 'react-i18next';
import type { PartsShape } from '../../../shared/domain/health/chart.ts';
import { readingOf, saysNumber } from '../../../shared/domain/health/reading.ts';
import { type ChartWords, useChartWords } from './chart-words.ts';
import { fillNameOf } from './fill-patterns.tsx';
import { MarkKey } from './mark-key.tsx';
import type { Annotations } from './series-model.ts';
import { isBroken, SidedBars } from './sided-bars.tsx';
import { ValueWords } from './value-words.tsx';
import './bars-chart.css';
import './parts-chart.css';

/** Wholes and their parts: bars over time above and below zero, or one bar a row with a pattern for each part. */
export function PartsChart({
  shape,
  name,
  annotations = [],
}: {
  shape: PartsShape;
  name: string;
  annotations?: Annotations | undefined;
}) {
  const values = shape.rows.flatMap((row) => row.values);
  const isSeries = shape.unit === 'count' && shape.rows.length > 1 && shape.rows.every((row) => row.period !== null);
  // Without one row that can be drawn whole there is no axis to draw; the rows say what there is to say.
  const overTime = isSeries && shape.rows.some((row) => !isBroken(row) && row.values.some(saysNumber));
  return (
    <div className="ui-parts">
      <PartsKey shape={shape} />
      <MarkKey values={values} hiddenAs={overTime ? 'hiddenParts' : 'hidden'} />
      {overTime ? (
        <SidedBars shape={shape} name={name} annotations={annotations} />
      ) : (
        <PartRows shape={shape} name={name} />
      )}
    </div>
  );
}

/** Which pattern is which part, in the fixed order of the parts. */
function PartsKey({ shape }: { shape: PartsShape }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <ul className="ui-chart-key" aria-label={t('key.label')}>
      {shape.parts.map((part, at) => (
        <li key={part.id}>
          <span className="ui-part-swatch" data-fill={fillNameOf(at)} aria-hidden="true" />
          {words.label(part.label)}
        </li>
      ))}
    </ul>
  );
}

function PartRows({ shape, name }: { shape: PartsShape; name: string }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <figure className="ui-part-figure" aria-label={name}>
      <ul className="ui-part-rows">
        {shape.rows.map((row) => (
          <li key={row.id} className="ui-part-row">
            <p className="ui-part-name">
              {words.row(row)}
              {saysNumber(row.n) && (
                <span className="ui-chart-notes">{t('row.people', { value: words.value(row.n, 'count') })}</span>
              )}
            </p>
            <PartBar shape={shape} row={row} />
            <ul className="ui-part-values ui-figures">
              {shape.parts.map((part, at) => (
                <PartValue key={part.id} shape={shape} row={row} at={at} words={words} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/**
 * The parts as one bar. Where a single part is missing there is no bar at all: what is left of the whole would have the
 * length of what is hidden.
 */
function PartBar({ shape, row }: { shape: PartsShape; row: PartsShape['rows'][number] }) {
  const { t } = useTranslation('charts');
  const readings = row.values.map(readingOf);
  if (readings.some((reading) => reading === null)) {
    const hidden = row.values.some(({ mark }) => mark === 'hidden');
    return hidden ? <p className="ui-chart-remark">{t('bars.partsHidden')}</p> : null;
  }
  const segments = shape.parts.map((part, at) => ({
    ...part,
    at,
    size: Math.max(0, readings[at]?.value ?? 0),
    look: readings[at]?.look,
  }));
  const sided = segments.some(({ side }) => side === 'below');
  const middle = segments
    .filter(({ side }) => side === 'middle')
    .map((segment) => ({ ...segment, size: segment.size / 2 }));
  return (
    <div className="ui-part-bar" data-sided={sided || undefined} aria-hidden="true">
      {sided && <Segments segments={[...segments.filter(({ side }) => side === 'below'), ...middle]} of={100} />}
      <Segments
        segments={[...middle, ...segments.filter(({ side }) => side === 'above')]}
        of={sided ? 100 : sumOf(segments)}
      />
    </div>
  );
}

interface Segment {
  readonly id: string;
  readonly at: number;
  readonly size: number;
  readonly look: string | undefined;
}

/** Rounded parts need not add up to their whole, so a bar without sides is filled by their own sum. */
function sumOf(segments: readonly Segment[]): number {
  return Math.max(
    1,
    segments.reduce((sum, { size }) => sum + size, 0),
  );
}

function Segments({ segments, of }: { segments: readonly Segment[]; of: number }) {
  return (
    <span className="ui-part-side">
      {segments.map(({ id, at, size, look }) => (
        <span
          key={id}
          className="ui-part"
          data-fill={fillNameOf(at)}
          data-mark={look}
          style={{ inlineSize: `${((size / of) * 100).toFixed(2)}%` }}
        />
      ))}
    </span>
  );
}

function PartValue({
  shape,
  row,
  at,
  words,
}: {
  shape: PartsShape;
  row: PartsShape['rows'][number];
  at: number;
  words: ChartWords;
}) {
  const part = shape.parts[at];
  const value = row.values[at];
  if (!(part && value)) return null;
  return (
    <li>
      <span className="ui-part-swatch" data-fill={fillNameOf(at)} aria-hidden="true" />
      <span>{words.label(part.label)}</span>
      <ValueWords value={value} unit={shape.unit} />
    </li>
  );
}
