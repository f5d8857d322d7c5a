import { useTranslation } from 'react-i18next';
import { type DashboardId, dashboards } from '../../../../shared/domain/health/pillar.ts';
import { ValueWords } from '../../../ui/charts/value-words.tsx';
import { Select } from '../../../ui/select.tsx';
import { isByGroup } from './goal-state.tsx';
import type { GoalMetrics } from './queries.ts';
import { useGoalWords } from './use-goal-words.ts';

type GoalMetric = GoalMetrics['metrics'][number];

/** What is chosen of the numbers that can have a goal. */
export interface ChosenNumber {
  readonly dashboard: DashboardId | null;
  readonly metricId: string | null;
  readonly aim: string | null;
}

/** The number that is chosen; of a metric that tells one alone it need not be said which. */
export function chosenNumber(metrics: readonly GoalMetric[], chosen: ChosenNumber): GoalMetric | undefined {
  const numbers = numbersOf(metrics, chosen);
  return numbers.length === 1 ? numbers[0] : numbers.find(({ aim }) => aim === chosen.aim);
}

function numbersOf(metrics: readonly GoalMetric[], { dashboard, metricId }: ChosenNumber): readonly GoalMetric[] {
  return metrics.filter((one) => one.dashboard === dashboard && one.metricId === metricId);
}

interface NumberChoiceProps {
  readonly metrics: readonly GoalMetric[];
  readonly chosen: ChosenNumber;
  readonly onChoose: (chosen: ChosenNumber) => void;
  /** Whether somebody tried to save: then what is missing is said. */
  readonly isTried: boolean;
}

/** Part, metric, and which of its numbers where it tells several. */
export function NumberChoice({ metrics, chosen, onChoose, isTried }: NumberChoiceProps) {
  const { t } = useTranslation('goals');
  const words = useGoalWords();
  const here = metrics.filter((one) => one.dashboard === chosen.dashboard);
  const numbers = numbersOf(metrics, chosen);
  const metric = chosenNumber(metrics, chosen);
  return (
    <>
      <Select
        label={t('form.dashboard')}
        value={chosen.dashboard}
        options={dashboards
          .filter((id) => metrics.some((one) => one.dashboard === id))
          .map((id) => ({ id, label: words.dashboard(id) }))}
        onChange={(dashboard) => onChoose({ ...chosen, dashboard })}
      />
      <Select
        label={t('form.metric')}
        placeholder={t('form.chooseMetric')}
        error={isTried && numbers.length === 0 ? t('form.noMetric') : undefined}
        value={numbers[0]?.metricId ?? null}
        options={here
          .filter(({ metricId }, at) => here.findIndex((one) => one.metricId === metricId) === at)
          .map((one) => ({ id: one.metricId, label: words.title(one) }))}
        onChange={(metricId) => onChoose({ ...chosen, metricId })}
      />
      {numbers.length > 1 && (
        <Select
          label={t('form.number')}
          placeholder={t('form.chooseNumber')}
          error={isTried && !metric ? t('form.noNumber') : undefined}
          value={metric?.aim ?? null}
          options={numbers.map((one) => ({ id: one.aim, label: words.number(one) }))}
          onChange={(aim) => onChoose({ ...chosen, aim })}
        />
      )}
      {metric && (
        <p className="ui-description">
          {t('form.now')} <ValueWords value={metric.value} unit={metric.unit} />
          {isByGroup(metric.aim) && ` ${t('form.byGroup')}`}
        </p>
      )}
    </>
  );
}
