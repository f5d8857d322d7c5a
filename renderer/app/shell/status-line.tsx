import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { runCommand } from '../commands/command-handlers.ts';
import { useStatus } from '../status.ts';
import { NetworkStatus } from './network-status.tsx';
import { SendingStatus } from './sending-status.tsx';
import { SyncStatus } from './sync-status.tsx';
import './status-line.css';

/** One thin line: network, last reading, decisions waiting, conflicts, lock. */
export function StatusLine() {
  const { t } = useTranslation('app');
  const status = useStatus().data;
  return (
    <footer className="status">
      {status && (
        <>
          <NetworkStatus network={status.network} />
          <SyncStatus status={status} />
          <span className="status-gap" />
          <SendingStatus status={status} />
        </>
      )}
      <Button variant="quiet" className="status-button" icon={Lock} onPress={() => runCommand('app.lock')}>
        {t('status.lock')}
      </Button>
    </footer>
  );
}
