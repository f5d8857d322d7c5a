import { useTranslation } from 'react-i18next';
import type { CommunityFreshness } from '../../../../shared/ipc/topics/sync.ts';
import { Section } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FailureCallout } from '../../failure-words.tsx';
import { BackFillPart } from './back-fill.tsx';
import { FreshnessTable } from './freshness-table.tsx';
import { UnreadNotice } from './unread-notice.tsx';
import { useFreshness } from './use-freshness.ts';
import './freshness.css';

/** What is fresh in one server, what is missing and why. */
export function CommunityFreshnessPart({ of }: { of: CommunityFreshness }) {
  return (
    <div className="freshness">
      <FreshnessTable of={of} />
      <BackFillPart of={of} />
      <UnreadNotice of={of} />
    </div>
  );
}

/** The same for every connected server, also for those that no figure is made of. Nothing while there is none. */
export function AllFreshness() {
  const { t } = useTranslation('freshness');
  const freshness = useFreshness();
  if (freshness.isPending) return <Skeleton rows={4} />;
  if (freshness.error) return <FailureCallout error={freshness.error} onRetry={() => void freshness.refetch()} />;
  if (freshness.data.length === 0) return null;
  return (
    <Section title={t('title')} lead={t('lead')}>
      {freshness.data.map((one) => (
        <CommunityFreshnessPart key={one.communityId} of={one} />
      ))}
    </Section>
  );
}
