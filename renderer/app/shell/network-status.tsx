import { Wifi, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../../shared/ipc/topics/sync.ts';
import { Switch } from '../../ui/switch.tsx';
import { WithTooltip } from '../../ui/tooltip.tsx';
import { runCommand } from '../commands/command-handlers.ts';
import { useCommandKeys } from '../commands/command-keys.ts';

/** Online or not, and the switch to work offline on purpose. */
export function NetworkStatus({ network }: { network: Status['network'] }) {
  const { t } = useTranslation('app');
  const Icon = network === 'online' ? Wifi : WifiOff;
  return (
    <>
      <span className="status-item" role="status" data-network={network}>
        <Icon className="ui-icon" aria-hidden />
        {t(`status.network.${network}`)}
      </span>
      <WithTooltip text={t('status.workOffline')} keys={useCommandKeys('sync.toggleOffline')}>
        <Switch
          className="status-switch"
          isSelected={network === 'working-offline'}
          onChange={() => void runCommand('sync.toggleOffline')}
        >
          {t('status.workOffline')}
        </Switch>
      </WithTooltip>
    </>
  );
}
