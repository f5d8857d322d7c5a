import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useChosenCommunity } from './use-chosen-community.ts';

/** A screen of charts about one community, with the menu that chooses it; what to say while there is none to choose. */
export function ChosenCommunity({
  icon,
  children,
}: {
  icon: LucideIcon;
  children: (communityId: number, menu: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation('dashboards');
  const { communities, community, menu } = useChosenCommunity();

  if (communities.isPending) return <Skeleton rows={6} />;
  if (communities.error) return <DashboardFailed onRetry={() => void communities.refetch()} />;
  if (community === null) {
    return (
      <EmptyState icon={icon} title={t('state.noCommunity')}>
        {t('state.noCommunityWords')}
      </EmptyState>
    );
  }
  return children(community.id, <Select label={t('choice.community')} {...menu} />);
}
