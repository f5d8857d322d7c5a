import { ChartNoAxesColumn, FileUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChosenCommunity } from '../../app/communities/chosen-community.tsx';
import { Button } from '../../ui/button.tsx';
import { DashboardStepsChoice, firstSteps } from '../../ui/charts/dashboard-steps.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { Page } from '../../ui/page.tsx';
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
export function HealthScreen(props: HealthScreenProps) {
  return (
    <ChosenCommunity icon={ChartNoAxesColumn}>
      {(communityId, menu) => <CommunityHealth {...props} communityId={communityId} menu={menu} />}
    </ChosenCommunity>
  );
}

const parts = ['connection', 'advocacy', 'resilience', 'moderation', 'goals', 'status'] as const;
type Part = (typeof parts)[number];

/** Parts that are told the same way whatever the steps in time and the number of metrics. */
const stepless: readonly Part[] = ['goals', 'status'];

function openPart(tab: string | undefined): Part {
  return parts.find((part) => part === tab) ?? 'connection';
}

function CommunityHealth({
  tab,
  onTab,
  doors,
  communityId,
  menu,
}: HealthScreenProps & { communityId: number; menu: ReactNode }) {
  const { t } = useTranslation('dashboards');
  const [steps, setSteps] = useState(firstSteps);
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
        {menu}
        {!stepless.includes(openPart(tab)) && <DashboardStepsChoice steps={steps} onSteps={setSteps} />}
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
  return (
    <Tabs
      label={t('health.tabs')}
      tabs={tabs.map((one) => ({ ...one, label: t(`tab.${one.id}`) }))}
      selected={openPart(tab)}
      onSelect={onTab}
    />
  );
}
