import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { LooksCorner } from '../../app/settings/looks-corner.tsx';
import { emptyPassphrase, isUsable, NewPassphrase } from '../../app/vault-forms/new-passphrase.tsx';
import { RestoreDialog } from '../../app/vault-forms/restore-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { Stage } from '../../ui/stage.tsx';
import { HearthDrawing } from './hearth-drawing.tsx';

import './welcome.css';

type Protection = 'keychain' | 'passphrase';

/** First run: how the encrypted file is protected. */
export function WelcomeScreen({ keychainAvailable, onCreated }: { keychainAvailable: boolean; onCreated: () => void }) {
  const { t } = useTranslation('vault');
  const [protection, setProtection] = useState<Protection>(keychainAvailable ? 'keychain' : 'passphrase');
  const [passphrase, setPassphrase] = useState(emptyPassphrase);
  const [restoring, setRestoring] = useState(false);
  const create = useMutation({
    // Known before the vault's own event arrives, so that the next screen is the one about where to begin.
    onMutate: onCreated,
    mutationFn: () =>
      call('vault.create', protection === 'passphrase' ? { protection, passphrase: passphrase.first } : { protection }),
  });
  const isReady = protection === 'keychain' || isUsable(passphrase);
  return (
    <Stage picture={<HearthDrawing />} title={t('welcome.title')} lead={t('welcome.lead')} corner={<LooksCorner />}>
      <Form onSubmit={() => isReady && create.mutate()}>
        <ChoiceGroup<Protection>
          label={t('protection.label')}
          hideLabel
          look="cards"
          value={protection}
          onChange={setProtection}
          choices={[
            {
              id: 'keychain',
              label: t('protection.keychain'),
              description: keychainAvailable ? t('protection.keychainWords') : t('protection.keychainMissing'),
              isDisabled: !keychainAvailable,
            },
            { id: 'passphrase', label: t('protection.passphrase'), description: t('protection.passphraseWords') },
          ]}
        />
        {protection === 'passphrase' && <NewPassphrase value={passphrase} onChange={setPassphrase} />}
        <FailureCallout error={create.error} />
        <FormActions>
          <Button type="submit" variant="primary" isDisabled={!isReady} isPending={create.isPending}>
            {t('create')}
          </Button>
          <Button variant="quiet" onPress={() => setRestoring(true)}>
            {t('restoreInstead')}
          </Button>
        </FormActions>
      </Form>
      <p className="ui-description">{t('welcome.promise')}</p>
      <RestoreDialog isOpen={restoring} onClose={() => setRestoring(false)} />
    </Stage>
  );
}
