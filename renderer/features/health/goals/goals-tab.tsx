import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { Section } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { GoalForm } from './goal-form.tsx';
import { GoalTable } from './goal-table.tsx';
import { NotesPart } from './notes-part.tsx';
import { type Goal, type Goals, useGoals } from './queries.ts';
import './goals.css';

/** Goals of one community and how each stands, and the days its people want to remember. */
export function GoalsTab({ communityId }: { communityId: number }) {
  const { t } = useTranslation('goals');
  const goals = useGoals(communityId);
  return (
    <div className="goals">
      <p className="goals-lead">{t('lead')}</p>
      {goals.isPending && <Skeleton rows={6} label={t('counting')} />}
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
  const canSet = view.metrics.length > 0;
  return (
    <>
      <Section title={t('goals')} lead={t('goalsLead')}>
        {view.goals.length > 0 ? (
          <GoalTable view={view} onChange={open} />
        ) : (
          <EmptyState icon={Flag} title={t(canSet ? 'empty' : 'form.none')}>
            {t(canSet ? 'emptyWords' : 'form.noneWords')}
          </EmptyState>
        )}
      </Section>
      {canSet && <GoalForm key={form.turn} view={view} goal={form.goal} onSaved={() => open(null)} />}
    </>
  );
}
