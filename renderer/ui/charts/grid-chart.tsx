import { useTranslation } from 'react-i18next';
import type { GridShape } from '../../../shared/domain/health/chart.ts';
import { axisOver, placeOn, readingOf, saysNumber } from '../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { useChartWords } from './chart-words.ts';
import { MarkKey, SilentKey } from './mark-key.tsx';
import './grid-chart.css';

const shades = 6;

/** A table of shades, and a real table: the number stands in every cell, the shade only helps the eye. */
export function GridChart({ shape, name }: { shape: GridShape; name: string }) {
  const words = useChartWords();
  const values = shape.cells.flat();
  const axis = axisOver(shape.unit, values);
  // A table without a number would look like one that failed to load.
  if (!values.some(saysNumber)) return <SilentKey values={values} />;
  const shadeOf = (value: PublishedValue): number | undefined => {
    const reading = readingOf(value);
    if (!reading || reading.look === 'open') return undefined;
    return Math.min(shades - 1, Math.floor(placeOn(axis, 'linear', reading.value) * shades));
  };
  return (
    <div className="ui-grid-chart">
      <MarkKey values={values} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className="ui-grid-scroll" tabIndex={0} aria-label={name}>
        <table className="ui-grid ui-figures">
          <thead>
            <tr>
              <td />
              {shape.columns.map((column, at) => (
                <th key={keyOf(at)} scope="col">
                  {words.label(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shape.cells.map((cells, at) => (
              <tr key={keyOf(at)}>
                <th scope="row">{shape.rows[at] && words.label(shape.rows[at])}</th>
                {cells.map((cell, column) => (
                  <td key={keyOf(column)} data-mark={cell.mark} data-shade={shadeOf(cell)}>
                    <span aria-hidden="true">{words.short(cell, shape.unit)}</span>
                    <span className="ui-visually-hidden">{words.value(cell, shape.unit)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ShadeKey axis={[words.tick(axis.from, shape.unit), words.tick(axis.to, shape.unit)]} />
    </div>
  );
}

/** Rows and columns of a published grid never move, so their place is their name. */
function keyOf(at: number): string {
  return `line-${at}`;
}

function ShadeKey({ axis: [least, most] }: { axis: readonly [string, string] }) {
  const { t } = useTranslation('charts');
  return (
    <p className="ui-grid-key ui-figures">
      {t('row.pair', { name: t('key.lighter'), value: least })}
      <span className="ui-grid-shades" aria-hidden="true">
        {Array.from({ length: shades }, (_, shade) => (
          <span key={keyOf(shade)} data-shade={shade} />
        ))}
      </span>
      {t('row.pair', { name: t('key.darker'), value: most })}
    </p>
  );
}
