import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { bars } from './charts/bars.ts';
import { curves } from './charts/curves.ts';
import { dots } from './charts/dots.ts';
import { grid } from './charts/grid.ts';
import { missing } from './charts/missing.ts';
import { numbers } from './charts/numbers.ts';
import { parts } from './charts/parts.ts';
import { series } from './charts/series.ts';

/** Every shape in every state, by the page of the gallery they stand on. */
export const gallery: readonly { readonly name: string; readonly charts: readonly MetricChart[] }[] = [
  { name: 'series', charts: series },
  { name: 'flat', charts: [...bars, ...dots] },
  { name: 'others', charts: [...curves, ...parts, ...grid, ...numbers, ...missing] },
];
