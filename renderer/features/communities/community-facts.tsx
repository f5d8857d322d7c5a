import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '../../../shared/domain/community.ts';
import { softwareName } from '../../app/communities/software-names.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Time } from '../../ui/time.tsx';

/** Address, account, software and last reading, as far as they are known. */
export function CommunityFacts({ community }: { community: Community }) {
  const { t } = useTranslation('communities');
  const { baseUrl, accountHandle, capabilities, lastSyncAt, platform } = community;
  return (
    <dl className="community-facts">
      {baseUrl && <Fact term={t('fact.address')}>{<bdi dir="ltr">{baseUrl.replace(/^https?:\/\//, '')}</bdi>}</Fact>}
      {accountHandle && (
        <Fact term={t('fact.account')}>
          <FormattedText as="inline" text={accountHandle} />
        </Fact>
      )}
      {capabilities && (
        <Fact term={t('fact.software')}>
          <bdi dir="ltr">{softwareName(capabilities.software, capabilities.version)}</bdi>
        </Fact>
      )}
      {platform !== 'import' && (
        <Fact term={t('fact.read')}>{lastSyncAt === null ? t('fact.never') : <Time value={lastSyncAt} />}</Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="community-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
