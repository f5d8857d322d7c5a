import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '../../../../shared/domain/community.ts';
import { Section } from '../../../ui/page.tsx';
import { AskAddress } from './ask-address.tsx';
import { FoundServer } from './found-server.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useDetect } from './use-detect.ts';
import { useSignIn } from './use-sign-in.ts';
import { WaitingForBrowser } from './waiting-for-browser.tsx';

interface ConnectFormProps {
  /** Filled in, and asked at once, when signing in again. */
  initialAddress: string;
  onConnected: (community: Community) => void;
  onClose: () => void;
}

/** Connects a server in place: its address, what answers there, then one of its ways to sign in. */
export function ConnectForm({ initialAddress, onConnected, onClose }: ConnectFormProps) {
  const { t } = useTranslation('communities');
  const [address, setAddress] = useState(initialAddress);
  const detect = useDetect();
  const signIn = useSignIn(detect.server?.address ?? address.trim(), onConnected);
  const askAgain = useEffectEvent(() => {
    if (initialAddress !== '') detect.ask(initialAddress);
  });
  useEffect(() => askAgain(), []);

  return (
    <Section title={t('form.title')} lead={detect.server === null ? t('form.lead') : undefined}>
      {detect.server === null ? (
        <AskAddress
          address={address}
          onChange={(typed) => {
            setAddress(typed);
            detect.forget();
          }}
          onAsk={detect.ask}
          isPending={detect.isPending}
          onCancelAsking={detect.cancel}
          error={detect.error}
          onClose={onClose}
        />
      ) : (
        <>
          <FoundServer
            server={detect.server}
            onChange={() => {
              signIn.cancel();
              detect.forget();
            }}
          />
          {signIn.waitingFor === null ? (
            <SignInForm server={detect.server} signIn={signIn} onClose={onClose} />
          ) : (
            <WaitingForBrowser address={signIn.waitingFor} onCancel={signIn.cancel} />
          )}
        </>
      )}
    </Section>
  );
}
