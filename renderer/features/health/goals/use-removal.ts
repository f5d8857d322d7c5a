import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../../../app/failure-words.tsx';
import { notify } from '../../../ui/notices.tsx';
import { type Goal, type Note, useAddNote, useRemoveGoal, useRemoveNote, useSaveGoal } from './queries.ts';

/** Long enough to notice that it was the wrong line, in milliseconds. */
const undoStays = 20_000;

/** Removes a goal at once, with a way back. */
export function useGoalRemoval(communityId: number) {
  const sayRemoved = useRemovedWords();
  const removal = useRemoveGoal();
  const save = useSaveGoal();
  const remove = ({ goalId, metricId, direction, target }: Goal): void =>
    removal.mutate(
      { communityId, goalId },
      { onSuccess: () => sayRemoved('removed', () => save.mutateAsync({ communityId, metricId, direction, target })) },
    );
  return { remove, error: removal.error };
}

/** Removes a note at once, with a way back. */
export function useNoteRemoval(communityId: number) {
  const sayRemoved = useRemovedWords();
  const removal = useRemoveNote();
  const add = useAddNote();
  const remove = ({ id: annotationId, day, text }: Note): void =>
    removal.mutate(
      { communityId, annotationId },
      { onSuccess: () => sayRemoved('notes.removed', () => add.mutateAsync({ communityId, day, text })) },
    );
  return { remove, error: removal.error };
}

function useRemovedWords() {
  const { t } = useTranslation('goals');
  const failureWords = useFailureWords();
  return (key: 'removed' | 'notes.removed', putBack: () => Promise<unknown>): void => {
    const undo = (): void => {
      putBack().then(
        () => notify(t('restored')),
        (error) => notify(failureWords(error), { stay: undoStays }),
      );
    };
    notify(t(key), { action: { label: t('undo'), onAction: undo }, stay: undoStays });
  };
}
