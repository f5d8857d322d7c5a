import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '../../../shared/domain/community.ts';
import { FailureCallout, useCodeWords } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSignIn } from './use-sign-in.ts';

type Method = 'browser' | 'token';

interface ConnectFormProps {
  /** Filled in when signing in again. */
  initialAddress: string;
  onConnected: (community: Community) => void;
  onClose: () => void;
}

/** Connects a server in place: its address, then its own sign-in page or a token. */
export function ConnectForm({ initialAddress, onConnected, onClose }: ConnectFormProps) {
  const { t } = useTranslation('communities');
  const { t: app } = useTranslation('app');
  const codeWords = useCodeWords();
  const [address, setAddress] = useState(initialAddress);
  const [method, setMethod] = useState<Method>('browser');
  const [token, setToken] = useState('');
  const signIn = useSignIn(onConnected);
  const isReady = address.trim() !== '' && (method === 'browser' || token.trim() !== '');

  const submit = (): void => {
    if (!isReady) return;
    if (method === 'browser') signIn.begin(address.trim());
    else signIn.withToken({ address: address.trim(), token: token.trim() });
  };
  if (signIn.waitingFor !== null) {
    return (
      <Section title={t('waiting.title')} lead={t('waiting.words', { address: signIn.waitingFor })}>
        <Progress label={t('waiting.title')} hideLabel value={null} />
        <div>
          <Button onPress={signIn.cancel}>{t('waiting.cancel')}</Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title={t('form.title')} lead={t('form.lead')}>
      <Form onSubmit={submit}>
        <TextField
          label={t('form.address')}
          description={t('form.addressHint')}
          direction="ltr"
          autoFocus
          value={address}
          onChange={setAddress}
        />
        <ChoiceGroup<Method>
          label={t('form.method')}
          look="cards"
          value={method}
          onChange={setMethod}
          choices={[
            { id: 'browser', label: t('form.browser'), description: t('form.browserWords') },
            { id: 'token', label: t('form.token'), description: t('form.tokenWords') },
          ]}
        />
        {method === 'token' && (
          <TextField
            label={t('form.tokenLabel')}
            description={t('form.tokenHint')}
            type="password"
            autoComplete="off"
            value={token}
            onChange={setToken}
          />
        )}
        {signIn.failedCode !== null && (
          <Callout tone="harm" announce>
            {codeWords(signIn.failedCode)}
          </Callout>
        )}
        <FailureCallout error={signIn.error} />
        <FormActions>
          <Button type="submit" variant="primary" isDisabled={!isReady} isPending={signIn.isPending}>
            {method === 'browser' ? t('form.go') : t('form.connect')}
          </Button>
          <Button onPress={onClose}>{app('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
