import { useTranslation } from 'react-i18next';
import { useUndoNotice } from '../../../app/undo/use-undo-notice.ts';
import { type Goal, type Note, useAddNote, useRemoveGoal, useRemoveNote, useRestoreGoal } from './queries.ts';

/** Removes a goal at once, with a way back. */
export function useGoalRemoval(communityId: number) {
  const { t } = useTranslation('goals');
  const sayRemoved = useUndoNotice();
  const removal = useRemoveGoal();
  const restoring = useRestoreGoal();
  // The goal itself comes back, with the notices that were put away, and not another one like it.
  const remove = ({ goalId }: Goal): void =>
    removal.mutate(
      { communityId, goalId },
      {
        onSuccess: () => sayRemoved(t('removed'), () => restoring.mutateAsync({ communityId, goalId })),
      },
    );
  return { remove, error: removal.error };
}

/** Removes a note at once, with a way back. */
export function useNoteRemoval(communityId: number) {
  const { t } = useTranslation('goals');
  const sayRemoved = useUndoNotice();
  const removal = useRemoveNote();
  const add = useAddNote();
  const remove = ({ id: annotationId, day, text }: Note): void =>
    removal.mutate(
      { communityId, annotationId },
      { onSuccess: () => sayRemoved(t('notes.removed'), () => add.mutateAsync({ communityId, day, text })) },
    );
  return { remove, error: removal.error };
}
