import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GoalDirection, goalDirections } from '../../../../shared/domain/health/goal.ts';
import { type DashboardId, dashboards } from '../../../../shared/domain/health/pillar.ts';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { useChartWords } from '../../../ui/charts/chart-words.ts';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Form, FormActions } from '../../../ui/form.tsx';
import { notify } from '../../../ui/notices.tsx';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type Goal, type GoalMetrics, type Goals, useSaveGoal } from './queries.ts';
import { readNumber } from './typed-values.ts';
import { useGoalWords } from './use-goal-words.ts';

interface GoalFormProps {
  readonly view: Goals;
  readonly metrics: GoalMetrics;
  /** The goal that is changed; null for a new one. */
  readonly goal: Goal | null;
  readonly onSaved: () => void;
}

/** The largest target the data process takes, by unit. */
const largest = (unit: Goal['unit'] | undefined): number => (unit === 'percent' ? 100 : 1_000_000);

/** Sets the goal of one metric: which, which way, how much. */
export function GoalForm({ view, metrics, goal, onSaved }: GoalFormProps) {
  const { t } = useTranslation('goals');
  const words = useGoalWords();
  const charts = useChartWords();
  const save = useSaveGoal();
  const groups = dashboards.filter((id) => metrics.some((metric) => metric.dashboard === id));
  const [dashboard, setDashboard] = useState<DashboardId | null>(goal?.dashboard ?? groups[0] ?? null);
  const [metricId, setMetricId] = useState<string | null>(goal?.metricId ?? null);
  const [direction, setDirection] = useState<GoalDirection>(goal?.direction ?? 'at-least');
  const [typed, setTyped] = useState(goal ? String(goal.target) : '');
  const [isTried, setTried] = useState(false);

  const metric = metrics.find((one) => one.metricId === metricId && one.dashboard === dashboard);
  const most = largest(metric?.unit);
  const target = readNumber(typed);
  const isTarget = target !== undefined && target <= most;
  const submit = (): void => {
    setTried(true);
    if (!metric || !isTarget) return;
    save.mutate(
      { communityId: view.communityId, metricId: metric.metricId, direction, target },
      {
        onSuccess: () => {
          notify(t('form.saved'));
          onSaved();
        },
      },
    );
  };
  return (
    <Section title={t('form.title')} lead={t('form.lead')}>
      <Form onSubmit={submit}>
        <Select
          label={t('form.dashboard')}
          value={dashboard}
          options={groups.map((id) => ({ id, label: words.dashboard(id) }))}
          onChange={setDashboard}
        />
        <Select
          label={t('form.metric')}
          placeholder={t('form.chooseMetric')}
          description={metric && t('form.now', { value: charts.value(metric.value, metric.unit) })}
          error={isTried && !metric ? t('form.noMetric') : undefined}
          value={metric?.metricId ?? null}
          options={metrics
            .filter((one) => one.dashboard === dashboard)
            .map((one) => ({ id: one.metricId, label: words.metric(one) }))}
          onChange={setMetricId}
        />
        <ChoiceGroup
          label={t('form.direction')}
          look="row"
          value={direction}
          choices={goalDirections.map((id) => ({ id, label: t(`form.${id}`) }))}
          onChange={setDirection}
        />
        <TextField
          label={t('form.target')}
          description={metric && t(`unit.${metric.unit}`)}
          error={isTried && !isTarget ? t('form.notNumber', { most }) : undefined}
          value={typed}
          onChange={setTyped}
          inputMode="decimal"
          direction="ltr"
          // Whoever pressed "change" wants to type the number.
          autoFocus={goal !== null}
        />
        {metric && view.goals.some((one) => one.metricId === metric.metricId) && (
          <p className="ui-description">{t('form.replaces')}</p>
        )}
        <FailureCallout error={save.error} />
        <FormActions>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            {t('form.save')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
