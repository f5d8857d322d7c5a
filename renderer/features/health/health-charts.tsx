import { useTranslation } from 'react-i18next';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { ChartFrame } from './charts/chart-frame.tsx';
import { LifeCycleTable, ReciprocityTable, RetentionCurveTable, StayTable } from './charts/health-tables.tsx';
import { LifeCycleBars } from './charts/life-cycle-bars.tsx';
import { ReciprocityBars } from './charts/reciprocity-bars.tsx';
import { RetentionHeatMap } from './charts/retention-heat-map.tsx';
import { ShareLine } from './charts/share-line.tsx';
import type { ChartMetric } from './queries.ts';
import { usePublishedText } from './use-published-text.ts';

const nothing = { retention: null, stay: null, lifeCycle: null } as const;

/** Who stays and who comes and goes, or whether replies are mutual. */
export function HealthCharts({
  view,
  part,
  onSaveCsv,
}: {
  view: HealthView;
  part: 'return' | 'reciprocity';
  /** Null where the charts stay on the screen. */
  onSaveCsv: ((metric: ChartMetric) => void) | null;
}) {
  const { t } = useTranslation('health');
  const format = useFormat();
  const say = usePublishedText();
  const { retention, stay, lifeCycle } = part === 'return' ? view : nothing;
  const saving = (metric: ChartMetric) => onSaveCsv && (() => onSaveCsv(metric));
  const reciprocity = part === 'reciprocity' ? view.reciprocity : null;
  return (
    <div className="health-charts">
      {retention && (
        <ChartFrame
          title={t('screen.retention.title')}
          finding={retention.finding}
          caveats={retention.caveats}
          definition={t(view.spaceId === null ? 'screen.retention.definition' : 'screen.retention.spaceDefinition')}
          onSaveCsv={saving('Z4')}
          chart={
            <>
              <ShareLine
                label={t('screen.retention.curveTitle')}
                axisLabel={t(
                  retention.unit === 'week' ? 'screen.retention.weekColumn' : 'screen.retention.monthColumn',
                )}
                look="line"
                points={retention.average.map((share, at) => ({ at, share })).slice(1)}
                sayAt={(at) =>
                  t(retention.unit === 'week' ? 'screen.retention.week' : 'screen.retention.month', { number: at })
                }
              />
              <RetentionHeatMap table={retention} />
            </>
          }
          table={<RetentionCurveTable table={retention} />}
        />
      )}
      {stay && (
        <ChartFrame
          title={t('screen.stay.title')}
          finding={stay.finding}
          caveats={stay.caveats}
          definition={t('screen.stay.definition', { days: format.number(stay.gapDays) })}
          onSaveCsv={saving('Z8')}
          chart={
            <>
              <ShareLine
                label={t('screen.stay.title')}
                axisLabel={t('screen.stay.dayColumn')}
                look="steps"
                points={stay.points.map((point) => ({ at: point.day, share: point.share }))}
                sayAt={(day) => t('screen.stay.day', { number: format.number(day) })}
              />
              <p className="ui-board-facts ui-figures">
                <span>{t('screen.stay.median', { value: say(stay.medianDays, 'days') })}</span>
                <span>{t('screen.stay.lapsed', { value: say(stay.lapsed, 'count') })}</span>
                <span>{t('screen.stay.stillHere', { value: say(stay.stillHere, 'count') })}</span>
                <span>{t('screen.stay.tooRecent', { value: say(stay.tooRecent, 'count') })}</span>
              </p>
            </>
          }
          table={<StayTable stay={stay} />}
        />
      )}
      {lifeCycle && (
        <ChartFrame
          title={t('screen.lifeCycle.title')}
          finding={lifeCycle.finding}
          caveats={lifeCycle.caveats}
          definition={t('screen.lifeCycle.definition')}
          onSaveCsv={saving('Z9')}
          chart={<LifeCycleBars lifeCycle={lifeCycle} />}
          table={<LifeCycleTable lifeCycle={lifeCycle} />}
        />
      )}
      {reciprocity && (
        <ChartFrame
          title={t('screen.reciprocity.title')}
          finding={reciprocity.finding}
          caveats={reciprocity.caveats}
          definition={t('screen.reciprocity.definition')}
          onSaveCsv={saving('R8')}
          chart={<ReciprocityBars reciprocity={reciprocity} />}
          table={<ReciprocityTable reciprocity={reciprocity} />}
        />
      )}
    </div>
  );
}
