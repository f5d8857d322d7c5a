import { ChartNoAxesColumn, FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../app/communities/use-communities.ts';
import { Button } from '../../ui/button.tsx';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { DashboardTab } from './dashboard-tab.tsx';
import { GoalNotices } from './goals/goal-notices.tsx';
import { GoalsTab } from './goals/goals-tab.tsx';
import type { DashboardChoice } from './queries.ts';
import { ReturnPart } from './return-part.tsx';
import { StatusTab } from './status-tab.tsx';
import { WaitingCard } from './waiting-card.tsx';
import './health.css';

export interface HealthScreenProps {
  /** The open part as the address names it. */
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly doors: ScreenDoors;
}

/** The health of one community in its parts: published values only. */
export function HealthScreen({ tab, onTab, doors }: HealthScreenProps) {
  const { t } = useTranslation('dashboards');
  const communities = useCommunities();
  const [chosen, setChosen] = useState<number | null>(null);
  const [steps, setSteps] = useState<Omit<DashboardChoice, 'communityId'>>({ unit: 'quarter', all: false });
  const communityId = chosen ?? communities.data?.[0]?.id ?? null;

  if (communities.isPending) return <Skeleton rows={6} />;
  if (communities.error) return <DashboardFailed onRetry={() => void communities.refetch()} />;
  if (communityId === null) {
    return (
      <EmptyState icon={ChartNoAxesColumn} title={t('state.noCommunity')}>
        {t('state.noCommunityWords')}
      </EmptyState>
    );
  }
  const choice = { communityId, ...steps };
  return (
    <Page
      title={t('health.title')}
      lead={t('health.lead')}
      width="full"
      actions={
        <Button icon={FileUp} onPress={() => doors.onOpen('imports')}>
          {t('health.import')}
        </Button>
      }
    >
      <div className="health-choices">
        <Select
          label={t('choice.community')}
          value={String(communityId)}
          options={communities.data.map((community) => ({ id: String(community.id), label: community.name }))}
          onChange={(id) => setChosen(Number(id))}
        />
        <Select
          label={t('choice.unit')}
          value={steps.unit}
          options={(['quarter', 'month'] as const).map((unit) => ({ id: unit, label: t(`choice.${unit}`) }))}
          onChange={(unit) => setSteps({ ...steps, unit })}
        />
        <Switch
          isSelected={steps.all}
          onChange={(all) => setSteps({ ...steps, all })}
          description={t('choice.allWords')}
        >
          {t('choice.all')}
        </Switch>
      </div>
      <GoalNotices
        communityId={communityId}
        // Goals are judged by quarter, and not only for core metrics.
        onShow={(part) => {
          setSteps({ unit: 'quarter', all: true });
          onTab(part);
        }}
      />
      <Parts key={communityId} tab={tab} onTab={onTab} doors={doors} choice={choice} />
    </Page>
  );
}

function Parts({ tab, onTab, doors, choice }: HealthScreenProps & { choice: DashboardChoice }) {
  const { t } = useTranslation('dashboards');
  const { communityId } = choice;
  const own = { choice, doors };
  const tabs = [
    {
      id: 'connection',
      content: (
        <DashboardTab
          {...own}
          dashboard="connection"
          before={<WaitingCard communityId={communityId} />}
          after={<ReturnPart communityId={communityId} part="reciprocity" />}
        />
      ),
    },
    { id: 'advocacy', content: <DashboardTab {...own} dashboard="advocacy" /> },
    {
      id: 'resilience',
      content: (
        <DashboardTab {...own} dashboard="resilience" before={<ReturnPart communityId={communityId} part="return" />} />
      ),
    },
    { id: 'moderation', content: <DashboardTab {...own} dashboard="moderation" /> },
    { id: 'goals', content: <GoalsTab communityId={communityId} /> },
    { id: 'status', content: <StatusTab communityId={communityId} doors={doors} /> },
  ] as const;
  const open = tabs.find(({ id }) => id === tab)?.id ?? 'connection';
  return (
    <Tabs
      label={t('health.tabs')}
      tabs={tabs.map((one) => ({ ...one, label: t(`tab.${one.id}`) }))}
      selected={open}
      onSelect={onTab}
    />
  );
}
