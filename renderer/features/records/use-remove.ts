import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import { useFailureWords } from '../../app/failure-words.tsx';
import { notify } from '../../ui/notices.tsx';
import { type ListedRecord, useRemoveRecord, useRestoreRecord } from './queries.ts';

/** Long enough to notice that it was the wrong line, in milliseconds. */
const undoStays = 20_000;

/** Removes at once, with a way back: asking first is for what can't be undone. */
export function useRemove(communityId: number, kind: RecordKind, onRemoved: () => void) {
  const { t } = useTranslation('records');
  const failureWords = useFailureWords();
  const removal = useRemoveRecord();
  const restore = useRestoreRecord();
  const undoIt = (undo: string): void =>
    restore.mutate(undo, {
      onSuccess: () => notify(t('list.restored')),
      onError: (error) => notify(failureWords(error), { stay: undoStays }),
    });
  const remove = ({ id }: ListedRecord): void =>
    removal.mutate(
      { communityId, kind: kind.id, recordId: id },
      {
        onSuccess: ({ undo }) => {
          onRemoved();
          notify(t(kind.parts ? 'list.removedWith' : 'list.removed'), {
            action: { label: t('list.undo'), onAction: () => undoIt(undo) },
            stay: undoStays,
          });
        },
      },
    );
  return { remove, error: removal.error };
}
