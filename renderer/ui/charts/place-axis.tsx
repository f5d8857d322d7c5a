import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Tooltip, XAxis } from 'recharts';
import type { ChartUnit, SeriesShape } from '../../../shared/domain/health/chart.ts';
import { saysNumber } from '../../../shared/domain/health/reading.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { useChartWords } from './chart-words.ts';
import { placeKey, type SeriesPlace } from './series-model.ts';
import { useChartDirection } from './use-chart-direction.ts';

/** The places of a drawing by their names, in the direction of reading. `room` stays free at both ends, in pixels. */
export function PlaceAxis({
  places,
  room = 0,
}: {
  places: readonly Pick<SeriesPlace, 'key' | 'row'>[];
  room?: number;
}) {
  const words = useChartWords();
  const { reversed } = useChartDirection();
  return (
    <XAxis
      dataKey="key"
      reversed={reversed}
      padding={{ left: room, right: room }}
      minTickGap={16}
      interval="equidistantPreserveStart"
      tickFormatter={(key: string) => {
        const place = places.find((one) => one.key === key);
        return place ? words.row(place.row) : '';
      }}
    />
  );
}

/** What the pointer or the arrow keys find at a place of series. */
export function SeriesTooltip({
  series,
  unit,
  cursor = true,
}: {
  series: SeriesShape['series'];
  unit: ChartUnit;
  cursor?: ComponentProps<typeof Tooltip>['cursor'];
}) {
  const sayAt = useSayAt(series, unit);
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={cursor}
      content={({ active, label }) => {
        const said = active ? sayAt(String(label)) : null;
        return said && <ChartTooltip {...said} />;
      }}
    />
  );
}

/** Finished words of published values. */
function useSayAt(series: SeriesShape['series'], unit: ChartUnit) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (key: string): { title: string; lines: readonly string[] } | null => {
    const found = series.flatMap((one) => {
      const row = one.rows.find((candidate) => placeKey(candidate) === key);
      return row ? [{ one, row }] : [];
    });
    const [first] = found;
    if (!first) return null;
    return {
      title: words.row(first.row),
      lines: found.flatMap(({ one, row }) => {
        const said = words.value(row.value, unit);
        const value = series.length > 1 ? t('row.pair', { name: words.label(one.label), value: said }) : said;
        if (row.n === null || !saysNumber(row.n)) return [value];
        return [value, t('row.people', { value: words.value(row.n, 'count') })];
      }),
    };
  };
}
