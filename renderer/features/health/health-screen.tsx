import { ChartNoAxesColumn, FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import { useCommunities } from '../../app/communities/use-communities.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { type ChartMetric, HealthCharts } from './health-charts.tsx';
import { type HealthChoice, useHealthView, useSaveCsv } from './queries.ts';
import { usePublishedText } from './use-published-text.ts';
import './health.css';

const gaps = [30, 60, 90, 180] as const;
const levels = [0, 1, 2, 3, 4] as const;

/** Who stays, who comes and goes, who answers: one community at a time, published values only. */
export function HealthScreen({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation('health');
  const communities = useCommunities();
  const [chosen, setChosen] = useState<number | null>(null);
  const [choice, setChoice] = useState<Omit<HealthChoice, 'communityId'>>({ unit: 'week', level: 2, gapDays: 90 });
  const communityId = chosen ?? communities.data?.[0]?.id ?? null;
  const view = useHealthView(communityId === null ? null : { communityId, ...choice });
  const saveCsv = useSaveCsv();

  if (communities.isPending) return <Skeleton rows={6} />;
  if (communities.error) return <HealthFailed onRetry={() => void communities.refetch()} />;
  if (communityId === null) {
    return (
      <EmptyState icon={ChartNoAxesColumn} title={t('screen.empty.noCommunity')}>
        {t('screen.empty.noCommunityWords')}
      </EmptyState>
    );
  }
  const save = (metricId: ChartMetric) => saveCsv.mutate({ communityId, ...choice, metricId });
  return (
    <Page
      title={t('screen.title')}
      lead={t('screen.lead')}
      width="full"
      actions={
        <Button icon={FileUp} onPress={onImport}>
          {t('screen.import')}
        </Button>
      }
    >
      <div className="health-choices">
        <Select
          label={t('screen.community')}
          value={String(communityId)}
          options={(communities.data ?? []).map((community) => ({ id: String(community.id), label: community.name }))}
          onChange={(id) => setChosen(Number(id))}
        />
        <Select
          label={t('screen.unit')}
          value={choice.unit}
          options={[
            { id: 'week', label: t('screen.unitWeek') },
            { id: 'month', label: t('screen.unitMonth') },
          ]}
          onChange={(unit) => setChoice({ ...choice, unit })}
        />
        <Select
          label={t('screen.level')}
          value={String(choice.level)}
          options={levels.map((level) => ({ id: String(level), label: t(`screen.levels.${level}`) }))}
          onChange={(level) => setChoice({ ...choice, level: Number(level) as HealthChoice['level'] })}
        />
        <Select
          label={t('screen.gap')}
          value={String(choice.gapDays)}
          options={gaps.map((days) => ({ id: String(days), label: t('screen.gapDays', { count: days }) }))}
          onChange={(days) => setChoice({ ...choice, gapDays: Number(days) as HealthChoice['gapDays'] })}
        />
      </div>
      <HealthBody state={view} onImport={onImport} onSaveCsv={save} />
    </Page>
  );
}

function HealthBody({
  state,
  onImport,
  onSaveCsv,
}: {
  state: ReturnType<typeof useHealthView>;
  onImport: () => void;
  onSaveCsv: (metric: ChartMetric) => void;
}) {
  const { t } = useTranslation('health');
  if (state.isPending) return <Skeleton rows={12} label={t('screen.computing')} />;
  if (state.error) return <HealthFailed onRetry={() => void state.refetch()} />;
  if (!state.data.cutOff) {
    return (
      <EmptyState
        icon={ChartNoAxesColumn}
        title={t('screen.empty.noActivities')}
        actions={
          <Button variant="primary" icon={FileUp} onPress={onImport}>
            {t('screen.import')}
          </Button>
        }
      >
        {t('screen.empty.noActivitiesWords')}
      </EmptyState>
    );
  }
  return (
    <>
      <HealthFacts view={state.data} />
      <HealthCharts view={state.data} onSaveCsv={onSaveCsv} />
    </>
  );
}

/** How many, until when, in which zone: what every reader has to know before the first chart. */
function HealthFacts({ view }: { view: HealthView }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const format = useFormat();
  return (
    <p className="health-facts ui-figures">
      <span>{t('screen.facts.members', { value: say(view.members, 'count') })}</span>
      <span>{t('screen.facts.activities', { value: say(view.activities, 'count') })}</span>
      {view.cutOff !== null && <span>{t('screen.facts.until', { date: format.day(view.cutOff, view.timeZone) })}</span>}
      <span>{t('screen.facts.zone', { zone: view.timeZone })}</span>
    </p>
  );
}

function HealthFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('health');
  return (
    <ErrorState title={t('screen.failed')} actions={<Button onPress={onRetry}>{t('screen.retry')}</Button>}>
      {t('screen.failedWords')}
    </ErrorState>
  );
}
