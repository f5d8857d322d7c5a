import type { CurvesShape } from '../../../../shared/domain/health/chart.ts';
import { html, join, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { atRiskRows } from './at-risk-rows.ts';
import { chartFrame, scaleOf } from './chart-frame.ts';
import { lineKey, lineLook, MOST_LINES } from './line-look.ts';
import { curveBand, curvePath, ticks, unbrokenRuns } from './share-chart.ts';

/** Step curves over time since a start, each with its band and dashes of its own. Null where no step can be read. */
export function curvesPicture({ series, time }: CurvesShape, label: string, words: ReportWords): Markup | null {
  const curves = series.slice(0, MOST_LINES);
  const times = curves.flatMap(({ points }) => points.map(({ at }) => at));
  const last = Math.max(1, ...times);
  const drawn = curves.map(({ points }) => unbrokenRuns(points));
  if (!drawn.some((runs) => runs.length > 0)) return null;
  const scale = scaleOf(words.direction, [0, last], [0, 100]);
  const marks = drawn.flatMap((runs, at) => {
    const { colour, dash } = lineLook(at);
    return runs.flatMap((run) => [
      curveBand(run, scale, 'steps', colour),
      html`<path d="${curvePath(run, scale, 'steps')}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    ]);
  });
  return html`<figure>${join([
    lineKey(curves.map(({ label: name }) => words.label(name))),
    chartFrame({
      direction: words.direction,
      label,
      axisLabel: words.say(time === 'days' ? 'days' : 'hours'),
      scale,
      xTicks: ticks(0, Math.floor(last), time).map((at) => ({ at, label: words.number(at) })),
      yTicks: [0, 25, 50, 75, 100].map((at) => ({ at, label: words.percent(at) })),
      marks,
    }),
    atRiskRows(
      curves.map(({ atRisk }) => atRisk),
      scale,
      words,
    ),
  ])}</figure>`;
}
