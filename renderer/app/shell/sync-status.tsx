import { RefreshCw, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../../shared/ipc/topics/sync.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Time } from '../../ui/time.tsx';
import { call } from '../api.ts';
import { runCommand } from '../commands/command-handlers.ts';
import { useCommandKeys } from '../commands/command-keys.ts';
import { useCodeWords } from '../failure-words.tsx';

/** What is being read now, or when something was read last. */
export function SyncStatus({ status }: { status: Status }) {
  const { t } = useTranslation('app');
  const keys = useCommandKeys('sync.start');
  const running = status.syncs.find(({ phase }) => phase !== 'idle');
  if (running) {
    return (
      <span className="status-item" role="status">
        {running.total === null
          ? t('status.syncing')
          : t('status.syncProgress', { done: running.done, total: running.total })}
        <IconButton
          className="status-icon"
          label={t('status.stopSync')}
          icon={Square}
          onPress={() => void call('sync.cancel', {}).catch(() => undefined)}
        />
      </span>
    );
  }
  return (
    <span className="status-item">
      <SyncWords status={status} />
      {status.network === 'online' && (
        <IconButton
          className="status-icon"
          label={t('status.syncNow')}
          icon={RefreshCw}
          keys={keys}
          onPress={() => void runCommand('sync.start')}
        />
      )}
    </span>
  );
}

function SyncWords({ status }: { status: Status }) {
  const { t } = useTranslation('app');
  const words = useCodeWords();
  const failed = status.syncs.find(({ lastErrorCode }) => lastErrorCode !== null && lastErrorCode !== 'offline');
  if (failed?.lastErrorCode && status.network === 'online') {
    return <span className="status-failed">{t('status.syncFailed', { reason: words(failed.lastErrorCode) })}</span>;
  }
  if (status.lastSyncAt === null) return t('status.neverSynced');
  return (
    <>
      {t('status.synced')} <Time value={status.lastSyncAt} />
    </>
  );
}
