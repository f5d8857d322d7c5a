import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../ui/notices.tsx';
import { useFailureWords } from '../failure-words.tsx';

/** Long enough to notice that it was the wrong line, in milliseconds. */
const undoStays = 20_000;

/** Says that something was removed, with a way back: asking first is for what can't be undone. */
export function useUndoNotice(): (removed: string, putBack: () => Promise<unknown>) => void {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  return useCallback(
    (removed, putBack) => {
      const undo = (): void => {
        putBack().then(
          () => notify(t('undo.restored')),
          (error) => notify(words(error), { stay: undoStays }),
        );
      };
      notify(removed, { action: { label: t('undo.button'), onAction: undo }, stay: undoStays });
    },
    [t, words],
  );
}
