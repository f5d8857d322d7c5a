import { HeartHandshake } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../app/communities/use-communities.ts';
import { Button } from '../../ui/button.tsx';
import { DashboardFailed, DashboardPane } from '../../ui/charts/dashboard-pane.tsx';
import type { DrawPicture } from '../../ui/charts/metric-card.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MissingGroups } from './missing-groups.tsx';
import { type OutreachChoice, useOutreach } from './queries.ts';
import './outreach.css';

export interface OutreachScreenProps {
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly doors: ScreenDoors;
}

/** How people come to the community, what is done with partners, and who is missing. */
export function OutreachScreen({ tab, onTab, doors }: OutreachScreenProps) {
  const { t } = useTranslation('dashboards');
  const communities = useCommunities();
  const [chosen, setChosen] = useState<number | null>(null);
  const communityId = chosen ?? communities.data?.[0]?.id ?? null;

  if (communities.isPending) return <Skeleton rows={6} />;
  if (communities.error) return <DashboardFailed onRetry={() => void communities.refetch()} />;
  if (communityId === null) {
    return (
      <EmptyState icon={HeartHandshake} title={t('state.noCommunity')}>
        {t('state.noCommunityWords')}
      </EmptyState>
    );
  }
  const tabs = [
    { id: 'work', label: t('outreach.work'), content: <WorkTab communityId={communityId} doors={doors} /> },
    { id: 'missing', label: t('outreach.missing'), content: <MissingGroups communityId={communityId} doors={doors} /> },
  ];
  return (
    <Page title={t('outreach.title')} lead={t('outreach.lead')} width="full" actions={<RoomButtons doors={doors} />}>
      <div className="outreach-choices">
        <Select
          label={t('choice.community')}
          value={String(communityId)}
          options={communities.data.map((community) => ({ id: String(community.id), label: community.name }))}
          onChange={(id) => setChosen(Number(id))}
        />
      </div>
      <Tabs
        key={communityId}
        label={t('outreach.tabs')}
        tabs={tabs}
        selected={tab === 'missing' ? 'missing' : 'work'}
        onSelect={onTab}
      />
    </Page>
  );
}

/** Ways to the rooms where outreach is written down, as far as there are such rooms. */
function RoomButtons({ doors }: { doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  return (['records', 'identity'] as const)
    .filter((room) => doors.rooms.includes(room))
    .map((room) => (
      <Button key={room} onPress={() => doors.onOpen(room)}>
        {t(`outreach.${room}`)}
      </Button>
    ));
}

function WorkTab({ communityId, doors }: { communityId: number; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  const [steps, setSteps] = useState<Omit<OutreachChoice, 'communityId'>>({ unit: 'quarter', all: false });
  const view = useOutreach({ communityId, ...steps });
  const { unit } = steps;
  const cards = useMemo(
    () => ({
      ...doors,
      onSaveCsv: (metricId: string) => doors.saveCsv({ communityId, metricId, unit }),
      onSavePicture: (metricId: string, draw: DrawPicture) => doors.savePicture({ communityId, metricId }, draw),
    }),
    [doors, communityId, unit],
  );
  return (
    <DashboardPane
      view={view.data}
      failed={view.isError}
      onRetry={() => void view.refetch()}
      doors={cards}
      before={
        <div className="outreach-choices">
          <Select
            label={t('choice.unit')}
            value={unit}
            options={(['quarter', 'month'] as const).map((one) => ({ id: one, label: t(`choice.${one}`) }))}
            onChange={(one) => setSteps({ ...steps, unit: one })}
          />
          <Switch
            isSelected={steps.all}
            onChange={(all) => setSteps({ ...steps, all })}
            description={t('choice.allWords')}
          >
            {t('choice.all')}
          </Switch>
        </div>
      }
    />
  );
}
