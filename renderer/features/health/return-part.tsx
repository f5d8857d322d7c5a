import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import { call } from '../../app/api.ts';
import { useSaveText } from '../../app/files/use-save-text.ts';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HealthCharts } from './health-charts.tsx';
import { type ChartMetric, type HealthChoice, useHealthView } from './queries.ts';
import { usePublishedText } from './use-published-text.ts';

const gaps = [30, 60, 90, 180] as const;
const levels = [0, 1, 2, 3, 4] as const;

type Steps = Omit<HealthChoice, 'communityId'>;

/** Return, stay and life cycle with their own choices, or reciprocity, which needs none. */
export function ReturnPart({ communityId, part }: { communityId: number; part: 'return' | 'reciprocity' }) {
  const { t } = useTranslation('health');
  const [steps, setSteps] = useState<Steps>({ unit: 'week', level: 2, gapDays: 90 });
  const choice = { communityId, ...steps };
  const view = useHealthView(choice);
  const saveText = useSaveText();
  const save = (metricId: ChartMetric) => saveText('csv', () => call('health.csv', { ...choice, metricId }));
  if (view.isPending) return <Skeleton rows={12} label={t('screen.computing')} />;
  if (view.error) return <DashboardFailed onRetry={() => void view.refetch()} />;
  if (!view.data.cutOff) return null;
  const charts = <HealthCharts view={view.data} part={part} onSaveCsv={save} />;
  if (part === 'reciprocity') return charts;
  return (
    <ReturnSection view={view.data} steps={steps} onSteps={setSteps}>
      {charts}
    </ReturnSection>
  );
}

function ReturnSection({
  view,
  steps,
  onSteps,
  children,
}: {
  view: HealthView;
  steps: Steps;
  onSteps: (steps: Steps) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation(['health', 'dashboards']);
  const say = usePublishedText();
  const format = useFormat();
  return (
    <Section title={t('dashboards:return.title')} lead={t('dashboards:return.lead')}>
      <div className="health-choices">
        <Select
          label={t('screen.unit')}
          value={steps.unit}
          options={[
            { id: 'week', label: t('screen.unitWeek') },
            { id: 'month', label: t('screen.unitMonth') },
          ]}
          onChange={(unit) => onSteps({ ...steps, unit })}
        />
        <Select
          label={t('screen.level')}
          value={String(steps.level)}
          options={levels.map((level) => ({ id: String(level), label: t(`screen.levels.${level}`) }))}
          onChange={(level) => onSteps({ ...steps, level: Number(level) as Steps['level'] })}
        />
        <Select
          label={t('screen.gap')}
          value={String(steps.gapDays)}
          options={gaps.map((days) => ({ id: String(days), label: t('screen.gapDays', { count: days }) }))}
          onChange={(days) => onSteps({ ...steps, gapDays: Number(days) as Steps['gapDays'] })}
        />
      </div>
      <p className="health-facts ui-figures">
        <span>{t('screen.facts.members', { value: say(view.members, 'count') })}</span>
        <span>{t('screen.facts.activities', { value: say(view.activities, 'count') })}</span>
        {view.cutOff !== null && (
          <span>{t('screen.facts.until', { date: format.day(view.cutOff, view.timeZone) })}</span>
        )}
      </p>
      {children}
    </Section>
  );
}
