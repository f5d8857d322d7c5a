import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useCommunities } from './use-communities.ts';

/** A screen of charts about one community, with the menu that chooses it; what to say while there is none to choose. */
export function ChosenCommunity({
  icon,
  children,
}: {
  icon: LucideIcon;
  children: (communityId: number, menu: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation('dashboards');
  const communities = useCommunities();
  const [chosen, setChosen] = useState<number | null>(null);
  const communityId = chosen ?? communities.data?.[0]?.id ?? null;

  if (communities.isPending) return <Skeleton rows={6} />;
  if (communities.error) return <DashboardFailed onRetry={() => void communities.refetch()} />;
  if (communityId === null) {
    return (
      <EmptyState icon={icon} title={t('state.noCommunity')}>
        {t('state.noCommunityWords')}
      </EmptyState>
    );
  }
  return children(
    communityId,
    <Select
      label={t('choice.community')}
      value={String(communityId)}
      options={communities.data.map((community) => ({ id: String(community.id), label: community.name }))}
      onChange={(id) => setChosen(Number(id))}
    />,
  );
}
