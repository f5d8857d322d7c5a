import { useTranslation } from 'react-i18next';
import type { GoalMetrics } from './queries.ts';
import { useGoalWords } from './use-goal-words.ts';

/** Why a metric can have no goal: one sentence for all that share it. */
const reasons = ['split-not-told', 'no-number', 'over-groups', 'no-data'] as const;

/** Metrics that are not in the menu and why, so that nobody looks for them in vain. */
export function WithoutGoal({ without }: { without: GoalMetrics['without'] }) {
  const { t } = useTranslation('goals');
  const words = useGoalWords();
  if (without.length === 0) return null;
  return (
    <details className="goals-without">
      <summary>{t('without.title')}</summary>
      <dl>
        {reasons.map((why) => {
          const metrics = without.filter((one) => one.why === why);
          if (metrics.length === 0) return null;
          return (
            <div key={why}>
              <dt>{t(`without.${why}`)}</dt>
              {metrics.map((metric) => (
                <dd key={metric.metricId}>{words.title(metric)}</dd>
              ))}
            </div>
          );
        })}
      </dl>
    </details>
  );
}
