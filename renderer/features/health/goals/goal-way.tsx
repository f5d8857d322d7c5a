import { useTranslation } from 'react-i18next';
import { axisOver, placeOn, readingOf } from '../../../../shared/domain/health/reading.ts';
import { useChartWords } from '../../../ui/charts/chart-words.ts';
import { useChartDirection } from '../../../ui/charts/use-chart-direction.ts';
import { ValueWords } from '../../../ui/charts/value-words.tsx';
import { isByGroup } from './goal-state.tsx';
import type { Goal } from './queries.ts';
import { useGoalWords } from './use-goal-words.ts';

/** Where a goal began, the periods since as a small line with the target, and in words for whoever does not see it. */
export function GoalWay({ goal }: { goal: Goal }) {
  const { t } = useTranslation('goals');
  const charts = useChartWords();
  const words = useGoalWords();
  const { steps, unit, target } = goal;
  const [first] = steps;
  if (!first) return <span className="goals-quiet">{t(isByGroup(goal.aim) ? 'way.group' : 'way.none')}</span>;
  const said = steps.map(({ period, value }) =>
    t('way.step', { period: charts.period(period), value: charts.value(value, unit) }),
  );
  return (
    <span className="goals-way">
      {steps.length > 1 && (
        <>
          <WayLine goal={goal} />
          <span className="ui-visually-hidden">
            {t('way.line', { goal: words.metric(goal) })}: {said.join('; ')}.{' '}
            {t('way.target', { target: charts.amount(target, unit) })}
          </span>
        </>
      )}
      <span>
        {t('way.began', { period: charts.period(first.period) })} <ValueWords value={first.value} unit={unit} />
      </span>
      {steps.length === 1 && <span className="goals-quiet">{t('way.one')}</span>}
    </span>
  );
}

const width = 132;
const height = 36;
const edge = 4;

/** The line from published values alone: a hidden one leaves a gap and moves no scale. Drawn for the eye; the words say it all. */
function WayLine({ goal: { steps, unit, target } }: { goal: Goal }) {
  const { reversed } = useChartDirection();
  const axis = axisOver(
    unit,
    steps.map(({ value }) => value),
    [target],
  );
  const across = (at: number): number => {
    const share = steps.length > 1 ? at / (steps.length - 1) : 0;
    return edge + (reversed ? 1 - share : share) * (width - 2 * edge);
  };
  const up = (value: number): number => height - edge - placeOn(axis, 'linear', value) * (height - 2 * edge);
  const dots = steps.flatMap(({ period, value }, at) => {
    const reading = readingOf(value);
    return reading ? [{ id: period.start, at, x: across(at), y: up(reading.value), look: reading.look }] : [];
  });
  return (
    <svg className="goals-line" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <line className="goals-line-target" x1={0} x2={width} y1={up(target)} y2={up(target)} />
      {dots.map((dot, place) => {
        const next = dots[place + 1];
        if (next?.at !== dot.at + 1) return null;
        return <line key={dot.id} className="goals-line-step" x1={dot.x} y1={dot.y} x2={next.x} y2={next.y} />;
      })}
      {dots.map(({ id, x, y, look }) => (
        <circle key={id} className="goals-line-dot" data-look={look} cx={x} cy={y} r={2.5} />
      ))}
    </svg>
  );
}
