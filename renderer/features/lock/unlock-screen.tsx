import { useMutation } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultProtection } from '../../../shared/ipc/topics/vault.ts';
import { call, codeOf } from '../../app/api.ts';
import { FailureCallout, useFailureWords } from '../../app/failure-words.tsx';
import { LooksCorner } from '../../app/settings/looks-corner.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { Stage } from '../../ui/stage.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { WaysOut } from './ways-out.tsx';
import './lock.css';

interface UnlockScreenProps {
  protection: readonly VaultProtection[];
  keychainAvailable: boolean;
}

/** Locked: the passphrase, the keychain, or both as ways in, and a way out for a forgotten passphrase. */
export function UnlockScreen({ protection, keychainAvailable }: UnlockScreenProps) {
  const { t } = useTranslation('vault');
  const words = useFailureWords();
  const [passphrase, setPassphrase] = useState('');
  const [forgot, setForgot] = useState(false);
  const unlock = useMutation({
    mutationFn: (typed: string | null) => call('vault.unlock', typed === null ? {} : { passphrase: typed }),
    onSettled: () => setPassphrase(''),
  });
  const hasPassphrase = protection.includes('passphrase');
  const hasKeychain = protection.includes('keychain') && keychainAvailable;
  const isWrong = unlock.error !== null && codeOf(unlock.error) === 'wrong-passphrase';
  return (
    <Stage
      picture={<Lock className="lock-picture" aria-hidden />}
      title={t('unlock.title')}
      lead={hasPassphrase ? t('unlock.passphraseWords') : t('unlock.keychainWords')}
      corner={<LooksCorner />}
    >
      <Form onSubmit={() => passphrase !== '' && unlock.mutate(passphrase)}>
        {hasPassphrase && (
          <TextField
            label={t('passphrase.label')}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={passphrase}
            onChange={setPassphrase}
            error={isWrong && passphrase === '' ? words(unlock.error) : undefined}
          />
        )}
        {!isWrong && <FailureCallout error={unlock.error} />}
        <FormActions>
          {hasPassphrase && (
            <Button type="submit" variant="primary" isDisabled={passphrase === ''} isPending={unlock.isPending}>
              {t('unlock.action')}
            </Button>
          )}
          {hasKeychain && (
            <Button
              variant={hasPassphrase ? 'secondary' : 'primary'}
              isPending={unlock.isPending}
              onPress={() => unlock.mutate(null)}
            >
              {t('unlock.withKeychain')}
            </Button>
          )}
        </FormActions>
      </Form>
      {forgot ? (
        <section className="lock-forgot">
          <p>{t('unlock.forgotWords')}</p>
          <WaysOut ways={['restore', 'erase']} calm />
        </section>
      ) : (
        hasPassphrase && (
          <div>
            <Button variant="quiet" flush onPress={() => setForgot(true)}>
              {t('unlock.forgot')}
            </Button>
          </div>
        )
      )}
    </Stage>
  );
}
