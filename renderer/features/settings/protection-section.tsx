import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { emptyPassphrase, isUsable, NewPassphrase } from '../../app/vault-forms/new-passphrase.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { notify } from '../../ui/notices.tsx';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Change = 'passphrase' | 'keychain';

/** What opens the encrypted file, and how to change that. */
export function ProtectionSection() {
  const { t } = useTranslation('settings');
  const vault = useQuery({ queryKey: ['vault'], queryFn: () => call('vault.state', null) });
  const [changing, setChanging] = useState<Change | null>(null);
  if (vault.data?.state !== 'open') return null;
  const hasPassphrase = vault.data.protection.includes('passphrase');
  return (
    <Section title={t('protection.title')} lead={hasPassphrase ? t('protection.passphrase') : t('protection.keychain')}>
      {changing === null ? (
        <FormActions>
          <Button onPress={() => setChanging('passphrase')}>
            {hasPassphrase ? t('protection.change') : t('protection.set')}
          </Button>
          {hasPassphrase && (
            <Button variant="quiet" onPress={() => setChanging('keychain')}>
              {t('protection.remove')}
            </Button>
          )}
        </FormActions>
      ) : (
        <ProtectionForm change={changing} asksCurrent={hasPassphrase} onDone={() => setChanging(null)} />
      )}
    </Section>
  );
}

function ProtectionForm({ change, asksCurrent, onDone }: { change: Change; asksCurrent: boolean; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const { t: app } = useTranslation('app');
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(emptyPassphrase);
  const save = useMutation({
    mutationFn: () =>
      change === 'keychain'
        ? call('vault.removePassphrase', { current })
        : call('vault.changePassphrase', { next: next.first, ...(asksCurrent ? { current } : {}) }),
    onSuccess: (state) => {
      client.setQueryData(['vault'], state);
      notify(t('protection.changed'));
      onDone();
    },
  });
  const isReady = (!asksCurrent || current !== '') && (change === 'keychain' || isUsable(next));
  return (
    <Form onSubmit={() => isReady && save.mutate()}>
      {asksCurrent && (
        <TextField
          label={t('protection.current')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={current}
          onChange={setCurrent}
        />
      )}
      {change === 'passphrase' && <NewPassphrase value={next} onChange={setNext} />}
      <FailureCallout error={save.error} />
      <FormActions>
        <Button type="submit" variant="primary" isDisabled={!isReady} isPending={save.isPending}>
          {t('protection.save')}
        </Button>
        <Button onPress={onDone}>{app('ui.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
