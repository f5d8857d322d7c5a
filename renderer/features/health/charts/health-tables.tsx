import { useTranslation } from 'react-i18next';
import type { LifeCycle, Reciprocity, RetentionTable, StayCurve } from '../../../../shared/ipc/topics/health.ts';
import { useFormat } from '../../../ui/format/use-format.ts';
import { Table } from '../../../ui/table.tsx';
import { useDateWords } from '../use-date-words.ts';
import { usePublishedText } from '../use-published-text.ts';
import { periodWords } from './retention-words.ts';

/** Return on each period, as text: the average row with its interval. */
export function RetentionCurveTable({ table }: { table: RetentionTable }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const format = useFormat();
  return (
    <Table
      caption={t('screen.retention.curveTitle')}
      hideCaption
      rows={table.average.map((share, period) => ({ period, share }))}
      rowKey={(row) => String(row.period)}
      columns={[
        {
          id: 'period',
          header: t(periodWords[table.unit].column),
          rowHeader: true,
          cell: (row) => format.number(row.period),
        },
        {
          id: 'share',
          header: t('screen.retention.shareColumn'),
          numeric: true,
          cell: (row) => say(row.share, 'percent'),
        },
      ]}
    />
  );
}

/** Number at risk and share still here, as text. */
export function StayTable({ stay }: { stay: StayCurve }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const format = useFormat();
  return (
    <Table
      caption={t('screen.stay.atRiskTitle')}
      rows={stay.atRisk}
      rowKey={(row) => String(row.day)}
      columns={[
        { id: 'day', header: t('screen.stay.dayColumn'), rowHeader: true, cell: (row) => format.number(row.day) },
        { id: 'count', header: t('screen.stay.atRiskColumn'), numeric: true, cell: (row) => say(row.count, 'count') },
        {
          id: 'share',
          header: t('screen.stay.shareColumn'),
          numeric: true,
          cell: (row) => {
            const point = stay.points.findLast((one) => one.day <= row.day);
            return point ? say(point.share, 'percent') : '';
          },
        },
      ]}
    />
  );
}

/** Every period of the life cycle, as text. */
export function LifeCycleTable({ lifeCycle }: { lifeCycle: LifeCycle }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const dates = useDateWords();
  const kinds = ['fresh', 'returning', 'resurrected', 'dormant', 'active'] as const;
  return (
    <Table
      caption={t('screen.lifeCycle.title')}
      hideCaption
      rows={lifeCycle.periods}
      rowKey={(row) => row.start}
      columns={[
        {
          id: 'start',
          header: t('screen.lifeCycle.periodColumn'),
          rowHeader: true,
          cell: (row) =>
            row.complete
              ? dates.month(row.start)
              : t('screen.lifeCycle.openPeriod', { period: dates.month(row.start) }),
        },
        ...kinds.map((kind) => ({
          id: kind,
          header: t(`screen.lifeCycle.${kind}`),
          numeric: true,
          cell: (row: LifeCycle['periods'][number]) => say(row[kind], 'count'),
        })),
      ]}
    />
  );
}

/** Reciprocity with what it was computed from, as text. */
export function ReciprocityTable({ reciprocity }: { reciprocity: Reciprocity }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const rows = [
    { key: 'members', text: say(reciprocity.members, 'count') },
    { key: 'ties', text: say(reciprocity.arcs, 'count') },
    { key: 'returned', text: say(reciprocity.arcsReturned, 'count') },
    { key: 'arcs', text: say(reciprocity.arcShare, 'percent') },
    { key: 'pairs', text: say(reciprocity.pairShare, 'percent') },
    { key: 'chance', text: say(reciprocity.chance, 'percent') },
  ] as const;
  return (
    <Table
      caption={t('screen.reciprocity.title')}
      hideCaption
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          id: 'name',
          header: t('screen.reciprocity.nameColumn'),
          rowHeader: true,
          cell: (row) => t(`screen.reciprocity.${row.key}`),
        },
        { id: 'value', header: t('screen.reciprocity.valueColumn'), numeric: true, cell: (row) => row.text },
      ]}
    />
  );
}
