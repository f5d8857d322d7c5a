import { useTranslation } from 'react-i18next';
import type { Status } from '../../../shared/ipc/topics/sync.ts';
import { call } from '../../app/api.ts';
import { Progress } from '../../ui/progress.tsx';

/** Where the list will stand while the first reports are being read; later the status line is enough. */
export function FirstSync({
  status,
  communities,
}: {
  status: Status;
  communities: readonly { readonly id: number; readonly name: string }[];
}) {
  const { t } = useTranslation('queue');
  const running = status.syncs.find(({ phase }) => phase !== 'idle');
  if (!running) return null;
  const { communityId, done, total } = running;
  const community = communities.find(({ id }) => id === communityId)?.name;
  return (
    <div className="queue-sync">
      <Progress
        label={community === undefined ? t('states.syncing') : t('states.syncingFrom', { community })}
        value={total === null || total === 0 ? null : Math.min(1, done / total)}
        detail={total === null ? t('states.syncDetailOpen', { done }) : t('states.syncDetail', { done, total })}
        onCancel={() => void call('sync.cancel', { communityId }).catch(() => {})}
      />
    </div>
  );
}
