import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { ComputingNote } from '../../../app/jobs/computing-note.tsx';
import { Section } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { GoalForm } from './goal-form.tsx';
import { GoalTable } from './goal-table.tsx';
import { NotesPart } from './notes-part.tsx';
import { type Goal, type Goals, useGoalMetrics, useGoals } from './queries.ts';
import './goals.css';

/** Goals of one community and how each stands, and the days its people want to remember. */
export function GoalsTab({ communityId }: { communityId: number }) {
  const { t } = useTranslation('goals');
  const { query: goals, computing } = useGoals(communityId);
  return (
    <div className="goals">
      <p className="goals-lead">{t('lead')}</p>
      {goals.isPending && <ComputingNote computing={computing} label={t('counting')} rows={6} />}
      <FailureCallout error={goals.error} onRetry={() => void goals.refetch()} />
      {goals.data && <GoalsPart view={goals.data} />}
      <NotesPart communityId={communityId} />
    </div>
  );
}

function GoalsPart({ view }: { view: Goals }) {
  const { t } = useTranslation('goals');
  // Each change opens the form anew, also for the goal that was changed last.
  const [form, setForm] = useState<{ turn: number; goal: Goal | null }>({ turn: 0, goal: null });
  const open = (goal: Goal | null): void => setForm({ turn: form.turn + 1, goal });
  const { query, computing } = useGoalMetrics(view.communityId);
  const metrics = query.data?.metrics ?? [];
  // Until they are counted nobody knows that there is none.
  const canSet = metrics.length > 0 || !query.data;
  return (
    <>
      <Section title={t('goals')} lead={t('goalsLead')}>
        {view.goals.length > 0 ? (
          <GoalTable view={view} metrics={metrics} onChange={open} />
        ) : (
          <EmptyState icon={Flag} title={t(canSet ? 'empty' : 'form.none')}>
            {t(canSet ? 'emptyWords' : 'form.noneWords')}
          </EmptyState>
        )}
      </Section>
      {query.isPending && <ComputingNote computing={computing} label={t('form.counting')} rows={4} />}
      <FailureCallout error={query.error} onRetry={computing.again} />
      {query.data && metrics.length > 0 && (
        <GoalForm key={form.turn} view={view} told={query.data} goal={form.goal} onSaved={() => open(null)} />
      )}
    </>
  );
}
