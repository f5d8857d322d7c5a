import { useTranslation } from 'react-i18next';
import type { CurvesShape } from '../../../shared/domain/health/chart.ts';
import { saysNumber } from '../../../shared/domain/health/reading.ts';
import { useChartWords } from './chart-words.ts';
import { CurvePlot } from './curve-plot.tsx';
import { MarkKey, SilentKey } from './mark-key.tsx';
import { SeriesKey } from './series-key.tsx';
import { mostSeries } from './series-looks.ts';
import { AtRiskTable } from './shape-tables.tsx';
import { ValueWords } from './value-words.tsx';
import './curves-chart.css';

/** Step curves with their bands, the people still followed under the axis, and what the curves say in words. */
export function CurvesChart({ shape, name }: { shape: CurvesShape; name: string }) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  const count = shape.series.length;
  const values = shape.series.flatMap((one) => one.points.map(({ share }) => share));
  const spoken = shape.series.map((one) => <CurveWords key={one.id} one={one} time={shape.time} titled={count > 1} />);
  // An empty frame would look like a curve that failed to load.
  if (!values.some(saysNumber)) {
    return (
      <div className="ui-curves">
        <SilentKey values={values} />
        {spoken}
      </div>
    );
  }
  return (
    <div className="ui-curves">
      {count > 1 && count <= mostSeries && <SeriesKey series={shape.series} />}
      <MarkKey values={values} />
      {count <= mostSeries ? (
        <CurvePlot shape={shape} name={name} height={260} />
      ) : (
        <ul className="ui-multiples">
          {shape.series.map((one) => (
            <li key={one.id}>
              <h3>{words.label(one.label)}</h3>
              <CurvePlot shape={{ ...shape, series: [one] }} name={words.label(one.label)} height={160} />
            </li>
          ))}
        </ul>
      )}
      <AtRiskTable shape={shape} name={name} />
      {spoken}
      {shape.comparison && (
        <dl className="ui-curve-words ui-figures">
          <div>
            <dt>{t('curves.medianGap')}</dt>
            <dd>
              <ValueWords value={shape.comparison.medianGap} unit={shape.time} />
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}

/** The shares at the times that matter, the middle of the curve and how many it follows, in words. */
function CurveWords({
  one,
  time,
  titled,
}: {
  one: CurvesShape['series'][number];
  time: CurvesShape['time'];
  titled: boolean;
}) {
  const { t } = useTranslation('charts');
  const words = useChartWords();
  return (
    <dl className="ui-curve-words ui-figures">
      {titled && (
        <div>
          <dt className="ui-curve-name">{words.label(one.label)}</dt>
          <dd />
        </div>
      )}
      {[...one.marks]
        .sort((a, b) => a.at - b.at)
        .map(({ at, share }) => (
          <div key={at}>
            <dt>{t('curves.at', { time: words.amount(at, time) })}</dt>
            <dd>
              <ValueWords value={share} unit="percent" />
            </dd>
          </div>
        ))}
      <div>
        <dt>{t('curves.median')}</dt>
        <dd>
          <ValueWords value={one.median} unit={time} />
        </dd>
      </div>
      {one.followed.mark !== 'impossible' && (
        <div>
          <dt>{t('curves.followed')}</dt>
          <dd>
            <ValueWords value={one.followed} unit="count" />
          </dd>
        </div>
      )}
    </dl>
  );
}
