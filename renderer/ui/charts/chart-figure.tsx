import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ChartShape } from '../../../shared/domain/health/chart.ts';
import { BarsChart } from './bars-chart.tsx';
import { CurvesChart } from './curves-chart.tsx';
import { DotsChart } from './dots-chart.tsx';
import { GridChart } from './grid-chart.tsx';
import { type DataDoors, MissingChart } from './missing-chart.tsx';
import { NumbersChart } from './numbers-chart.tsx';
import { PartsChart } from './parts-chart.tsx';
import { SeriesChart } from './series-chart.tsx';
import type { Annotations } from './series-model.ts';
import './charts.css';

/** The drawing of any published shape. `name` is what a screen reader calls it. */
export function ChartFigure({
  shape,
  name,
  annotations = [],
  doors,
}: {
  shape: ChartShape;
  name: string;
  annotations?: Annotations | undefined;
  doors: DataDoors;
}) {
  switch (shape.kind) {
    case 'series':
      return <SeriesChart shape={shape} name={name} annotations={annotations} />;
    case 'bars':
      return <BarsChart shape={shape} name={name} />;
    case 'dots':
      return <DotsChart shape={shape} name={name} />;
    case 'curves':
      return <CurvesChart shape={shape} name={name} />;
    case 'parts':
      return <PartsChart shape={shape} name={name} annotations={annotations} />;
    case 'grid':
      return <GridChart shape={shape} name={name} />;
    case 'numbers':
      return <NumbersChart shape={shape} name={name} />;
    case 'missing':
      return <MissingChart shape={shape} doors={doors} />;
    default:
      return assertNever(shape);
  }
}
