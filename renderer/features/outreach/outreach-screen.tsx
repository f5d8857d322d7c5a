import { HeartHandshake } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChosenCommunity } from '../../app/communities/chosen-community.tsx';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { Button } from '../../ui/button.tsx';
import { DashboardPane } from '../../ui/charts/dashboard-pane.tsx';
import { type DashboardSteps, DashboardStepsChoice, firstSteps } from '../../ui/charts/dashboard-steps.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { useCardDoors } from '../../ui/charts/use-card-doors.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { MissingGroups } from './missing-groups.tsx';
import { useOutreach } from './queries.ts';
import './outreach.css';

export interface OutreachScreenProps {
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly doors: ScreenDoors;
}

/** How people come to the community, what is done with partners, and who is missing. */
export function OutreachScreen(props: OutreachScreenProps) {
  return (
    <ChosenCommunity icon={HeartHandshake}>
      {(communityId, menu) => <CommunityOutreach {...props} communityId={communityId} menu={menu} />}
    </ChosenCommunity>
  );
}

function CommunityOutreach({
  tab,
  onTab,
  doors,
  communityId,
  menu,
}: OutreachScreenProps & { communityId: number; menu: ReactNode }) {
  const { t } = useTranslation('dashboards');
  const [steps, setSteps] = useState(firstSteps);
  const open = tab === 'missing' ? 'missing' : 'work';
  const tabs = [
    {
      id: 'work',
      label: t('outreach.work'),
      content: <WorkTab communityId={communityId} steps={steps} doors={doors} />,
    },
    { id: 'missing', label: t('outreach.missing'), content: <MissingGroups communityId={communityId} doors={doors} /> },
  ];
  return (
    <Page title={t('outreach.title')} lead={t('outreach.lead')} width="full" actions={<RoomButtons doors={doors} />}>
      <div className="outreach-choices">
        {menu}
        {open === 'work' && <DashboardStepsChoice steps={steps} onSteps={setSteps} />}
      </div>
      <Tabs key={communityId} label={t('outreach.tabs')} tabs={tabs} selected={open} onSelect={onTab} />
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

function WorkTab({ communityId, steps, doors }: { communityId: number; steps: DashboardSteps; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  const { query: view, computing } = useOutreach({ communityId, ...steps });
  const cards = useCardDoors(doors, communityId, steps.unit);
  return (
    <DashboardPane
      view={view.data}
      failed={view.isError}
      onRetry={() => void view.refetch()}
      doors={cards}
      computing={<ComputingNote computing={computing} label={t('state.computing')} rows={view.data ? 0 : 12} />}
    />
  );
}
