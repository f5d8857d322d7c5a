import { useTranslation } from 'react-i18next';
import { Select } from '../select.tsx';
import { Switch } from '../switch.tsx';

/** The steps in time of a dashboard, and whether it shows every metric or the core ones. */
export interface DashboardSteps {
  unit: 'month' | 'quarter';
  all: boolean;
}

export const firstSteps: DashboardSteps = { unit: 'quarter', all: false };

const units = ['quarter', 'month'] as const;

/** The controls for them, to stand in a row with others. */
export function DashboardStepsChoice({
  steps,
  onSteps,
}: {
  steps: DashboardSteps;
  onSteps: (steps: DashboardSteps) => void;
}) {
  const { t } = useTranslation('dashboards');
  return (
    <>
      <Select
        label={t('choice.unit')}
        value={steps.unit}
        options={units.map((unit) => ({ id: unit, label: t(`choice.${unit}`) }))}
        onChange={(unit) => onSteps({ ...steps, unit })}
      />
      <Switch isSelected={steps.all} onChange={(all) => onSteps({ ...steps, all })} description={t('choice.allWords')}>
        {t('choice.all')}
      </Switch>
    </>
  );
}
