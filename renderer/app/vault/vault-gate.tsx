import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { FailedStore } from '../../features/lock/failed-store.tsx';
import { UnlockScreen } from '../../features/lock/unlock-screen.tsx';
import { ChooseStart } from '../../features/welcome/choose-start.tsx';
import { WelcomeScreen } from '../../features/welcome/welcome-screen.tsx';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useFailureWords } from '../failure-words.tsx';
import { navigate } from '../navigation.ts';
import { Shell } from '../shell/shell.tsx';
import { useVaultState } from './vault-state.ts';

/** First run, locked, failed or open: each has a screen of its own. */
export function VaultGate() {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  const vault = useVaultState();
  const [justCreated, setJustCreated] = useState(false);
  if (vault.isPending) return <Skeleton rows={0} />;
  if (vault.error) {
    return (
      <ErrorState
        title={t('failure.screen.title')}
        actions={
          <Button variant="primary" onPress={() => void vault.refetch()}>
            {t('failure.retry')}
          </Button>
        }
      >
        {words(vault.error)}
      </ErrorState>
    );
  }
  switch (vault.data.state) {
    case 'missing':
      return <WelcomeScreen keychainAvailable={vault.data.keychainAvailable} onCreated={() => setJustCreated(true)} />;
    case 'locked':
      return <UnlockScreen protection={vault.data.protection} keychainAvailable={vault.data.keychainAvailable} />;
    case 'failed':
      return <FailedStore code={vault.data.code} hasMigrationCopies={vault.data.hasMigrationCopies} />;
    case 'open':
      if (!justCreated) return <Shell />;
      return (
        <ChooseStart
          onDone={(room) => {
            setJustCreated(false);
            navigate(room);
          }}
        />
      );
    default:
      return assertNever(vault.data);
  }
}
