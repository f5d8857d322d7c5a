import type { ChartUnit } from '../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';
import { useChartWords } from './chart-words.ts';

/** One value where it stands in text or in a table: a hidden one is a hatched block of fixed size and says why. */
export function ValueWords({ value, unit }: { value: PublishedValue; unit: ChartUnit }) {
  const words = useChartWords();
  if (value.mark === 'impossible') return <span className="ui-visually-hidden">{words.value(value, unit)}</span>;
  if (value.mark === 'unavailable') {
    return (
      <span className="ui-chart-dash">
        <span aria-hidden="true">–</span>
        <span className="ui-visually-hidden">{words.value(value, unit)}</span>
      </span>
    );
  }
  return (
    <span className="ui-chart-value" data-mark={value.mark}>
      {value.mark === 'hidden' && <span className="ui-hidden-value" aria-hidden="true" />}
      {words.value(value, unit)}
    </span>
  );
}
