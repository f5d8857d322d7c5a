import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../app/communities/use-communities.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notices.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CommunityCard } from './community-card.tsx';
import { ConnectForm } from './connect/connect-form.tsx';
import { PracticePanel } from './practice-panel.tsx';
import './communities.css';

/** The servers a person looks after: list, connect, practise. */
export function CommunitiesScreen() {
  const { t } = useTranslation('communities');
  const communities = useCommunities();
  const [connecting, setConnecting] = useState<{ address: string } | null>(null);
  const connect = (address: string): void => setConnecting({ address });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        connecting === null && (
          <Button variant="primary" icon={Plus} onPress={() => connect('')}>
            {t('connect')}
          </Button>
        )
      }
    >
      {connecting !== null && (
        <ConnectForm
          key={connecting.address}
          initialAddress={connecting.address}
          onClose={() => setConnecting(null)}
          onConnected={(community) => {
            setConnecting(null);
            notify(t('connected', { name: community.name }));
          }}
        />
      )}
      {communities.isPending && <Skeleton rows={4} />}
      <FailureCallout error={communities.error} onRetry={() => void communities.refetch()} />
      {communities.data && communities.data.length > 0 && (
        <Section title={t('list')}>
          <ul className="community-list">
            {communities.data.map((community) => (
              <CommunityCard
                key={community.id}
                community={community}
                onSignInAgain={() => connect(community.baseUrl ?? '')}
              />
            ))}
          </ul>
        </Section>
      )}
      {communities.data?.length === 0 && connecting === null && (
        <EmptyState icon={UsersRound} title={t('empty.title')}>
          {t('empty.words')}
        </EmptyState>
      )}
      <PracticePanel />
    </Page>
  );
}
