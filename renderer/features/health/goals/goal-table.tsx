import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { ValueWords } from '../../../ui/charts/value-words.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Table } from '../../../ui/table.tsx';
import { GoalState } from './goal-state.tsx';
import { GoalWay } from './goal-way.tsx';
import type { Goal, GoalMetrics, Goals } from './queries.ts';
import { useGoalWords } from './use-goal-words.ts';
import { useGoalRemoval } from './use-removal.ts';

interface GoalTableProps {
  readonly view: Goals;
  /** Metrics that a goal can be set for now. */
  readonly metrics: GoalMetrics['metrics'];
  readonly onChange: (goal: Goal) => void;
}

/** Goals in the order in which they were set: an order by how they stand would be a ranking. */
export function GoalTable({ view, metrics, onChange }: GoalTableProps) {
  const { t } = useTranslation('goals');
  const words = useGoalWords();
  const removal = useGoalRemoval(view.communityId);
  const canChange = ({ metricId, aim }: Goal) =>
    metrics.some((metric) => metric.metricId === metricId && metric.aim === aim);
  return (
    <>
      <FailureCallout error={removal.error} />
      <Table
        caption={t('goals')}
        hideCaption
        rows={view.goals}
        rowKey={({ goalId }) => String(goalId)}
        columns={[
          { id: 'metric', header: t('column.metric'), rowHeader: true, cell: words.metric },
          { id: 'goal', header: t('column.goal'), cell: words.goal },
          { id: 'now', header: t('column.now'), cell: ({ value, unit }) => <ValueWords value={value} unit={unit} /> },
          { id: 'period', header: t('column.period'), cell: words.period },
          { id: 'state', header: t('column.state'), cell: (goal) => <GoalState goal={goal} /> },
          { id: 'way', header: t('column.way'), cell: (goal) => <GoalWay goal={goal} /> },
          {
            id: 'actions',
            header: t('column.actions'),
            cell: (goal) => (
              <span className="goals-actions">
                {canChange(goal) && (
                  <IconButton
                    label={t('change', { metric: words.metric(goal) })}
                    icon={Pencil}
                    onPress={() => onChange(goal)}
                  />
                )}
                <IconButton
                  label={t('remove', { metric: words.metric(goal) })}
                  icon={Trash2}
                  onPress={() => removal.remove(goal)}
                />
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
