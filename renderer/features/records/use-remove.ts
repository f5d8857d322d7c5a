import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import { useUndoNotice } from '../../app/undo/use-undo-notice.ts';
import { type ListedRecord, useRemoveRecord, useRestoreRecord } from './queries.ts';

/** Removes a record at once, with a way back. */
export function useRemove(communityId: number, kind: RecordKind, onRemoved: () => void) {
  const { t } = useTranslation('records');
  const sayRemoved = useUndoNotice();
  const removal = useRemoveRecord();
  const restore = useRestoreRecord();
  const remove = ({ id }: ListedRecord): void =>
    removal.mutate(
      { communityId, kind: kind.id, recordId: id },
      {
        onSuccess: ({ undo }) => {
          onRemoved();
          sayRemoved(t(kind.parts ? 'list.removedWith' : 'list.removed'), () => restore.mutateAsync(undo));
        },
      },
    );
  return { remove, error: removal.error };
}
