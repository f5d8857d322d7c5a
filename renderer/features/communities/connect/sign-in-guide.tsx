import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { serverPagesOf } from '../../../../shared/domain/server-pages.ts';
import type { SignInMethod } from '../../../../shared/domain/sign-in.ts';
import type { DetectedServer } from '../../../../shared/ipc/topics/communities.ts';
import { RightNames } from '../right-names.tsx';
import { wantedRights } from './token-guides.ts';

/** Where on the server the key is made, what the account has to be there, and which rights do. */
export function SignInGuide({ server, method }: { server: DetectedServer; method: SignInMethod }) {
  const { t } = useTranslation('communities');
  const guide = serverPagesOf(server.platform, server.software);
  const { needed, more, asked = [...needed, ...more] } = wantedRights(server);
  return (
    <div className="sign-in-guide">
      <KeyRound className="ui-icon sign-in-guide-mark" aria-hidden />
      <div className="sign-in-guide-words">
        {method === 'token' && <p>{t(`guide.token.${guide}`)}</p>}
        <p>{t(`guide.account.${guide}`)}</p>
        {needed.length > 0 && method !== 'password' && (
          <>
            <p className="ui-label">{t(method === 'browser' ? 'guide.asked' : 'guide.needed')}</p>
            <RightNames names={method === 'browser' ? asked : needed} />
          </>
        )}
        {more.length > 0 && method === 'token' && (
          <>
            <p className="ui-label">{t('guide.more')}</p>
            <RightNames names={more} />
          </>
        )}
      </div>
    </div>
  );
}
