import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../ui/live-region.tsx';
import { Notices } from '../ui/notices.tsx';
import { ErrorState } from '../ui/states.tsx';
import { AlwaysCommands } from './commands/always-commands.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LinkDialog } from './links/link-dialog.tsx';
import { HelpDialog } from './shell/help-dialog.tsx';
import { VaultGate } from './vault/vault-gate.tsx';

/** Everything there is: the store's state decides what is shown; help, notices and the link dialog are always there. */
export function App() {
  const { t } = useTranslation('app');
  if (!('hearth' in window))
    return <ErrorState title={t('failure.noApi.title')}>{t('failure.noApi.words')}</ErrorState>;
  return (
    <ErrorBoundary>
      <AlwaysCommands />
      <VaultGate />
      <LinkDialog />
      <HelpDialog />
      <Notices />
      <LiveRegion />
    </ErrorBoundary>
  );
}
