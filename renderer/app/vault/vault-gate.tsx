import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { FailedStore } from '../../features/lock/failed-store.tsx';
import { UnlockScreen } from '../../features/lock/unlock-screen.tsx';
import { ChooseStart } from '../../features/welcome/choose-start.tsx';
import { WelcomeScreen } from '../../features/welcome/welcome-screen.tsx';
import { Button } from '../../ui/button.tsx';
import { FormActions } from '../../ui/form.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stage } from '../../ui/stage.tsx';
import { runCommand } from '../commands/command-handlers.ts';
import { useFailureWords } from '../failure-words.tsx';
import { navigate } from '../navigation.ts';
import { LooksCorner } from '../settings/looks-corner.tsx';
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
      <Stage title={t('failure.start.title')} lead={words(vault.error)} corner={<LooksCorner />}>
        <FormActions>
          <Button variant="primary" onPress={() => void vault.refetch()}>
            {t('failure.retry')}
          </Button>
          <Button variant="quiet" onPress={() => void runCommand('app.quit')}>
            {t('failure.start.quit')}
          </Button>
        </FormActions>
      </Stage>
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
