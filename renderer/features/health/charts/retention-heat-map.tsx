import { useTranslation } from 'react-i18next';
import { readingOf } from '../../../../shared/domain/health/reading.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { RetentionTable } from '../../../../shared/ipc/topics/health.ts';
import { useDateWords } from '../use-date-words.ts';
import { usePublishedText } from '../use-published-text.ts';
import { cohortsFromFirst } from './cohorts-from-first.ts';
import { periodWords } from './retention-words.ts';
import './retention-heat-map.css';

const shades = 6;

/** Shade 0 to 5 of a share in percent. Even steps, so that one shade always means the same share in every table. */
function shadeOf(share: PublishedValue): number | undefined {
  const value = readingOf(share)?.value ?? null;
  return value === null ? undefined : Math.min(shades - 1, Math.floor((value / 100) * shades));
}

/** Cohorts down, periods across. The number stands in every cell: the shade only helps the eye. */
export function RetentionHeatMap({ table }: { table: RetentionTable }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const words = periodWords[table.unit];
  const dates = useDateWords();
  const cohorts = cohortsFromFirst(table.cohorts);
  const periods = Math.max(0, ...cohorts.map((cohort) => cohort.cells.length));
  const columns = Array.from({ length: periods }, (_, period) => period);
  const short = (value: PublishedValue): string => {
    const number = readingOf(value)?.value ?? null;
    if (number !== null) return say({ mark: 'shown', value: number, lower: null, upper: null }, 'percent');
    return value.mark === 'unavailable' ? '–' : '';
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className="health-heat-scroll" tabIndex={0} aria-label={t('screen.retention.tableLabel')}>
      <table className="health-heat ui-figures">
        <thead>
          <tr>
            <th scope="col">{t(words.cohort)}</th>
            <th scope="col">{t('screen.retention.joined')}</th>
            {columns.map((period) => (
              <th key={period} scope="col">
                {t(words.one, { number: period })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <tr key={cohort.start}>
              <th scope="row">{dates.cohort(cohort.start, table.unit)}</th>
              <td className="health-heat-size">{say(cohort.size, 'count')}</td>
              {columns.map((period) => {
                const cell = cohort.cells[period];
                if (!cell) return <td key={period} className="health-heat-none" />;
                return (
                  <td
                    key={period}
                    data-mark={cell.share.mark}
                    data-shade={shadeOf(cell.share)}
                    title={say(cell.share, 'percent')}
                    aria-label={say(cell.share, 'percent')}
                  >
                    {short(cell.share)}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr className="health-heat-average">
            <th scope="row">{t('screen.retention.average')}</th>
            <td />
            {columns.map((period) => {
              const value = table.average[period];
              return (
                <td key={period} data-mark={value?.mark} aria-label={value ? say(value, 'percent') : undefined}>
                  {value ? short(value) : ''}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
