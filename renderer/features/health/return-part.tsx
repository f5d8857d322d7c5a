import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityLevels } from '../../../shared/domain/activity.ts';
import { gapOptions } from '../../../shared/domain/health/view-options.ts';
import type { HealthView } from '../../../shared/ipc/topics/health.ts';
import { call } from '../../app/api.ts';
import { useSpaces } from '../../app/communities/use-spaces.ts';
import { useSaveText } from '../../app/files/use-save-text.ts';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { DefinitionsOfReturn } from './definitions-of-return.tsx';
import { HealthCharts, type HealthFiles } from './health-charts.tsx';
import { type HealthChoice, useHealthView } from './queries.ts';
import { usePublishedText } from './use-published-text.ts';

/** Numbers of spaces are above it. */
const wholeCommunity = '0';

type Steps = Omit<HealthChoice, 'communityId'>;

/**
 * Return, stay and life cycle with their own choices, or reciprocity, which needs none. Of one space return by week is all
 * that is kept; it stays on the screen.
 */
export function ReturnPart({ communityId, part }: { communityId: number; part: 'return' | 'reciprocity' }) {
  const { t } = useTranslation('health');
  const [steps, setSteps] = useState<Steps>({ spaceId: null, unit: 'fit', level: 2, gapDays: 90 });
  const choice = { communityId, ...steps };
  const { query: view, computing } = useHealthView(choice);
  const files = useHealthFiles(choice);
  const note = <ComputingNote computing={computing} label={t('screen.computing')} rows={view.data ? 0 : 12} />;
  if (view.isPending) return note;
  if (view.error) return <DashboardFailed onRetry={() => void view.refetch()} />;
  if (!view.data.cutOff) return null;
  const charts = <HealthCharts view={view.data} part={part} files={files} />;
  if (part === 'reciprocity') {
    return (
      <>
        {note}
        {charts}
      </>
    );
  }
  return (
    <ReturnSection view={view.data} steps={steps} onSteps={setSteps}>
      {note}
      {charts}
    </ReturnSection>
  );
}

/** Files of the charts, by the choices of the screen but its steps; none of a space, which stays with the team. */
function useHealthFiles(choice: HealthChoice): HealthFiles | null {
  const saveText = useSaveText();
  const { communityId, spaceId, level, gapDays } = choice;
  return useMemo(() => {
    if (spaceId !== null) return null;
    const asked = { communityId, level, gapDays };
    return {
      saveCsv: (metricId) => saveText('csv', () => call('health.csv', { ...asked, metricId })),
      savePicture: (metricId, drawView) =>
        saveText('picture', async () => await drawView(await call('health.viewExport', { ...asked, metricId }))),
    };
  }, [saveText, communityId, spaceId, level, gapDays]);
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
  const isWhole = steps.spaceId === null;
  return (
    <Section title={t('dashboards:return.title')} lead={t('dashboards:return.lead')}>
      <div className="health-choices">
        <SpaceChoice
          communityId={view.communityId}
          spaceId={steps.spaceId}
          onChange={(spaceId) => onSteps({ ...steps, spaceId })}
        />
        {isWhole && (
          <Select
            label={t('screen.unit')}
            value={steps.unit === 'fit' ? (view.retention?.unit ?? 'week') : steps.unit}
            options={[
              { id: 'week', label: t('screen.unitWeek') },
              { id: 'month', label: t('screen.unitMonth') },
              { id: 'quarter', label: t('screen.unitQuarter') },
            ]}
            onChange={(unit) => onSteps({ ...steps, unit })}
          />
        )}
        <Select
          label={t('screen.level')}
          value={String(steps.level)}
          options={activityLevels.map((level) => ({ id: String(level), label: t(`screen.levels.${level}`) }))}
          onChange={(level) => onSteps({ ...steps, level: Number(level) as Steps['level'] })}
        />
        {isWhole && (
          <Select
            label={t('screen.gap')}
            value={String(steps.gapDays)}
            options={gapOptions.map((days) => ({ id: String(days), label: t('screen.gapDays', { count: days }) }))}
            onChange={(days) => onSteps({ ...steps, gapDays: Number(days) as Steps['gapDays'] })}
          />
        )}
      </div>
      <p className="ui-board-facts ui-figures">
        {view.spaceId === null && (
          <>
            <span>{t('screen.facts.members', { value: say(view.members, 'count') })}</span>
            <span>{t('screen.facts.activities', { value: say(view.activities, 'count') })}</span>
          </>
        )}
        {view.cutOff !== null && (
          <span>{t('screen.facts.until', { date: format.day(view.cutOff, view.timeZone) })}</span>
        )}
      </p>
      {children}
      <DefinitionsOfReturn />
    </Section>
  );
}

/** The whole community or one of its spaces; nothing where there are none. */
function SpaceChoice({
  communityId,
  spaceId,
  onChange,
}: {
  communityId: number;
  spaceId: number | null;
  onChange: (spaceId: number | null) => void;
}) {
  const { t } = useTranslation('health');
  const spaces = useSpaces(communityId).data ?? [];
  if (spaces.length === 0) return null;
  return (
    <Select
      label={t('screen.space')}
      value={spaceId === null ? wholeCommunity : String(spaceId)}
      options={[
        { id: wholeCommunity, label: t('screen.wholeCommunity') },
        ...spaces.map(({ id, name }) => ({ id: String(id), label: name })),
      ]}
      onChange={(id) => onChange(id === wholeCommunity ? null : Number(id))}
    />
  );
}
