import { useTranslation } from 'react-i18next';
import type { DataStatusView } from '../../../shared/ipc/topics/dashboards.ts';
import { AllFreshness } from '../../app/communities/freshness/community-freshness.tsx';
import { UnusedBenchmarks } from '../../app/communities/unused-benchmarks.tsx';
import { ComputingNote } from '../../app/jobs/computing-note.tsx';
import { useChartWords } from '../../ui/charts/chart-words.ts';
import { DashboardFailed } from '../../ui/charts/dashboard-pane.tsx';
import { MissingChart } from '../../ui/charts/missing-chart.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { ValueWords } from '../../ui/charts/value-words.tsx';
import { Section } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { useDataStatus } from './queries.ts';

/** What the numbers stand on: span, sources, gaps, and what is missing with the room that takes it. */
export function StatusTab({ communityId, doors }: { communityId: number; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  const { query: status, computing } = useDataStatus(communityId);
  if (status.isPending) return <ComputingNote computing={computing} label={t('state.computing')} rows={10} />;
  if (status.error) return <DashboardFailed onRetry={() => void status.refetch()} />;
  return (
    <div className="health-status">
      <Span view={status.data} />
      <AllFreshness />
      <Sources view={status.data} />
      <UnusedBenchmarks communityId={communityId} />
      {status.data.firstDay !== null && <Gaps view={status.data} />}
      <Missing view={status.data} doors={doors} />
    </div>
  );
}

function Span({ view }: { view: DataStatusView }) {
  const { t } = useTranslation('dashboards');
  const words = useChartWords();
  return (
    <Section title={t('status.title')}>
      <p className="ui-board-facts ui-figures">
        <span>
          {view.firstDay !== null && view.lastDay !== null
            ? t('status.span', { start: words.day(view.firstDay), end: words.day(view.lastDay) })
            : t('status.noSpan')}
        </span>
        <span>{t('status.members', { value: words.value(view.members, 'count') })}</span>
        <span>{t('status.bots', { value: words.value(view.botsRemoved, 'count') })}</span>
        <span>{t('facts.zone', { zone: view.timeZone })}</span>
      </p>
      {view.notes.map((note) => (
        <p key={note.key}>{words.sentence(note)}</p>
      ))}
    </Section>
  );
}

/** Records carry no moment of their own: they are there or not. */
function stateOf({ state, lastAt }: DataStatusView['sources'][number]): 'fresh' | 'stale' | 'none' | 'present' {
  return state === 'fresh' && lastAt === null ? 'present' : state;
}

function Sources({ view }: { view: DataStatusView }) {
  const { t } = useTranslation('dashboards');
  // The data process names only sources of the catalogue; a unit test holds it to that.
  const nameOf = t as unknown as (key: string) => string;
  return (
    <Table
      caption={t('status.sources')}
      rows={view.sources}
      rowKey={(source) => source.id}
      columns={[
        {
          id: 'source',
          header: t('status.source'),
          rowHeader: true,
          cell: ({ id }) => nameOf(`status.names.${id}`),
        },
        { id: 'state', header: t('status.state'), cell: (source) => t(`status.${stateOf(source)}`) },
        {
          id: 'last',
          header: t('status.last'),
          cell: ({ lastAt, state }) =>
            lastAt === null ? <Never none={state === 'none'} /> : <Time value={lastAt} timeZone={view.timeZone} />,
        },
        {
          id: 'count',
          header: t('status.count'),
          numeric: true,
          cell: ({ count }) => <ValueWords value={count} unit="count" />,
        },
      ]}
    />
  );
}

function Never({ none }: { none: boolean }) {
  const { t } = useTranslation('dashboards');
  return none ? t('status.never') : '';
}

function Gaps({ view }: { view: DataStatusView }) {
  const { t } = useTranslation('dashboards');
  const words = useChartWords();
  return (
    <Section title={t('status.gaps')}>
      {view.gaps.length === 0 ? (
        <p>{t('status.gapsNone')}</p>
      ) : (
        <ul className="health-gaps ui-figures">
          {view.gaps.map((gap) => (
            <li key={gap.start}>{words.period(gap)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Each need once, however many metrics share it, with the rooms that take them. */
function Missing({ view, doors }: { view: DataStatusView; doors: ScreenDoors }) {
  const { t } = useTranslation('dashboards');
  // Without a single activity no metric was tried, so none said what it lacks.
  const needs = view.firstDay === null ? ['activity-days'] : [...new Set(view.missing.flatMap((one) => one.needs))];
  return (
    <Section title={t('status.missing')}>
      {needs.length === 0 ? (
        <p>{t('status.missingNone')}</p>
      ) : (
        <MissingChart shape={{ kind: 'missing', needs }} doors={doors} lead={t('status.missingLead')} />
      )}
    </Section>
  );
}
