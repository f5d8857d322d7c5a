import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GoalDirection, goalDirections } from '../../../../shared/domain/health/goal.ts';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Form, FormActions } from '../../../ui/form.tsx';
import { notify } from '../../../ui/notices.tsx';
import { Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type ChosenNumber, chosenNumber, NumberChoice } from './number-choice.tsx';
import { type Goal, type GoalMetrics, type Goals, useSaveGoal } from './queries.ts';
import { readNumber } from './typed-values.ts';
import { WithoutGoal } from './without-goal.tsx';

interface GoalFormProps {
  readonly view: Goals;
  /** What a goal can be set for now, and what has none. */
  readonly told: GoalMetrics;
  /** The goal that is changed; null for a new one. */
  readonly goal: Goal | null;
  readonly onSaved: () => void;
}

/** The largest target the data process takes, by unit. */
const largest = (unit: Goal['unit'] | undefined): number => (unit === 'percent' || unit === 'points' ? 100 : 1_000_000);

/** Sets the goal of one metric: which, which way, how much. */
export function GoalForm({ view, told, goal, onSaved }: GoalFormProps) {
  const { t } = useTranslation('goals');
  const save = useSaveGoal();
  const { metrics } = told;
  const [chosen, setChosen] = useState<ChosenNumber>(() => ({
    dashboard: goal?.dashboard ?? metrics[0]?.dashboard ?? null,
    metricId: goal?.metricId ?? null,
    aim: goal?.aim ?? null,
  }));
  const [direction, setDirection] = useState<GoalDirection>(goal?.direction ?? 'at-least');
  const [typed, setTyped] = useState(goal ? String(goal.target) : '');
  const [isTried, setTried] = useState(false);

  const metric = chosenNumber(metrics, chosen);
  const most = largest(metric?.unit);
  const least = metric?.unit === 'points' ? -most : 0;
  const target = readNumber(typed, least < 0);
  const isTarget = target !== undefined && target <= most && target >= least;
  const submit = (): void => {
    setTried(true);
    if (!metric || !isTarget) return;
    save.mutate(
      { communityId: view.communityId, metricId: metric.metricId, aim: metric.aim, direction, target },
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
        <NumberChoice metrics={metrics} chosen={chosen} onChoose={setChosen} isTried={isTried} />
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
          error={
            isTried && !isTarget ? t(least < 0 ? 'form.notDifference' : 'form.notNumber', { least, most }) : undefined
          }
          value={typed}
          onChange={setTyped}
          inputMode="decimal"
          direction="ltr"
          // Whoever pressed "change" wants to type the number.
          autoFocus={goal !== null}
        />
        {metric && view.goals.some((one) => one.metricId === metric.metricId && one.aim === metric.aim) && (
          <p className="ui-description">{t('form.replaces')}</p>
        )}
        <FailureCallout error={save.error} />
        <FormActions>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            {t('form.save')}
          </Button>
        </FormActions>
      </Form>
      <WithoutGoal without={told.without} />
    </Section>
  );
}
